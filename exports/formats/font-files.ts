/** The fonts that lie next to the program, for whoever draws words without a browser. */
import { join } from 'node:path';
import type { ResvgRenderOptions } from '@resvg/resvg-js';

export function toFontFile(style: string): string {
  // Assembled at run time: a bundler would rename a file it knows of.
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules');
  return join(folder, '@expo-google-fonts', 'inter', style, `Inter_${style}.ttf`);
}

/** Regular, semi-bold and italic, what drawings use, and none of the system's. */
export const toFontOptions = (): Pick<ResvgRenderOptions, 'font'> => ({
  font: {
    fontFiles: ['400Regular', '600SemiBold', '400Regular_Italic'].map(toFontFile),
    loadSystemFonts: false,
    defaultFontFamily: 'Inter',
  },
});
