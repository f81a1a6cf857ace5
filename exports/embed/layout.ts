/**
 * What stands in a frame and how high it is there. The style sheet is written from the same
 * numbers as the heights, so that a frame without scripts is as high as its content.
 */
import type { Drawing } from '@/charts/canvas';
import { drawChart, pictureOf } from '@/charts/draw';
import type { DrawnModel } from '@/charts/kinds';
import { type Drawable, drawForEmbed } from '@/charts/page-drawings';
import { measureText } from '@/charts/text-width';
import { toPictureWords } from '../picture/words';
import type { Publication } from '../publication';

/** A chart or an estimate, with what it is drawn from. */
export interface Embedded {
  readonly publication: Publication;
  readonly drawable: Drawable;
}

interface Shown {
  readonly drawing: Drawing;
  /** What of it is left out; null: nothing. */
  readonly note: string | null;
}

/** What a frame shows, in the order in which it stands there. */
export interface EmbedLayout {
  readonly title: string;
  readonly subtitle: string;
  /** Of frames from `SWITCH` on. */
  readonly wide: Shown;
  /** Of narrower ones. */
  readonly narrow: Shown;
  readonly notes: readonly string[];
  readonly source: string;
  readonly address: string;
}

/** Pixels, as in the style sheet. */
export const PAD = { top: 12, side: 16, bottom: 12 } as const;
export const GAP = 8;
export const TYPE = {
  title: { size: 16, line: 22, weight: 600 },
  text: { size: 14, line: 20, weight: 400 },
  small: { size: 12, line: 16, weight: 400 },
} as const;

/**
 * The width of a frame from which the wide drawing is shown; lower than on pages: a frame has
 * no page around it, and its host rarely gives it more than a column of text.
 */
export const SWITCH = 640;
/** How wide drawings become. */
export const WIDEST = { wide: 860, narrow: 440 } as const;

/**
 * The layout of a frame. With `mostHeight` it fits in as many pixels, whatever the width, as far
 * as it can: notes go, then details of the subtitle, then rows, and drawings become lower.
 */
export function layOutEmbed(
  { publication, drawable }: Embedded,
  mostHeight: number | null,
): EmbedLayout {
  const { title, subtitle, notes, sources, date, address } = toPictureWords(publication);
  const { wide, narrow } = drawForEmbed(drawable);
  const whole: EmbedLayout = {
    ...{ title, subtitle, notes, address },
    wide: { drawing: wide, note: null },
    narrow: { drawing: narrow, note: null },
    source: [sources[0], date].filter(Boolean).join(' · '),
  };
  if (mostHeight === null || isWithin(whole, mostHeight)) return whole;
  const [measure = ''] = subtitle.split(/(?<=[.;]) (?=[A-Z])/);
  const short = { ...whole, subtitle: measure, notes: [] };
  return {
    ...short,
    wide: fitDrawing(short, 'wide', drawable, mostHeight),
    narrow: fitDrawing(short, 'narrow', drawable, mostHeight),
  };
}

const isWithin = (layout: EmbedLayout, mostHeight: number): boolean =>
  [...WIDTHS.wide, ...WIDTHS.narrow].every((width) => measureEmbed(layout, width) <= mostHeight);

/** Narrow, usual and widest frames of each drawing: between them heights lie between theirs. */
const WIDTHS = {
  wide: [SWITCH, 720, WIDEST.wide + 2 * PAD.side],
  narrow: [300, 360, WIDEST.narrow + 2 * PAD.side, SWITCH - 1],
} as const;

/** Below this a drawing over time tells nothing. */
const LEAST_DRAWING = 115;
const LEAST_ROWS = 3;

/** The drawing that leaves the words their room in every frame that shows it, as far as it can. */
function fitDrawing(
  layout: EmbedLayout,
  which: 'wide' | 'narrow',
  { model, label }: Drawable,
  mostHeight: number,
): Shown {
  const { width, height } = layout[which].drawing;
  const toRoom = (note: string | null) => {
    const noted = { ...layout, [which]: { ...layout[which], note } };
    const rooms = WIDTHS[which].map(
      (frame) => ((mostHeight - measureWords(noted, frame)) / toDrawnWidth(frame)) * width,
    );
    return Math.max(LEAST_DRAWING, Math.floor(Math.min(...rooms)));
  };
  const draw = (shown: DrawnModel, room: number) =>
    drawChart(shown, { width, height: room, mostHeight: room }, label);
  const room = toRoom(null);
  if (height <= room) return layout[which];
  const { rows } = pictureOf(model);
  const whole = draw(model, room);
  if (!rows || whole.height <= room) return { drawing: whole, note: null };
  const most = rows.countFitting(model, { width, height: room });
  for (let count = Math.min(most, rows.countDrawn(model)); count > 0; count -= 1) {
    const { shown, note } = rows.keep(model, count);
    const drawing = draw(shown, toRoom(note));
    if (drawing.height <= toRoom(note) || count <= LEAST_ROWS) return { drawing, note };
  }
  return { drawing: whole, note: null };
}

/** Pixels that a frame of this width has to be high so that nothing in it is cut. */
export function measureEmbed(layout: EmbedLayout, width: number): number {
  const { width: drawn, height } = layout[toClass(width)].drawing;
  return Math.ceil(measureWords(layout, width) + (toDrawnWidth(width) * height) / drawn);
}

function measureWords(layout: EmbedLayout, frame: number): number {
  const { title, subtitle, notes, source, address } = layout;
  const { note } = layout[toClass(frame)];
  const width = frame - 2 * PAD.side;
  const count = (text: string, type: keyof typeof TYPE) =>
    countLines(text, width, TYPE[type]) * TYPE[type].line;
  return [
    PAD.top + GAP + GAP + PAD.bottom,
    count(title, 'title'),
    count(subtitle, 'text'),
    ...(note === null ? [] : [count(note, 'text')]),
    ...notes.map((text) => count(text, 'small')),
    count(`${source} · ${address}`, 'small'),
  ].reduce((sum, pixels) => sum + pixels);
}

const toClass = (frame: number) => (frame < SWITCH ? 'narrow' : 'wide');

const toDrawnWidth = (frame: number): number =>
  Math.min(frame - 2 * PAD.side, WIDEST[toClass(frame)]);

/** Never fewer than a browser makes, which may also break behind a hyphen. */
function countLines(
  text: string,
  width: number,
  { size, weight }: { readonly size: number; readonly weight: 400 | 600 },
): number {
  const space = measureText(' ', size, weight);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const long = measureText(word, size, weight);
    if (used > 0 && used + space + long <= width) {
      used += space + long;
      continue;
    }
    if (used > 0) lines += 1;
    // A word longer than a line is broken anywhere, between two of its letters.
    const more = long <= width ? 0 : Math.ceil(long / Math.max(size, width - size)) - 1;
    lines += more;
    used = more > 0 ? width : long;
  }
  return lines;
}
