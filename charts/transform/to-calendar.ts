/** Fiscal quarters set on the calendar. */
import { formatPeriod, parsePeriod, toCalendarQuarter } from '@/units/period';
import { getLastPoint, type Point, type Series } from '../kinds/time/model';

/**
 * Each fiscal quarter on the calendar quarter that holds the middle of its days.
 * Figures stay as they are; other periods stay where they are.
 */
export function toCalendar(series: readonly Series[]): {
  series: readonly Series[];
  notes: readonly string[];
} {
  let example: string | null = null;
  const moved = series.map((one) => {
    const last = getLastPoint(one)?.period;
    if (last?.kind === 'fiscal-quarter') {
      example = `${formatPeriod(last.label)}, which ended on ${last.end}, stands at ${formatPeriod(toCalendarQuarter(last))}`;
    }
    return { ...one, points: one.points.map(movePoint) };
  });
  if (example === null) return { series, notes: [] };
  return {
    series: moved,
    notes: [
      `Aligned: each fiscal quarter stands on the calendar quarter that holds the middle of its days; ${example}. No figure was changed, so each still counts days of the month after the calendar quarter.`,
    ],
  };
}

function movePoint(point: Point): Point {
  if (point.period.kind !== 'fiscal-quarter') return point;
  const { label, start, end } = point.period;
  const period = parsePeriod(toCalendarQuarter(point.period))!;
  return { ...point, period, reported: { label, start, end } };
}
