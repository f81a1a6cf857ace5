/**
 * The publication frame: title, subtitle, drawing, notes, sources, address, date.
 * Text is broken to the width at hand; what is left of the height is the
 * drawing's. If that is too little, all of it is laid out a little smaller, and if
 * that is still too little the picture is refused.
 */
import { drawChart } from '@/charts/draw';
import type { ChartModel } from '@/charts/model';
import { measureText, truncateText, wrapText } from '@/charts/text-width';
import { countDrawnEntries } from '@/charts/types/ranking';
import { type PictureSize, toZoom } from './size';
import {
  escapeXml,
  FONT_FAMILY,
  resolveColours,
  type Theme,
  toColour,
  unwrapSvg,
} from './standalone';
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
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly text: string;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: 'ink' | 'muted';
  readonly weight: 400 | 600;
}

interface Layout {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** The room for the drawing; its height is that of the drawing where nothing limits it. */
  readonly box: { readonly top: number; readonly width: number; readonly height: number };
  readonly model: ChartModel;
}

/** Null where the height asked for leaves no room to draw in. */
export function buildPicture(
  model: ChartModel,
  words: PictureWords,
  options: PictureOptions,
): Picture | null {
  const layout = findLayout(model, words, options);
  if (!layout) return null;
  const { zoom, width, height, lines, box } = layout;
  const drawing = drawChart(layout.model, box, words.title);
  const pixels = { width: options.size.width, height: Math.round(height * zoom) };
  const { theme } = options;
  const pad = options.frame === 'none' ? 0 : PAD;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="${escapeXml(`${words.title}. ${words.subtitle}`)}" font-family="${FONT_FAMILY}" fill="${toColour('ink', theme)}">`,
    `<title>${escapeXml(words.title)}</title>`,
    options.background === 'solid'
      ? `<rect width="${round(width)}" height="${round(height)}" fill="${toColour('card', theme)}"/>`
      : '',
    ...lines.map((line) => toText(line, theme)),
    `<g transform="translate(${pad},${round(box.top)})" font-size="12" text-anchor="middle">`,
    resolveColours(unwrapSvg(drawing.svg), theme),
    '</g></svg>\n',
  ].join('');
  return { svg, ...pixels };
}

const PAD = 20;
const TEXT = { title: 18, subtitle: 13, small: 11 } as const;
const LEAST_DRAWING = 130;
const ROW = 24;
const RANKING_FURNITURE = 42;
const LEAST_ROWS = 3;

/** Ever smaller type, down to three quarters, until the drawing has its room. */
function findLayout(
  model: ChartModel,
  words: PictureWords,
  options: PictureOptions,
): Layout | null {
  const wanted = toZoom(options.size);
  for (const share of [1, 0.9, 0.8, 0.7, 0.6, 0.5]) {
    const zoom = Math.max(0.75, wanted * share);
    const layout = layOut(model, words, options, zoom);
    if (layout) return layout;
    if (zoom === 0.75) return null;
  }
  return null;
}

function layOut(
  model: ChartModel,
  words: PictureWords,
  { size, frame }: PictureOptions,
  zoom: number,
): Layout | null {
  const width = size.width / zoom;
  const height = size.height === null ? null : size.height / zoom;
  const inner = frame === 'none' ? width : width - 2 * PAD;
  const framed = frame !== 'none';
  const head = framed ? layHead(words, inner) : { lines: [], height: 0 };
  const fixed = framed ? layFoot(words, inner, model, 0) : { lines: [], height: 0 };
  const room = height === null ? null : height - head.height - fixed.height;
  const fitted = fitDrawing(model, inner, room);
  if (!fitted) return null;
  const left = model.shape === 'ranking' ? countLeftOut(model, fitted, inner) : 0;
  const foot = left > 0 && framed ? layFoot(words, inner, model, left) : fixed;
  const box = {
    top: head.height,
    width: inner,
    height: fitted.height - (foot.height - fixed.height),
  };
  const whole = height ?? head.height + box.height + foot.height;
  const lines = [
    ...head.lines,
    ...foot.lines.map((line) => ({ ...line, y: line.y + whole - foot.height })),
  ];
  return { zoom, width, height: whole, lines, box, model: fitted.model };
}

/** The drawing's height, and for a ranking as many entries as there is height for. */
function fitDrawing(
  model: ChartModel,
  width: number,
  room: number | null,
): { model: ChartModel; height: number } | null {
  if (model.shape !== 'ranking') {
    const height = room ?? Math.min(620, Math.max(280, width * 0.5));
    return height < LEAST_DRAWING ? null : { model, height };
  }
  const most = countDrawnEntries(model, width);
  // One row stays in reserve for the note that tells what was left out.
  const fitting = room === null ? most : Math.floor((room - RANKING_FURNITURE) / ROW);
  const rows = fitting >= most ? most : fitting - 1;
  if (rows < Math.min(LEAST_ROWS, most)) return null;
  return {
    model: { ...model, entries: model.entries.slice(0, rows) },
    height: room ?? RANKING_FURNITURE + rows * ROW,
  };
}

function countLeftOut(model: ChartModel, fitted: { model: ChartModel }, width: number): number {
  if (model.shape !== 'ranking' || fitted.model.shape !== 'ranking') return 0;
  return model.entries.length - countDrawnEntries(fitted.model, width);
}

function layHead({ title, subtitle }: PictureWords, width: number) {
  const lines: Line[] = [];
  let y = PAD;
  for (const text of wrap(title, width, TEXT.title, 600)) {
    y += TEXT.title * 1.25;
    lines.push({ text, y: y - 4, size: TEXT.title, colour: 'ink', weight: 600 });
  }
  for (const text of wrap(subtitle, width, TEXT.subtitle)) {
    y += TEXT.subtitle * 1.4;
    lines.push({ text, y: y - 3, size: TEXT.subtitle, colour: 'muted', weight: 400 });
  }
  return { lines, height: y + 12 };
}

function layFoot(words: PictureWords, width: number, model: ChartModel, left: number) {
  const notes = [...words.notes];
  if (left > 0 && model.shape === 'ranking') {
    notes.unshift(
      `The first ${model.entries.length - left} of ${model.entries.length}; the others are at the address below.`,
    );
  }
  const texts = [
    ...notes.flatMap((note) => wrap(note, width, TEXT.small)),
    ...(words.sources ? wrap(words.sources, width, TEXT.small) : []),
    ...layLastLine(words, width),
  ];
  const lines = texts.map(
    (text, index): Line => ({
      text,
      y: 14 + (index + 1) * TEXT.small * 1.4 - 3,
      size: TEXT.small,
      colour: 'muted',
      weight: 400,
    }),
  );
  return { lines, height: 14 + texts.length * TEXT.small * 1.4 + PAD - 4 };
}

/** Address and date on one line where both fit. */
function layLastLine({ address, date }: PictureWords, width: number): string[] {
  const together = `${address} · ${date}`;
  if (measureText(together, TEXT.small) <= width) return [together];
  return [...wrap(address, width, TEXT.small), ...wrap(date, width, TEXT.small)];
}

/** Lines that fit; a word longer than a line, such as an address, is cut with an ellipsis. */
function wrap(text: string, width: number, size: number, weight: 400 | 600 = 400): string[] {
  // Bold type is wider; the widths are those of the regular one.
  const room = weight === 600 ? width / 1.06 : width;
  return wrapText(text, room, size).map((line) => truncateText(line, room, size));
}

function toText({ text, y, size, colour, weight }: Line, theme: Theme): string {
  const bold = weight === 600 ? ' font-weight="600"' : '';
  return `<text x="${PAD}" y="${round(y)}" font-size="${size}" fill="${toColour(colour, theme)}"${bold}>${escapeXml(text)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
