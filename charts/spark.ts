/** A small chart without axes beside a key figure: the course, not the values. */
import * as Plot from '@observablehq/plot';
import { plot, type Size } from './canvas';
import { paint } from './colours';
import { hasValue, type Series } from './model';
import { toMiddle } from './time-axis';

/** What small charts side by side have in common, so that their heights can be compared. */
export interface SharedScale {
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

/**
 * Draws one series from zero up to its highest figure or that of the
 * shared scale, the last point marked. A
 * projection is left out: beside a key figure it could not be told apart. Null
 * when there are fewer than two figures.
 */
export function drawSpark(
  series: Series,
  size: Size,
  label: string,
  shared: SharedScale | null = null,
): string | null {
  const points = series.points.filter(({ kind }) => kind !== 'projection');
  const known = points.filter(hasValue);
  const last = known.at(-1);
  if (known.length < 2 || !last) return null;
  const frame = { left: 2, right: size.width - 5, top: 5, bottom: size.height - 2 };
  const x = (point: (typeof points)[number]) => toMiddle(point.period);
  const y = (point: (typeof points)[number]) => point.value ?? Number.NaN;
  const top = shared?.top ?? Math.max(...known.map(({ value }) => value));
  const ends = shared?.ends ?? [toMiddle(known[0]!.period), toMiddle(last.period)];
  return plot({
    label,
    size,
    frame,
    x: { type: 'utc', axis: null, domain: [...ends] },
    y: { axis: null, domain: [Math.min(0, ...known.map(({ value }) => value)), top] },
    marks: [
      Plot.ruleY([0], { stroke: paint('grid') }),
      Plot.line(points, { x, y, stroke: paint(series.colour), strokeWidth: 1.75, curve: 'linear' }),
      Plot.dot([last], { x, y, r: 3, fill: paint(series.colour) }),
    ],
  });
}
