/**
 * Rows of named bars from the top down. On a narrow screen a name stands above its
 * bar, because there is no room for both side by side.
 */
import * as Plot from '@observablehq/plot';
import { formatValue, type Unit } from '@/units/format-value';
import { FONT_SIZE, type Frame, isNarrow, pixel, type Size } from './canvas';
import { paint } from './colors';
import type { Figure } from './kinds/figure';
import type { PictureRows } from './kinds/kind';
import { measureText, nameInFull, truncateText } from './text-width';
import { drawTopLabels } from './tick-labels';
import { thinTicks, type ValueAxis } from './value-axis';

const BAR_HEIGHT = 16;
/** Air below a bar; a rule next to it reaches into it. */
const GAP = 7;

/** The height of a row with its name beside or above its bar, and where room is short. */
const ROW = { beside: { usual: 30, least: 16 }, above: { usual: 46, least: 40 } } as const;

/** In a picture that is higher than its rows need, they draw apart, but not until they fall apart. */
const LOOSEST = 1.5;

/** Pixels of a row of a picture of `count` rows; in one of no set height the usual ones. */
export function fitRow(
  { usual, least }: { usual: number; least: number },
  count: number,
  mostHeight: number,
): number {
  if (mostHeight === Number.POSITIVE_INFINITY) return usual;
  return Math.min(usual * LOOSEST, Math.max(least, mostHeight / Math.max(1, count)));
}

export interface BarRows {
  /** Pixels from the first row's top to the last one's end. */
  readonly height: number;
  /** The middle of a bar, counted from 0, in pixels of the drawing. */
  readonly toY: (index: number) => number;
  readonly isNarrow: boolean;
  /** Pixels that a bar is high. */
  readonly bar: number;
}

/** Rows draw closer together to be no higher than `mostHeight` in all, as far as that goes. */
export function layBarRows(
  count: number,
  top: number,
  isNarrow: boolean,
  mostHeight = Number.POSITIVE_INFINITY,
): BarRows {
  const row = fitRow(isNarrow ? ROW.above : ROW.beside, count, mostHeight);
  return {
    height: count * row,
    toY: (index) => top + index * row + (isNarrow ? row - GAP - BAR_HEIGHT / 2 : row / 2),
    isNarrow,
    bar: isNarrow ? BAR_HEIGHT : Math.min(Math.max(BAR_HEIGHT, row / 2), row - 4),
  };
}

/**
 * Rows of bars with a name before or above each and its figure behind, below `top` pixels of
 * other things; beside its bar a name has at most `nameShare` of the width.
 */
export function layNamedBars(
  { labels, values, top, nameShare, valueWeight = 400 }: NamedBars,
  { width, mostHeight = Number.POSITIVE_INFINITY }: Size,
) {
  const narrow = isNarrow({ width });
  const rows = layBarRows(labels.length, top, narrow, mostHeight - top - BELOW);
  const size = { width, height: top + rows.height + BELOW };
  const names = labels.map((label) =>
    truncateText(label, width * (narrow ? 1 : nameShare), FONT_SIZE),
  );
  const widest = (texts: readonly string[], weight: 400 | 600) =>
    Math.max(20, ...texts.map((text) => measureText(text, FONT_SIZE, weight)));
  const frame: Frame = {
    left: narrow ? 6 : widest(names, 400) + 14,
    right: width - widest(values, valueWeight) - 14,
    ...{ top, bottom: size.height - BELOW },
  };
  return { rows, size, names, frame };
}

interface NamedBars {
  readonly labels: readonly string[];
  readonly values: readonly string[];
  readonly top: number;
  readonly nameShare: number;
  readonly valueWeight?: 400 | 600;
}

/** Air below the rows. */
const BELOW = 6;

/** The values' grid and, above it, what its lines are. */
export function drawBarAxis(axis: ValueAxis, frame: Frame, { isNarrow }: BarRows): Plot.Markish[] {
  return [
    Plot.ruleX(axis.ticks, { stroke: paint('grid') }),
    // The first label would stand out to the left of a bar without a name next to it.
    drawTopLabels(thinTicks(axis, frame), axis, {
      textAnchor: isNarrow ? 'start' : 'middle',
      dx: isNarrow ? -4 : 0,
    }),
  ];
}

/** Which rows of bars a picture may leave out: the last ones; `around` is what else it draws. */
export function declareBarRows<Model, Key extends keyof Model>(
  key: Key & (Model[Key] extends readonly unknown[] ? Key : never),
  around: number,
): PictureRows<Model> {
  const list = (model: Model) => model[key] as readonly unknown[];
  return {
    countDrawn: (model) => list(model).length,
    countFitting: (_, size) => {
      const { least } = isNarrow(size) ? ROW.above : ROW.beside;
      return Math.max(0, Math.floor((size.height - around) / least));
    },
    keep: (model, rows) => ({
      shown: { ...model, [key]: list(model).slice(0, rows) },
      left: Math.max(0, list(model).length - rows),
      note: rows < list(model).length ? `The first ${rows} of ${list(model).length}.` : null,
    }),
  };
}

/** The upper and lower edge of each row's bar, as options of a mark. */
export function toBarEdges({ toY, bar }: BarRows) {
  return {
    y1: pixel((_, index) => toY(index) - bar / 2),
    y2: pixel((_, index) => toY(index) + bar / 2),
  };
}

/** Names at the left edge, all of them beginning there; `whole` are those that had to be cut. */
export function drawRowNames(
  names: readonly string[],
  { toY, isNarrow }: BarRows,
  whole: readonly string[] = names,
): Plot.Markish {
  return Plot.text(names, {
    x: pixel(() => 0),
    y: pixel((_, index) => toY(index) - (isNarrow ? BAR_HEIGHT / 2 + 10 : 0)),
    text: (name: string) => name,
    ...nameInFull(names, whole),
    textAnchor: 'start',
    fill: 'currentColor',
  });
}

/** A rule at one value in pieces, a row each, so that it runs through no name above a bar. */
export function drawRowRule(
  names: readonly string[],
  value: number,
  { toY, isNarrow }: BarRows,
  stroke: string,
): Plot.Markish {
  const reach = BAR_HEIGHT / 2 + (isNarrow ? 3 : GAP);
  return Plot.link(names, {
    x1: () => value,
    x2: () => value,
    y1: pixel((_, index) => toY(index) - reach),
    y2: pixel((_, index) => toY(index) + reach),
    stroke,
  });
}

/**
 * What stands behind a bar. Where room is short, the line that shows a range has to do
 * without its words.
 */
export function formatBarValue(
  { value, low, high, kind }: Omit<Figure, 'source'>,
  unit: Unit,
  isNarrow: boolean,
): string {
  const say = (one: number | null) => formatValue(one, unit, kind);
  const isRange = low != null && high != null && low !== high;
  // A lone end is no interval: "more than", or "up to".
  const isOpenAbove = low != null && high == null;
  const isOpenBelow = low == null && high != null;
  return [
    isOpenAbove ? `> ${say(low)}` : isOpenBelow ? `≤ ${say(high)}` : say(value),
    ...(isRange && !isNarrow ? [`(${say(low)}–${say(high)})`] : []),
    ...(kind === 'projection' ? ['(proj.)'] : []),
  ].join(' ');
}
