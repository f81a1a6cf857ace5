/** How a figure over time changed from a year earlier. */
import { toUtc } from '@/units/date';
import { formatChange } from '@/units/format-value';
import type { Period } from '@/units/period';
import type { Point, TimeModel } from './model';

type Measured = Pick<TimeModel, 'unit' | 'axis'>;

/**
 * From the figure of the same series a year earlier: in points of a share, else in percent;
 * null where either is missing, or where the figures are themselves changes.
 */
export function toYearlyChange(
  { period, value }: Pick<Point, 'period' | 'value'>,
  points: readonly Point[],
  { unit, axis }: Measured,
): number | null {
  const before = points.find((one) => isYearBefore(one.period, period))?.value;
  if (value === null || before == null) return null;
  if (axis === 'share') return value - before;
  return unit === '%' || unit === 'percentage points' || before <= 0
    ? null
    : (value / before - 1) * 100;
}

/** "+1.2 points", "−14%", "+117%": growth in whole percent, as it is told of quarters. */
export function formatYearlyChange(change: number, { axis }: Measured): string {
  if (axis !== 'share') return formatChange(Math.round(change), '%');
  const points = formatChange(change, '%').replace('%', '');
  return `${points} ${/^[+−]1$/.test(points) ? 'point' : 'points'}`;
}

/** Fiscal quarters end up to a week earlier or later than a year before. */
function isYearBefore(one: Period, other: Period): boolean {
  const days = (toUtc(other.end).getTime() - toUtc(one.end).getTime()) / DAY_MS;
  return one.kind === other.kind && Math.abs(days - DAYS_OF_YEAR) <= 7;
}

const DAY_MS = 86_400_000;
const DAYS_OF_YEAR = 365;
