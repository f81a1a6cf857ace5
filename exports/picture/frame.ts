/**
 * The publication frame: title, subtitle, drawing, notes, sources, address, date.
 * Text is broken to the width at hand; what is left of the height is the
 * drawing's. If that is too little, all of it is laid out a little smaller, and if
 * that is still too little the picture is refused.
 */
import type { Drawing } from '@/charts/canvas';
import { type ColorName, colors, getColor } from '@/charts/colors';
import { drawChart, pictureOf } from '@/charts/draw';
import { FONT_FAMILY } from '@/charts/fonts';
import type { DrawnModel } from '@/charts/kinds';
import { measureText, truncateText, wrapText } from '@/charts/text-width';
import { escapeMarkup } from '../markup';
import { NARROWEST, type Paper, type PictureSize, toZoom } from './size';
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
  readonly paper?: Paper;
}

interface Line {
  readonly text: string;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly color: 'ink' | 'muted';
  readonly weight: 400 | 600;
}

interface Layout {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly drawing: Drawing;
  /** Where the drawing begins. */
  readonly top: number;
  /** Whether all is drawn that a drawing of this width would hold. */
  readonly isWhole: boolean;
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
  const { theme } = options;
  const pad = options.frame === 'none' ? 0 : PAD;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${toLengths(paper ?? pixels, paper ? 'mm' : '')} viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="${escapeMarkup(`${words.title}. ${words.subtitle}`)}" font-family="${FONT_FAMILY}" fill="${toColor('ink', theme)}">`,
    `<title>${escapeMarkup(words.title)}</title>`,
    options.background === 'solid'
      ? `<rect width="${round(width)}" height="${round(height)}" fill="${toColor('card', theme)}"/>`
      : '',
    ...lines.map((line) => toText(line, theme)),
    `<g transform="translate(${pad},${round(top)})" font-size="12" text-anchor="middle">`,
    resolveColors(unwrapSvg(drawing.svg), theme),
    '</g></svg>\n',
  ].join('');
  return { svg, ...pixels, ...(paper && { paper }) };
}

function toLengths({ width, height }: Paper, unit: 'mm' | ''): string {
  return `width="${width}${unit}" height="${height}${unit}"`;
}

const PAD = 20;
const TEXT = { title: 18, subtitle: 13, small: 11 } as const;
const LEAST_DRAWING = 130;
// At 1 the smallest words are 11 pixels high.
const LEAST_ZOOM = 1;
const NOTHING = { lines: [], height: 0 } as const;
const LEAST_ROWS = 3;

/**
 * Ever smaller type until the drawing has its room, but never smaller than on the
 * page. Rows are left out only where they have no room in the smallest type.
 */
function findLayout(
  model: DrawnModel,
  words: PictureWords,
  options: PictureOptions,
): Layout | null {
  const wanted = toZoom(options.size);
  const shares = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
  // Where rows and lanes ask for less height than there is, larger type fills it.
  if (pictureOf(model).hasOwnHeight && options.size.height !== null) shares.unshift(1.6, 1.4, 1.2);
  const narrowest = options.size.width / NARROWEST;
  let smallest: Layout | null = null;
  for (const share of shares) {
    const zoom = Math.min(Math.max(LEAST_ZOOM, wanted * share), Math.max(1, narrowest));
    const layout = layOut(model, words, options, { zoom, isEnlarged: share > 1 });
    if (layout?.isWhole) return layout;
    if (layout) smallest = layout;
    if (zoom === LEAST_ZOOM) break;
  }
  return smallest;
}

function layOut(
  model: DrawnModel,
  words: PictureWords,
  { size, frame }: PictureOptions,
  { zoom, isEnlarged }: { zoom: number; isEnlarged: boolean },
): Layout | null {
  const width = size.width / zoom;
  const height = size.height === null ? null : size.height / zoom;
  const framed = frame !== 'none';
  const inner = framed ? width - 2 * PAD : width;
  const foot = framed ? layFoot(words, inner) : NOTHING;
  const label = words.title;
  const { hasOwnHeight, rows } = pictureOf(model);
  /** With the note that tells what was left out, where anything was. */
  const attempt = (shown: DrawnModel, note: string | null, isWhole: boolean): Layout | null => {
    const head = framed ? layHead(words, inner, note) : NOTHING;
    const room = height === null ? null : height - head.height - foot.height;
    const wanted = room ?? Math.min(620, Math.max(280, inner * 0.5));
    if (wanted < LEAST_DRAWING && !hasOwnHeight) return null;
    // Larger type is for rows that have room as they are.
    const isTightened = room !== null && !(isEnlarged && rows);
    const size = { width: inner, height: wanted, ...(isTightened ? { mostHeight: room } : {}) };
    const drawing = drawChart(shown, size, label);
    if (room !== null && drawing.height > room + 0.5) return null;
    const whole = height ?? head.height + drawing.height + foot.height;
    const down = foot.lines.map((line) => ({ ...line, y: line.y + whole - foot.height }));
    const lines = [...head.lines, ...down];
    return { zoom, width, height: whole, lines, drawing, top: head.height, isWhole };
  };
  if (!rows) return attempt(model, null, true);
  const most = rows.countDrawn(model, inner);
  const rowsRoom = height === null ? Number.POSITIVE_INFINITY : height - foot.height;
  // One or two more may have to go for the words above the drawing.
  const first = Math.min(most, rows.countFitting(model, { width: inner, height: rowsRoom }));
  for (let count = first; count >= Math.min(LEAST_ROWS, most); count -= 1) {
    const { shown, note } = rows.keep(model, count);
    const layout = attempt(shown, note, count === most);
    if (layout) return layout;
  }
  return null;
}

/** `note`: what a reader must know before reading the drawing. */
function layHead({ title, subtitle }: PictureWords, width: number, note: string | null) {
  const lines: Line[] = [];
  let y = PAD;
  for (const text of wrap(title, width, TEXT.title, 600)) {
    y += TEXT.title * 1.25;
    lines.push({ text, y: y - 4, size: TEXT.title, color: 'ink', weight: 600 });
  }
  for (const text of wrap(subtitle, width, TEXT.subtitle)) {
    y += TEXT.subtitle * 1.4;
    lines.push({ text, y: y - 3, size: TEXT.subtitle, color: 'muted', weight: 400 });
  }
  for (const text of note === null ? [] : wrap(note, width, TEXT.subtitle, 600)) {
    y += TEXT.subtitle * 1.4;
    lines.push({ text, y: y - 3, size: TEXT.subtitle, color: 'ink', weight: 600 });
  }
  return { lines, height: y + 12 };
}

function layFoot(words: PictureWords, width: number) {
  const texts = [
    ...words.notes.flatMap((note) => wrap(note, width, TEXT.small)),
    ...(words.sources ? wrap(words.sources, width, TEXT.small) : []),
    ...layLastLine(words, width),
  ];
  const lines = texts.map(
    (text, index): Line => ({
      text,
      y: 14 + (index + 1) * TEXT.small * 1.4 - 3,
      size: TEXT.small,
      color: 'muted',
      weight: 400,
    }),
  );
  return { lines, height: 14 + texts.length * TEXT.small * 1.4 + PAD - 4 };
}

/** Address and date on as few lines as they fit, broken between their parts. */
function layLastLine({ address, date }: PictureWords, width: number): string[] {
  const lines: string[] = [];
  for (const part of [address, date].flatMap((text) => text.split(BETWEEN))) {
    const longer = [...lines.slice(-1), part].join(BETWEEN);
    if (lines.length > 0 && measureText(longer, TEXT.small) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(...wrap(part, width, TEXT.small));
  }
  return lines;
}

const BETWEEN = ' · ';

/** Lines that fit; a word longer than a line, such as an address, is cut with an ellipsis. */
function wrap(text: string, width: number, size: number, weight: 400 | 600 = 400): string[] {
  // Bold type is wider; the widths are those of the regular one.
  const room = weight === 600 ? width / 1.06 : width;
  return wrapText(text, room, size).map((line) => truncateText(line, room, size));
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
