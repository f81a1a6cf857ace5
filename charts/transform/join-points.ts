/** What becomes of kind and source when one figure is computed from several. */
import type { FigureKind, Point } from '../model';

const strength = { measured: 0, estimate: 1, projection: 2 } satisfies Record<FigureKind, number>;

/** A figure is no more certain than the least certain of its parts. */
export function toWeakestKind(points: readonly Pick<Point, 'kind'>[]): FigureKind {
  return points.reduce<FigureKind>(
    (weakest, { kind }) => (strength[kind] > strength[weakest] ? kind : weakest),
    'measured',
  );
}

/** A point that replaces others: their ranges are dropped, because ranges do not add up. */
export function toComputedPoint(
  place: Pick<Point, 'period' | 'source'>,
  value: number | null,
  parts: readonly Point[],
): Point {
  const { period, source } = place;
  return { period, value, kind: toWeakestKind(parts), source };
}
