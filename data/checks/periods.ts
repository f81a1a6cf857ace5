/**
 * Period labels as the datasets write them: those of `units/period`, and also half
 * years ("2023-H1") and spans of months ("2025-01/2025-05").
 */
import { type DayRange, parsePeriod } from '@/units/period';

/** First and last day of a label; null when it is none. */
export function toDayRange(label: string): DayRange | null {
  const half = /^(\d{4})-H([12])$/.exec(label);
  if (half)
    return join(`${half[1]}-Q${half[2] === '1' ? 1 : 3}`, `${half[1]}-Q${half[2] === '1' ? 2 : 4}`);
  const span = /^([^/]+)\/([^/]+)$/.exec(label);
  if (span?.[1] && span[2]) return join(span[1], span[2]);
  return parsePeriod(label);
}

function join(first: string, last: string): DayRange | null {
  const [from, to] = [parsePeriod(first), parsePeriod(last)];
  return from && to && { start: from.start, end: to.end };
}
