/**
 * Period labels as the datasets write them: those of `units/period`, and also spans
 * of them ("2025-01/2025-05").
 */
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { type DayRange, parsePeriod } from '@/units/period';

/** First and last day of a label; null when it is none. */
export function toDayRange(label: string, calendar: FiscalCalendar | null): DayRange | null {
  const span = /^([^/]+)\/([^/]+)$/.exec(label);
  if (!span) return parsePeriod(label, calendar);
  const [from, to] = [parsePeriod(span[1]!, calendar), parsePeriod(span[2]!, calendar)];
  return from && to && { start: from.start, end: to.end };
}
