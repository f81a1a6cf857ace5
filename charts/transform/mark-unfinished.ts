/** Periods that were not over when the data was collected: their figures are not whole yet. */
import { formatDate, formatPeriod } from '@/units/period';
import { hasValue } from '../kinds/figure';
import type { Point, Series } from '../kinds/time/model';

/**
 * Marks the figures of periods that end after the day of collection (ISO). What is
 * projected for the whole of such a period stays what it is. The notes name the
 * periods.
 */
export function markUnfinished(
  series: readonly Series[],
  collectedOn: string,
): { series: readonly Series[]; notes: readonly string[] } {
  const isOpen = (point: Point) =>
    hasValue(point) &&
    point.kind !== 'projection' &&
    (point.reported?.end ?? point.period.end) > collectedOn;
  const open = series.flatMap(({ points }) => points.filter(isOpen));
  if (open.length === 0) return { series, notes: [] };
  const labels = [...new Set(open.map(({ period }) => formatPeriod(period.label)))];
  const marked = series.map((one) => ({
    ...one,
    points: one.points.map((point) => (isOpen(point) ? { ...point, isUnfinished: true } : point)),
  }));
  const note = `${labels.join(', ')}: so far, up to the collection of the data (${formatDate(collectedOn)}); the period was not over.`;
  return { series: marked, notes: [note] };
}
