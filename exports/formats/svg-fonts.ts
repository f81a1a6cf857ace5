/**
 * An SVG that brings its letters along: of each style of Inter just the glyphs that its
 * words use, for browsers, which honor them in images too. Other programs pass them by.
 */
import { readFile } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import subsetFont from 'subset-font';
import { type DrawnText, listDrawnTexts } from '../picture/texts';
import { toFontFile } from './font-files';

export async function embedFonts(svg: string): Promise<string> {
  const used = new Map<Style, Set<string>>();
  for (const drawn of listDrawnTexts(svg)) {
    const style = toStyle(drawn);
    const characters = used.get(style) ?? new Set();
    for (const character of drawn.text) characters.add(character);
    used.set(style, characters);
  }
  const faces = await Promise.all(
    [...used].sort().map(([style, characters]) => toFace(style, [...characters].sort().join(''))),
  );
  return svg.replace(/>/, () => `><style>${faces.join('')}</style>`);
}

const STYLES = {
  '400Regular': 'font-weight:400',
  '600SemiBold': 'font-weight:600',
  '400Regular_Italic': 'font-weight:400;font-style:italic',
} as const;
type Style = keyof typeof STYLES;

const toStyle = ({ weight, isItalic }: DrawnText): Style =>
  isItalic ? '400Regular_Italic' : weight === 600 ? '600SemiBold' : '400Regular';

/** Figures in columns and pairs of letters: Inter's further alternates are twice as many bytes. */
const SUBSET = {
  targetFormat: 'woff2',
  keepFeatures: ['kern', 'tnum', 'ccmp'],
  noHinting: true,
} as const;

/** The rules by which pictures of one set of glyphs share a face: some kilobytes each. */
const faces = new LRUCache<string, Promise<string>>({ max: 300 });

function toFace(style: Style, characters: string): Promise<string> {
  const key = `${style} ${characters}`;
  const known = faces.get(key) ?? buildFace(style, characters);
  faces.set(key, known);
  return known;
}

async function buildFace(style: Style, characters: string): Promise<string> {
  const font = await subsetFont(await readFile(toFontFile(style)), characters, SUBSET);
  const source = `data:font/woff2;base64,${font.toString('base64')}`;
  return `@font-face{font-family:Inter;${STYLES[style]};src:url(${source})}`;
}
