/** Change against an earlier period, in percent. */
import { type Period, toQuarterBefore, toYearBefore } from '@/units/period';
import { hasValue } from '../kinds/figure';
import type { Series } from '../kinds/time/model';
import { toComputedPoint } from './join-points';
import { trimGaps } from './trim-gaps';

type GrowthStep = 'year' | 'quarter';

const stepBack = { year: toYearBefore, quarter: toQuarterBefore } satisfies Record<
  GrowthStep,
  (period: Period) => string | null
>;

/**
 * Growth against the same period a year before, or against the quarter before.
 * Null where either figure is unknown or the earlier one is not above zero.
 */
export function toGrowth(series: Series, step: GrowthStep): Series {
  const byLabel = new Map(series.points.map((point) => [point.period.label, point]));
  const points = series.points.map((point) => {
    const before = byLabel.get(stepBack[step](point.period) ?? '');
    const isKnown = point.value !== null && before && hasValue(before) && before.value > 0;
    if (!isKnown) return toComputedPoint(point, null, []);
    return toComputedPoint(point, (point.value / before.value - 1) * 100, [before, point]);
  });
  return { ...series, points: trimGaps(points) };
}
