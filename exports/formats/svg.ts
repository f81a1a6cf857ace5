/** A chart as SVG: the page's drawing in a publication frame. */

import { readFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';
import { LRUCache } from 'lru-cache';
import subsetFont from 'subset-font';
import type { ParameterProblem } from '@/address/parameters';
import { listRemarks } from '@/charts/kinds/figure';
import { wordRemark } from '@/charts/remarks';
import { listUnknownLetters } from '@/charts/text-width';
import type { ExportValues, Render } from '../format';
import { buildPicture, type Picture } from '../picture/frame';
import { toPictureSize } from '../picture/size';
import { type DrawnText, listDrawnTexts } from '../picture/texts';
import { toPictureWords } from '../picture/words';
import { getFirstPicture, type Publication } from '../publication';
import { toFontFile, toFontOptions } from './font-files';

export const renderSvg: Render = async (publication, values) => {
  const { text = 'embedded' } = values;
  const drawn = (text === 'outlines' ? drawInInter : drawPicture)(publication, values);
  if ('problem' in drawn) return drawn;
  if (text === 'outlines') return { body: toOutlines(drawn.svg) };
  return { body: text === 'embedded' ? await embedFonts(drawn.svg) : drawn.svg };
};

/** The same picture with paths for words; what says in words what it shows stays. */
function toOutlines(svg: string): string {
  const outlined = new Resvg(svg, toFontOptions()).toString();
  const [lengths = ''] = / width="[^"]*" height="[^"]*"/.exec(svg) ?? [];
  const [words = ''] =
    /<title>.*?<\/title>(<desc>.*?<\/desc>)?(<metadata>.*?<\/metadata>)?/s.exec(svg) ?? [];
  const [label = ''] = / role="img" aria-label="[^"]*"/.exec(svg) ?? [];
  return outlined
    .replace(/ width="[^"]*" height="[^"]*"/, () => lengths + label)
    .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${toShortPath(path)}"`)
    .replace(/>/, () => `>${words}`);
}

/** In hundredths of a unit, which no press can print, and without spaces that mean nothing. */
const toShortPath = (path: string): string =>
  path
    .replace(/\d+\.\d+/g, (digits) => String(Math.round(Number(digits) * 100) / 100))
    .replace(/ ?([A-Za-z]) ?/g, '$1');

/** Letters of a reader’s notes that Inter has no drawing of. */
export const listUndrawnLetters = (publication: Publication): string[] =>
  listUnknownLetters(listRemarks(getFirstPicture(publication).model).map(wordRemark).join(''));

type Drawn = Picture | { readonly problem: ParameterProblem };

/**
 * The same for files in which Inter is the only font: a reader’s note with other letters would
 * be blank boxes there.
 */
export function drawInInter(publication: Publication, values: ExportValues): Drawn {
  const found = listUndrawnLetters(publication).join('');
  if (found === '') return drawPicture(publication, values);
  const allowed =
    'Letters of Latin, Greek and Cyrillic scripts in PNG, PDF and outlines. The page, SVG with text, PowerPoint, Word and data files take all.';
  return { problem: { parameter: 'note', found, allowed } };
}

/** The picture all image formats share, or why it cannot be drawn. */
export function drawPicture(publication: Publication, values: ExportValues): Drawn {
  const theme = values.theme === 'dark' ? 'dark' : 'light';
  if (values.background === 'white' && theme === 'dark') {
    const allowed = ['solid', 'transparent'];
    return { problem: { parameter: 'background', found: 'white, with theme=dark', allowed } };
  }
  const size = toPictureSize(values);
  const { model } = getFirstPicture(publication);
  const picture = buildPicture(model, toPictureWords(publication), {
    size,
    theme,
    background: values.background === 'transparent' ? 'transparent' : 'solid',
    frame: values.frame === 'none' ? 'none' : 'publication',
  });
  if (picture) return picture;
  const found = `${size.height} at a width of ${size.width}`;
  const allowed =
    'Higher: title, notes and sources would leave no room for the drawing. Without a height it is as high as it needs to be; frame=none leaves the words out.';
  return { problem: { parameter: 'height', found, allowed } };
}

/**
 * An SVG that brings its letters along: of each style of Inter just the glyphs that its
 * words use, for browsers, which honor them in images too. Other programs pass them by.
 */

async function embedFonts(svg: string): Promise<string> {
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
