/** Series as multiples of where they start: 100 is the first figure shown. */
import { formatPeriod } from '@/units/period';
import { hasValue } from '../kinds/figure';
import type { Point, Series } from '../kinds/time/model';
import { toComputedPoint } from './join-points';

/**
 * Each series divided by its first figure above zero, times 100; figures before it
 * are dropped. Series need not start together, so the notes name each start.
 */
export function toIndex(series: readonly Series[]): {
  series: readonly Series[];
  notes: readonly string[];
} {
  const starts = new Map<string, string[]>();
  const indexed = series.map((one) => {
    const start = one.points.findIndex((point) => hasValue(point) && point.value > 0);
    const base = one.points[start];
    if (!base?.value) return { ...one, points: [] };
    const label = formatPeriod(base.period.label);
    starts.set(label, [...(starts.get(label) ?? []), one.label]);
    const { value: hundred } = base;
    const points = one.points
      .slice(start)
      .map(
        (point): Point =>
          point.value === null
            ? point
            : toComputedPoint(point, (point.value / hundred) * 100, [base, point]),
      );
    return { ...one, points };
  });
  return { series: indexed.filter(({ points }) => points.length > 0), notes: toNotes(starts) };
}

function toNotes(starts: ReadonlyMap<string, readonly string[]>): string[] {
  if (starts.size === 0) return [];
  const [only] = starts.keys();
  if (starts.size === 1) return [`Index: ${only} = 100.`];
  const parts = [...starts].map(([label, names]) => `${names.join(', ')}: ${label} = 100`);
  return [`Index, each from its first figure shown. ${parts.join('; ')}.`];
}
