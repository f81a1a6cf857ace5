/** Puts a null where a period is missing, so that a line breaks there. */
import { addDays } from '@/units/date';
import { type Period, parseFiscalQuarter, parsePeriod } from '@/units/period';
import type { Point } from './model';

/**
 * Points in order of time with every missing period of the same kind between the
 * first and the last filled by a null point. Series that mix kinds of period stay
 * as they are, apart from the order.
 */
export function fillGaps(points: readonly Point[]): Point[] {
  const ordered = [...points].sort((a, b) => a.period.start.localeCompare(b.period.start));
  return ordered.flatMap((point, index) => {
    const next = ordered[index + 1];
    return next ? [point, ...listMissing(point.period, next.period)] : [point];
  });
}

function listMissing(from: Period, to: Period): Point[] {
  if (from.kind !== to.kind || from.kind === 'day') return [];
  const missing: Point[] = [];
  for (let period = toNext(from); period && period.start < to.start; period = toNext(period)) {
    missing.push({ period, value: null, kind: 'measured', source: null });
  }
  return missing;
}

/** The period that follows, of the same kind. */
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
