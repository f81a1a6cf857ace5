/** A small chart of figures too few for a line alone: each a dot, on a faint line. */
import * as Plot from '@observablehq/plot';
import { toMiddle } from '@/units/period';
import { plot, type Size } from './canvas';
import { type ColorName, paint } from './colors';
import { splitIsolated, toTick } from './isolated-points';

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

/** Draws from zero up to the highest figure; the last dot is the larger one. Null for fewer than two dots. */
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
