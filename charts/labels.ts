/** Labels where figures end: what they say, and where to put them so that they don't touch. */

import * as Plot from '@observablehq/plot';
import { FONT_SIZE, type Frame, ofSeries, pixel } from './canvas';
import { type ColorName, paint, paintFill, paintWord } from './colors';
import { measureText, truncateApart, truncateText, wrapText } from './text-width';

/**
 * Moves labels apart by as little as possible in total, keeping their order and
 * the bounds. `gap` is the room that a label takes, the same for all or one each;
 * the bounds hold the middles of the smallest. Neighbors that collide share their
 * displacement (pool adjacent violators). Where the bounds are too tight for all,
 * labels draw closer together. Returns the middles in the order given.
 */
export function spreadLabels(
  wanted: readonly number[],
  { gap, min, max }: { gap: number | readonly number[]; min: number; max: number },
): number[] {
  const asked = typeof gap === 'number' ? wanted.map(() => gap) : gap;
  const needed = asked.reduce((sum, one) => sum + one, 0) - Math.min(...asked);
  const shrink = needed > max - min ? (max - min) / needed : 1;
  const room = asked.map((one) => one * shrink);
  const least = Math.min(...room);
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  // A block of touching labels is placed by the mean of its members' wishes, each
  // corrected for its place within the block.
  const blocks: Block[] = [];
  const edge = (index: number) => (room[index]! - least) / 2;
  /** Where the first member stands. */
  const toTop = ({ members, offsets, sum }: Block) => {
    const highest = min + edge(members[0]!);
    const lowest = max - edge(members.at(-1)!) - offsets.at(-1)!;
    return Math.min(Math.max(sum / members.length, highest), lowest);
  };
  const between = (a: number, b: number) => (room[a]! + room[b]!) / 2;
  for (const index of order) {
    let block: Block = { members: [index], offsets: [0], sum: wanted[index]! };
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      const step = above.offsets.at(-1)! + between(above.members.at(-1)!, block.members[0]!);
      if (toTop(above) + step <= toTop(block)) break;
      blocks.pop();
      block = {
        members: [...above.members, ...block.members],
        offsets: [...above.offsets, ...block.offsets.map((offset) => offset + step)],
        sum: above.sum + block.sum - block.members.length * step,
      };
    }
    blocks.push(block);
  }
  const positions = new Array<number>(wanted.length);
  for (const block of blocks) {
    block.members.forEach((member, place) => {
      positions[member] = toTop(block) + block.offsets[place]!;
    });
  }
  return positions;
}

interface Block {
  readonly members: readonly number[];
  /** Distances from the first member. */
  readonly offsets: readonly number[];
  readonly sum: number;
}

/**
 * Names and last values at the right edge, which stand in for a legend. A label
 * that is too wide takes two lines; one that is older than the picture says of when
 * it is, and has no leader, which would look like a line of figures.
 */

export interface EndLabel {
  /** Cut to fit where room is short; empty where the title says whose figures these are. */
  readonly name: string;
  /** What stands in its place before it is cut; absent: nothing does. */
  readonly short?: string;
  /** Never cut; empty where a stacked series does not reach the last period. */
  readonly amount: string;
  /** The period of a figure that is older than the picture's newest; null: it is the newest. */
  readonly when: string | null;
  readonly color: ColorName;
  /** The place of its series. */
  readonly series: number;
  /** The value at which the label would like to stand. */
  readonly value: number;
  /** Where its line ends; null where the label stands next to an area. */
  readonly from: Date | null;
}

export interface FittedLabel extends EndLabel {
  readonly lines: readonly string[];
}

/** 1.35 times the size of the type. */
const LINE = 16.2;
const OFFSET = 12;
const WEIGHT = 600;

/**
 * Labels in lines no wider than `room`; where the height is too little for two lines each, in
 * one, and where it is too little for that, the largest alone.
 */
export function fitEndLabels(
  labels: readonly EndLabel[],
  { room, height }: { room: number; height: number },
): FittedLabel[] {
  const named = labels.map((label) => ({ ...label, name: shorten(label, room) }));
  const wrapped = named.map((label) => ({ ...label, lines: toTwoLines(label, room) }));
  const needed = wrapped.reduce((sum, label) => sum + toHeight(label), 0);
  if (needed <= height) return wrapped;
  const kept = keepLargest(labels, Math.floor(height / LINE) + 1);
  const texts = kept.map((label) => toOneLine(label, room));
  const lines = truncateApart(
    texts.map((text) => ({ text, width: room })),
    FONT_SIZE,
    WEIGHT,
  );
  return kept.map((label, index) => ({ ...label, lines: [lines[index]!] }));
}

