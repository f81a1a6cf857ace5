/** The newest settled figure of a vendor, and how it stands to the year before. */
import { getLastPoint, hasValue, type Point, type Series } from '@/charts/model';
import { formatChange, type Unit } from '@/units/format-value';
import { toYearBefore } from '@/units/period';

/**
 * A vendor's series: the one of its own name, else of several definitions ("amd-data-center")
 * the one with the newest figure. Null where there is none.
 */
export function findVendorSeries(series: readonly Series[], vendor: string): Series | null {
  const end = (one: Series) => getLastPoint(one)?.period.end ?? '';
  const lines = series.filter(({ id }) => id.startsWith(`${vendor}-`));
  return (
    series.find(({ id }) => id === vendor) ??
    lines.toSorted((a, b) => end(b).localeCompare(end(a)))[0] ??
    null
  );
}

/** A projection is no figure that anybody could compare, nor is a year that is not over. */
export function toSettled(series: Series): Series {
  return {
    ...series,
    points: series.points.filter(
      ({ kind, isUnfinished }) => kind !== 'projection' && !isUnfinished,
    ),
  };
}

/**
 * A point against the same period a year before: in points for shares, in percent else.
 * Null where that year is unknown or, for percent, not above zero.
 */
export function describeYear(
  { points }: Series,
  { period, value, kind }: Point & { value: number },
  unit: Unit,
): string | null {
  const label = toYearBefore(period);
  const before = points.filter(hasValue).find((point) => point.period.label === label)?.value;
  if (before === undefined) return null;
  // Of a model neither figure is known to a tenth, so their difference is less so.
  const [about, round] =
    kind === 'modeled' ? ['about ', Math.round] : ['', (change: number) => change];
  if (unit === '%') {
    return `${about}${formatChange(round(value - before), 'percentage points')} on the year`;
  }
  if (before <= 0) return null;
  return `${about}${formatChange(round((value / before - 1) * 100), '%')} on the year`;
}
