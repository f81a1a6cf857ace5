/**
 * A drawing that stands by itself: colours as values. On a page they come from the
 * style sheet.
 */
import { type ColourName, colours } from '@/charts/colours';

export type Theme = 'light' | 'dark';

/** The colour itself. */
export function toColour(name: ColourName, theme: Theme): string {
  return colours[name][theme];
}

/** Replaces references to colours by their values; text between tags stays as it is. */
export function resolveColours(svg: string, theme: Theme): string {
  return svg.replace(TAG, (tag) =>
    tag
      .replace(VARIABLE, (whole, name: string) =>
        name in colours ? toColour(name as ColourName, theme) : whole,
      )
      .replaceAll('"currentColor"', `"${toColour('ink', theme)}"`),
  );
}

const TAG = /<[a-zA-Z](?:[^>"]|"[^"]*")*>/g;
const VARIABLE = /var\(--([a-z0-9-]+)\)/g;

/** The drawing without its outermost element, for setting it into another. */
export function unwrapSvg(svg: string): string {
  return svg.replace(/^<svg(?:\s+[\w:-]+="[^"]*")*\s*>/, '').replace(/<\/svg>\s*$/, '');
}
