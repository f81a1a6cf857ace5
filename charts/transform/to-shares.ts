/** Each figure as a percentage of its period's sum. */
import { type FigureKind, toWeakestKind } from '@/units/figure-kind';
import { hasValue } from '../kinds/figure';
import type { Series } from '../kinds/time/model';
import { toComputedPoint } from './join-points';

/**
 * Shares of the sum of all series that have a figure in the period. A period
 * whose sum is zero has no shares.
 */
export function toShares(series: readonly Series[]): Series[] {
  const sums = new Map<string, number>();
  const whole = new Map<string, { kind: FigureKind }[]>();
  for (const { period, value, kind } of series.flatMap(({ points }) => points).filter(hasValue)) {
    sums.set(period.label, (sums.get(period.label) ?? 0) + value);
    whole.set(period.label, [...(whole.get(period.label) ?? []), { kind }]);
  }
  return series.map((one) => ({
    ...one,
    points: one.points.map((point) => {
      const sum = sums.get(point.period.label);
      if (!sum || point.value === null) return toComputedPoint(point, null, [point]);
      const computed = toComputedPoint(point, (point.value / sum) * 100, [point]);
      // A share is no firmer than the whole that it is a part of.
      return {
        ...computed,
        kind: toWeakestKind([computed, ...(whole.get(point.period.label) ?? [])]),
      };
    }),
  }));
}
