/**
 * The publication frame: title, subtitle, drawing, notes, sources, address, date.
 * Text is broken to the width at hand; what is left of the height is the
 * drawing's. If that is too little, all of it is laid out a little smaller, and if
 * that is still too little the picture is refused.
 */
import { type ColorName, colors, getColor } from '@/charts/colors';
import { pictureOf } from '@/charts/draw';
import { FONT_FAMILY } from '@/charts/fonts';
import type { DrawnModel } from '@/charts/kinds';
import { measureRemarks } from '@/charts/remarks';
import { countOf } from '@/units/format-value';
import { escapeMarkup } from '@/units/xml-text';
import { type Line, layFoot, layHead, PAD } from './lines';
import { drawWithin, type PlacedDrawing } from './room';
import { type Paper, type PictureSize, toZoom } from './size';
import type { PictureWords } from './words';

export interface PictureOptions {
  readonly size: PictureSize;
  readonly theme: Theme;
  readonly background: 'solid' | 'transparent';
  /** `none` leaves the bare drawing. */
  readonly frame: 'publication' | 'none';
}

export interface Picture {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The color behind it; null: it is transparent. */
  readonly background: string | null;
  readonly paper?: Paper;
  /** The same in parts, each a picture of that size, for files that say what is what. */
  readonly parts: Readonly<Record<Line['part'] | 'ground' | 'drawing', string>>;
}

interface Layout {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly drawing: PlacedDrawing;
  /** Where the drawing begins. */
  readonly top: number;
}

