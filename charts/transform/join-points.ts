/** What becomes of kind and source when one figure is computed from several. */

import { toWeakestKind } from '@/units/figure-kind';
import { formatPeriod } from '@/units/period';
import type { Point } from '../kinds/time/model';

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
  const kind = toWeakestKind([{ kind: 'derived' }, ...parts]);
  if (value === null) return { ...at, value, kind };
  const newest = parts.at(-1);
  const of = newest ? ` of ${formatPeriod(newest.period.label)}` : '';
  const from = parts.length === 1 ? `the figure${of}` : `${parts.length} figures, the last${of}`;
  const note = `Computed by us from ${from}.`;
  return { ...at, value, kind, note, evidence: newest?.evidence };
}
