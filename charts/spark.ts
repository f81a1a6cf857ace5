/** A small chart without axes beside a key figure: the course, not the values. */
import * as Plot from '@observablehq/plot';
import { plot, type Size } from './canvas';
import { paint } from './colours';
import { hasValue, type Series } from './model';
import { toMiddle } from './time-axis';

/**
 * Draws one series from zero up to its highest figure, the last point marked. A
 * projection is left out: beside a key figure it could not be told apart. Null
 * when there are fewer than two figures.
 */
export function drawSpark(series: Series, size: Size, label: string): string | null {
  const points = series.points.filter(({ kind }) => kind !== 'projection');
  const known = points.filter(hasValue);
  const last = known.at(-1);
  if (known.length < 2 || !last) return null;
  const frame = { left: 2, right: size.width - 5, top: 5, bottom: size.height - 2 };
  const x = (point: (typeof points)[number]) => toMiddle(point.period);
  const y = (point: (typeof points)[number]) => point.value ?? Number.NaN;
  const top = Math.max(...known.map(({ value }) => value));
  return plot({
    label,
    size,
    frame,
    x: { type: 'utc', axis: null, domain: [toMiddle(known[0]!.period), toMiddle(last.period)] },
    y: { axis: null, domain: [Math.min(0, ...known.map(({ value }) => value)), top] },
    marks: [
      Plot.ruleY([0], { stroke: paint('grid') }),
      Plot.line(points, { x, y, stroke: paint(series.colour), strokeWidth: 1.75, curve: 'linear' }),
      Plot.dot([last], { x, y, r: 3, fill: paint(series.colour) }),
    ],
  });
}
