/** A small chart without axes next to a key figure: the course, not the values. */
import * as Plot from '@observablehq/plot';
import { toMiddle } from '@/units/period';
import { type Drawing, drawPlot, placeBetween, plot, type Size } from './canvas';
import { type ColorName, paint } from './colors';
import { splitIsolated, toTick } from './isolated-points';
import { hasValue } from './kinds/figure';
import type { Series } from './kinds/time/model';

/** What small charts side by side have in common, so that their heights can be compared. */
interface SharedScale {
  /** The value at the upper edge. */
  readonly top: number;
  readonly ends: readonly [from: Date, to: Date];
}

/** The scale that holds all series, projections left out; null where none has a figure. */
export function buildSharedScale(series: readonly Series[]): SharedScale | null {
  const points = series
    .flatMap((one) => one.points)
    .filter(({ kind }) => kind !== 'projection')
    .filter(hasValue);
  if (points.length === 0) return null;
  const times = points.map(({ period }) => toMiddle(period).getTime());
  return {
    top: Math.max(...points.map(({ value }) => value)),
    ends: [new Date(Math.min(...times)), new Date(Math.max(...times))],
  };
}

/** A panel's SVG alone, where nothing reads its figures out. */
export function drawSpark(series: Series, size: Size, label: string): string | null {
  return drawPanel(series, size, label, null)?.svg ?? null;
}

/**
 * Draws one series from zero up to its highest figure or that of the shared scale,
 * the last point marked. A projection is left out: next to a key figure it could not
 * be told apart. Null when there are fewer than two figures. Hits name points by
 * their place among those of the series.
 */
export function drawPanel(
  series: Series,
  size: Size,
  label: string,
  shared: SharedScale | null,
): Drawing | null {
  const points = series.points.filter(({ kind }) => kind !== 'projection');
  const known = points.filter(hasValue);
  const last = known.at(-1);
  if (known.length < 2 || !last) return null;
  const frame = { left: 2, right: size.width - 5, top: 5, bottom: size.height - 4 };
  const x = (point: (typeof points)[number]) => toMiddle(point.period);
  const y = (point: (typeof points)[number]) => point.value ?? Number.NaN;
  const top = shared?.top ?? Math.max(...known.map(({ value }) => value));
  const ends = shared?.ends ?? [toMiddle(known[0]!.period), toMiddle(last.period)];
  const bottom = Math.min(0, ...known.map(({ value }) => value));
  // A period that is not over yet would look like a fall.
  const settled = points.filter(({ isUnfinished }) => !isUnfinished);
  const { joined, isolated } = splitIsolated(settled);
  const line = { stroke: paint(series.color), strokeWidth: 1.75, curve: 'linear' } as const;
  const toX = placeBetween({ domain: ends }, frame.left, frame.right);
  const toY = placeBetween({ domain: [bottom, top] }, frame.bottom, frame.top);
  const spots = series.points.flatMap((point, period) =>
    point.kind === 'projection' || !hasValue(point)
      ? []
      : [{ x: toX(x(point)), y: toY(point.value), series: 0, period }],
  );
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: 'utc', axis: null, domain: [...ends] },
      y: { axis: null, domain: [bottom, top] },
      marks: [
        Plot.ruleY([0], { stroke: paint('grid') }),
        Plot.line(joined, { ...line, x, y }),
        Plot.dot(isolated, { ...line, x, y, symbol: toTick(5) }),
        ...(last.isUnfinished
          ? [Plot.line(points.slice(settled.length - 1), { ...line, x, y, strokeDasharray: '3 3' })]
          : []),
        Plot.dot([last], {
          x,
          y,
          r: 3,
          stroke: last.isUnfinished ? paint(series.color) : 'none',
          fill: paint(last.isUnfinished ? 'card' : series.color),
        }),
      ],
    },
    spots,
  );
}

/** One of figures too few for a line alone. */
interface Dated {
  readonly start: string;
  readonly end: string;
}

interface SparkPoints {
  readonly color: ColorName;
  /** At least two, oldest first. */
  readonly dots: readonly { readonly date: Dated; readonly value: number }[];
  /** Breaks at null; need not pass through the dots. */
  readonly line: readonly { readonly date: Dated; readonly value: number | null }[];
  /** The end of the time shown where it is later than the last dot: what follows is empty. */
  readonly until?: Dated;
}

/**
 * Dots on a faint line, from zero up to the highest figure; the last dot is the larger one.
 * Null for fewer than two dots.
 */
export function drawSparkPoints(
  { color, dots, line, until }: SparkPoints,
  size: Size,
  label: string,
): string | null {
  const [first, last] = [dots[0], dots.at(-1)];
  if (!first || !last || dots.length < 2) return null;
  const frame = { left: 4, right: size.width - 5, top: 5, bottom: size.height - 2 };
  const { joined, isolated } = splitIsolated(line);
  const x = ({ date }: { date: Dated }) => toMiddle(date);
  const y = ({ value }: { value: number | null }) => value ?? Number.NaN;
  const ends = [first.date, ...line.map(({ date }) => date), last.date, ...(until ? [until] : [])]
    .map((date) => toMiddle(date).getTime())
    .sort((a, b) => a - b);
  return plot({
    label,
    size,
    frame,
    x: { type: 'utc', axis: null, domain: [new Date(ends[0]!), new Date(ends.at(-1)!)] },
    y: { axis: null, domain: [0, Math.max(...dots.map(({ value }) => value))] },
    marks: [
      Plot.ruleY([0], { stroke: paint('grid') }),
      Plot.line(joined, { x, y, stroke: paint(color), strokeWidth: 1, curve: 'linear' }),
      Plot.dot(isolated, { x, y, stroke: paint(color), strokeWidth: 1.5, symbol: toTick(6) }),
      Plot.dot(dots, { x, y, r: 1.75, fill: paint(color) }),
      Plot.dot([last], { x, y, r: 3, fill: paint(color) }),
    ],
  });
}
