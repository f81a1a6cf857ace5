/** Keeps a picture readable: many small series become one of "others". */

import { toWeakestKind } from '@/units/figure-kind';
import { hasValue } from './kinds/figure';
import type { Point, Series } from './kinds/time/model';

/**
 * The `most` largest series by their highest figure, and the sum of the rest as
 * one more. Order stays; the sum comes last and takes in a series called `other`.
 * Where adding is not allowed, or there are few, the series come back as they are.
 */
export function foldSmall(
  series: readonly Series[],
  { most, label, allowed = true }: { most: number; label: string; allowed?: boolean },
): Series[] {
  if (!allowed || series.length <= most + 1) return [...series];
  const named = series.filter(({ id }) => id !== 'other');
  const bySize = named.toSorted((a, b) => getHighest(b) - getHighest(a));
  const kept = new Set(bySize.slice(0, most));
  const folded = series.filter((one) => !kept.has(one));
  return [
    ...series.filter((one) => kept.has(one)),
    { id: 'others', label, color: 'other', points: sumPoints(folded) },
  ];
}

function getHighest({ points }: Series): number {
  return Math.max(...points.map(({ value }) => value ?? 0));
}

function sumPoints(series: readonly Series[]): Point[] {
  const sums = new Map<string, Point & { value: number }>();
  for (const point of series.flatMap(({ points }) => points).filter(hasValue)) {
    const sum = sums.get(point.period.label);
    sums.set(point.period.label, {
      period: point.period,
      value: point.value + (sum?.value ?? 0),
      kind: toWeakestKind(sum ? [sum, point] : [point]),
      source: point.source,
      note: 'Added up from smaller series.',
    });
  }
  return [...sums.values()];
}
