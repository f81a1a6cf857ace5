/** What becomes of kind and source when one figure is computed from several. */
import { formatPeriod } from '@/units/period';
import type { FigureKind, Point } from '../model';

const strength = { measured: 0, estimate: 1, projection: 2 } satisfies Record<FigureKind, number>;

/** A figure is no more certain than the least certain of its parts. */
export function toWeakestKind(points: readonly Pick<Point, 'kind'>[]): FigureKind {
  return points.reduce<FigureKind>(
    (weakest, { kind }) => (strength[kind] > strength[weakest] ? kind : weakest),
    'measured',
  );
}

/**
 * A point that replaces others: their ranges are dropped, because ranges do not add
 * up. It leads to the last of its parts.
 */
export function toComputedPoint(
  place: Pick<Point, 'period' | 'source' | 'reported' | 'since'>,
  value: number | null,
  parts: readonly Point[],
): Point {
  const { period, source, reported, since } = place;
  const at = { period, source, ...(reported && { reported }), ...(since && { since }) };
  const kind = toWeakestKind(parts);
  if (value === null) return { ...at, value, kind };
  const newest = parts.at(-1);
  const of = newest ? ` of ${formatPeriod(newest.period.label)}` : '';
  const from = parts.length === 1 ? `the figure${of}` : `${parts.length} figures, the last${of}`;
  const note = `Computed by us from ${from}.`;
  return { ...at, value, kind, note, evidence: newest?.evidence };
}