/** As many as have a line each, in their order: two on top of each other cannot be read at all. */
function keepLargest(labels: readonly EndLabel[], count: number): EndLabel[] {
  const largest = new Set(labels.toSorted((a, b) => b.value - a.value).slice(0, count));
  return labels.filter((label) => largest.has(label));
}

/** As much of it as fits, the name above all: without its figure it is still known whose line it is. */
function toOneLine(label: EndLabel, room: number): string {
  const { name, short = name, amount, when } = label;
  const wordings = [
    join(name, toFigure(label)),
    join(short, toFigure(label)),
    when === null ? join(short, amount) : join(`${short},`, when),
    short,
  ];
  return wordings.find((text) => measure(text) <= room) ?? short;
}

/** The short name where the whole does not fit in a line; a name of more lines is never cut then. */
function shorten({ name, short, ...rest }: EndLabel, room: number): string {
  const fits = measure(join(name, toFigure({ name, ...rest }))) <= room;
  return fits || short === undefined ? name : short;
}

/** Two lines want a little air, so that they are seen to belong together. */
const toHeight = ({ lines }: FittedLabel): number =>
  lines.length * LINE + (lines.length > 1 ? 4 : 0);

const measure = (text: string): number => measureText(text, FONT_SIZE, WEIGHT);
const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');
const toFigure = ({ amount, when }: EndLabel): string => [amount, when].filter(Boolean).join(', ');

/** On one line where it fits; else the figure stands at the end of the second. */
function toTwoLines(label: EndLabel, room: number): string[] {
  const figure = toFigure(label);
  const whole = join(label.name, figure);
  if (measure(whole) <= room) return [whole];
  const [first = '', ...others] = wrapText(label.name, room, FONT_SIZE, WEIGHT);
  const rest = truncateText(others.join(' '), room - measure(` ${figure}`), FONT_SIZE, WEIGHT);
  const head = truncateText(first, room, FONT_SIZE, WEIGHT);
  return [head, join(rest, figure)].filter(Boolean);
}

/** A label of an area or a bar is written in ink, after a swatch of its fill. */
const SWATCH = 9;
const toSwatchRoom = ({ from }: EndLabel): number => (from === null ? SWATCH + 5 : 0);

/** How far the labels reach beyond the plot area. */
export function measureEndLabels(labels: readonly FittedLabel[]): number {
  const widths = labels.flatMap((label) =>
    label.lines.map((line) => measure(line) + toSwatchRoom(label)),
  );
  return Math.max(...widths) + OFFSET + 4;
}

/** Spread so that none touch; those that moved hang on thin leaders. */
export function drawFittedLabels(
  labels: readonly FittedLabel[],
  { frame, toX, toY }: { frame: Frame; toX: (at: Date) => number; toY: (value: number) => number },
): Plot.Markish[] {
  const wanted = labels.map(({ value }) => toY(value));
  const placed = spreadLabels(wanted, {
    gap: labels.map(toHeight),
    min: frame.top,
    max: frame.bottom,
  });
  const leaders = labels.flatMap(({ from, when }, index) => {
    const x = from ? toX(from) : frame.right;
    const [y1, y2] = [wanted[index]!, placed[index]!];
    const isNear = frame.right - x < 2 && Math.abs(y2 - y1) <= 3;
    if (isNear || when !== null) return [];
    const bend = Math.max(frame.right, x + 5);
    return [
      { x: x + 5, y: y1, line: index },
      { x: bend, y: y1, line: index },
      { x: frame.right + OFFSET - 3, y: y2, line: index },
    ];
  });
  const ends = labels.map((label, index) => ({ ...label, y: placed[index]! }));
  return [
    Plot.line(leaders, {
      x: pixel('x'),
      y: pixel('y'),
      z: 'line',
      stroke: paint('rule'),
      strokeWidth: 1,
      clip: false,
    }),
    Plot.dot(
      ends.filter(({ from }) => from === null),
      {
        x: pixel(() => frame.right + OFFSET + SWATCH / 2),
        y: pixel('y'),
        r: SWATCH / 2,
        symbol: 'square',
        fill: ({ color }: FittedLabel) => paintFill(color),
      },
    ),
    Plot.text(ends, {
      x: pixel((label: FittedLabel) => frame.right + OFFSET + toSwatchRoom(label)),
      y: pixel('y'),
      text: ({ lines }: FittedLabel) => lines.join('\n'),
      lineHeight: LINE / FONT_SIZE,
      fill: ({ color, from }: FittedLabel) => (from ? paintWord(color) : 'currentColor'),
      ...ofSeries(({ series }: FittedLabel) => series),
      textAnchor: 'start',
      fontWeight: WEIGHT,
    }),
  ];
}
