/** Puts a null where a period is missing, so that a line breaks there. */
import { addDays, toUtc } from '@/units/date';
import { type Period, parseFiscalQuarter, parsePeriod } from '@/units/period';
import type { Point } from './model';

/**
 * Points in order of time, with nulls where the series skips periods it usually
 * has. What is usual follows from the series itself: a list that appears each June
 * and November misses nothing in between; a quarterly series without its second
 * quarter does.
 */
export function fillGaps(points: readonly Point[]): Point[] {
  const ordered = [...points].sort((a, b) => a.period.start.localeCompare(b.period.start));
  const usual = median(ordered.slice(1).map((point, index) => daysBetween(ordered[index]!, point)));
  return ordered.flatMap((point, index) => {
    const next = ordered[index + 1];
    // Half a step of tolerance: lists and months are not equally long.
    const isGap = next !== undefined && daysBetween(point, next) > usual * 1.5;
    return isGap ? [point, ...listMissing(point.period, next.period)] : [point];
  });
}

function daysBetween(from: Point, to: Point): number {
  return (toUtc(to.period.start).getTime() - toUtc(from.period.start).getTime()) / 86_400_000;
}

function median(numbers: readonly number[]): number {
  const ordered = [...numbers].sort((a, b) => a - b);
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
}

function listMissing(from: Period, to: Period): Point[] {
  const missing: Point[] = [];
  for (let period = toNext(from); period && period.start < to.start; period = toNext(period)) {
    missing.push({ period, value: null, kind: 'measured', source: null });
  }
  return missing;
}

/** The period that follows, of the same kind; null after a single day. */
function toNext(period: Period): Period | null {
  const fiscal = parseFiscalQuarter(period.label);
  if (fiscal) {
    const { year, quarter } = fiscal;
    return parsePeriod(quarter === 4 ? `FY${year + 1}-Q1` : `FY${year}-Q${quarter + 1}`);
  }
  const start = addDays(period.end, 1);
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  switch (period.kind) {
    case 'year':
      return parsePeriod(year);
    case 'half':
      return parsePeriod(`${year}-H${month > 6 ? 2 : 1}`);
    case 'quarter':
      return parsePeriod(`${year}-Q${Math.ceil(month / 3)}`);
    case 'month':
      return parsePeriod(start.slice(0, 7));
    default:
      return null;
  }
}