/** Null where the height asked for leaves no room to draw in. */
export function buildPicture(
  model: DrawnModel,
  words: PictureWords,
  options: PictureOptions,
): Picture | null {
  const layout = findLayout(model, words, options);
  if (!layout) return null;
  const { zoom, width, height, lines, drawing, top } = layout;
  const { paper } = options.size;
  const pixels = { width: options.size.width, height: Math.round(height * zoom) };
  const [whole, unit] = paper ? [paper, 'mm'] : [pixels, ''];
  const { theme } = options;
  const pad = options.frame === 'none' ? 0 : PAD;
  const begin = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}${unit}" height="${whole.height}${unit}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="${escapeMarkup(`${words.title}. ${words.subtitle}`)}" font-family="${FONT_FAMILY}" fill="${toColor('ink', theme)}">`;
  const background = options.background === 'solid' ? toColor('card', theme) : null;
  const ground = background
    ? `<rect width="${round(width)}" height="${round(height)}" fill="${background}"/>`
    : '';
  const drawn = [
    `<g transform="translate(${round(pad + drawing.left)},${round(top)})" font-size="12" text-anchor="middle">`,
    resolveColors(unwrapSvg(drawing.svg), theme),
    '</g>',
  ].join('');
  const svg = [
    begin,
    `<title>${escapeMarkup(words.title)}</title>`,
    words.description && `<desc>${escapeMarkup(words.description)}</desc>`,
    words.metadata && `<metadata>${words.metadata}</metadata>`,
    ground,
    ...lines.map((line) => toText(line, theme)),
    drawn,
    '</svg>\n',
  ].join('');
  const alone = (content: string) => `${begin}${content}</svg>`;
  const write = (part: Line['part']) =>
    alone(lines.map((line) => (line.part === part ? toText(line, theme) : '')).join(''));
  const parts = {
    ground: alone(ground),
    title: write('title'),
    measure: write('measure'),
    note: write('note'),
    drawing: alone(drawn),
    foot: write('foot'),
  };
  return { svg, ...pixels, background, ...(paper && { paper }), parts };
}

const LEAST_DRAWING = 115;
// At 1 the smallest words are 11 pixels high.
const LEAST_ZOOM = 1;
const NOTHING = { lines: [], height: 0 } as const;
const LEAST_ROWS = 3;
const ROWS_OF_CARD = 10;

/**
 * Type as large as the size says, whatever is drawn. Only where a size of one's own leaves no
 * room to draw in does it shrink, never below that of the page.
 */
function findLayout(
  model: DrawnModel,
  words: PictureWords,
  options: PictureOptions,
): Layout | null {
  const wanted = toZoom(options.size);
  for (const share of [1, 0.9, 0.8, 0.7, 0.6, 0.5]) {
    const layout = layOut(model, words, options, Math.max(LEAST_ZOOM, wanted * share));
    if (layout || wanted * share <= LEAST_ZOOM) return layout;
  }
  return null;
}

function layOut(
  model: DrawnModel,
  words: PictureWords,
  { size, frame }: PictureOptions,
  zoom: number,
): Layout | null {
  const width = size.width / zoom;
  const height = size.height === null ? null : size.height / zoom;
  const framed = frame !== 'none';
  const inner = framed ? width - 2 * PAD : width;
  const label = words.title;
  const { hasOwnHeight, rows, condense } = pictureOf(model);
  /** With the note that tells what was left out, where anything was. */
  const attempt = (shown: DrawnModel, said: string | null, left = 0): Layout | null => {
    const note = left > 0 && size.isCard ? `and ${countOf(left, 'other')}` : said;
    const head = framed ? layHead(words, inner, note, size) : NOTHING;
    const foot = framed ? layFoot(words, inner, note, size) : NOTHING;
    const room = height === null ? null : height - head.height - foot.height;
    const wanted = room ?? Math.min(620, Math.max(280, inner * 0.5));
    const least = LEAST_DRAWING + measureRemarks(shown, inner);
    if (wanted < least && !hasOwnHeight) return null;
    const within = {
      ...{ width: inner, height: wanted, margin: framed ? PAD : 0 },
      ...(room === null ? {} : { mostHeight: room }),
    };
    const drawing = drawWithin(shown, within, label);
    if (room !== null && drawing.height > room + 0.5) return null;
    const whole = height ?? head.height + drawing.height + foot.height;
    const down = foot.lines.map((line) => ({ ...line, y: line.y + whole - foot.height }));
    const lines = [...head.lines, ...down];
    return { zoom, width, height: whole, lines, drawing, top: head.height };
  };
  const composed = size.isCard && condense ? condense(model) : model;
  if (!rows) return attempt(composed, null);
  const drawn = rows.countDrawn(composed);
  const ofCard = rows.countIn?.(composed, ROWS_OF_CARD) ?? ROWS_OF_CARD;
  const most = size.isCard ? Math.min(drawn, ofCard) : drawn;
  const rowsRoom = height ?? Number.POSITIVE_INFINITY;
  // More have to go for the words around the drawing.
  const first = Math.min(most, rows.countFitting(composed, { width: inner, height: rowsRoom }));
  for (let count = first; count >= Math.min(LEAST_ROWS, most); count -= 1) {
    const { shown, note, left } = rows.keep(composed, count);
    const layout = attempt(shown, note, left);
    if (layout) return layout;
  }
  return null;
}

function toText({ text, y, size, color, weight }: Line, theme: Theme): string {
  const bold = weight === 600 ? ' font-weight="600"' : '';
  return `<text x="${PAD}" y="${round(y)}" font-size="${size}" fill="${toColor(color, theme)}"${bold}>${escapeMarkup(text)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

type Theme = 'light' | 'dark';

/** The color itself. */
function toColor(name: ColorName, theme: Theme): string {
  return colors[name][theme];
}

/**
 * Replaces references to colors, which on a page come from the style sheet, by their
 * values; text between tags stays as it is.
 */
function resolveColors(svg: string, theme: Theme): string {
  return svg.replace(TAG, (tag) =>
    tag
      .replace(VARIABLE, (whole, name: string) => getColor(name, theme) ?? whole)
      .replaceAll('"currentColor"', `"${toColor('ink', theme)}"`),
  );
}

const TAG = /<[a-zA-Z](?:[^>"]|"[^"]*")*>/g;
const VARIABLE = /var\(--([a-z0-9-]+)\)/g;

/** The drawing without its outermost element, for setting it into another. */
function unwrapSvg(svg: string): string {
  return svg.replace(/^<svg(?:\s+[\w:-]+="[^"]*")*\s*>/, '').replace(/<\/svg>\s*$/, '');
}
