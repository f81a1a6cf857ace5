/**
 * The fonts of embeds, under addresses of their own: the pages' one changes with each build.
 * Nearly every embed is written in basic letters, which one small file holds; a browser
 * fetches the larger file only for an embed that has others.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerContent } from '../answer';
import letters from './basic-letters.json';

/** Files that the build makes (`next.config.ts`). */
type FontName = 'inter' | 'inter-basic';

// They are kept for a year; another program may have made others.
const EDITION = process.env.TRACKER_EDITION ?? '';

const toFontHref = (name: FontName): string =>
  `/embed/${name}.woff2${EDITION ? `?v=${EDITION}` : ''}`;

const toFace = (name: FontName, range = ''): string =>
  `@font-face{font-family:Inter;src:url(${toFontHref(name)}) format("woff2");font-weight:400 700;font-display:swap${range}}`;

export const FIRST_FONT = toFontHref('inter-basic');

/** Where both have a letter, the last face counts. */
export const EMBED_FACES = [
  toFace('inter'),
  toFace('inter-basic', `;unicode-range:${letters.map((range) => `U+${range}`).join()}`),
].join('');

export async function answerFont(name: FontName): Promise<Response> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), '.cache', `${name}.woff2`);
  return answerContent(await readFile(file), 'font/woff2', { lasts: true });
}
