/** Puts a null where a series misses a period, so that its line breaks there. */
import { medianIndex } from 'd3-array';
import { addDays, toUtc } from '@/units/date';
import { type Period, parseFiscalQuarter, parsePeriod } from '@/units/period';
import type { Point, Series } from './kinds/time/model';

/**
 * Series of one picture on common periods, in order of time. Between its first and
 * last figure a series gets a null for each period that another series has, and
 * for each that the picture as a whole skips. What counts as skipped follows from
 * the periods themselves: a list that appears each June and November misses
 * nothing in between; a quarterly series without its second quarter does, and so do
 * two periods that do not follow one another. Series
 * dated by the day only get their order: between two days nothing is missing.
 */
export function alignSeries(series: readonly Series[]): Series[] {
  const periods = listCommonPeriods(series);
  return series.map((one) => {
    const points = one.points.toSorted((a, b) => compare(a.period, b.period));
    const [first, last] = [points[0]?.period, points.at(-1)?.period];
    if (!first || !last || periods.some(({ kind }) => kind === 'day')) return { ...one, points };
    const byLabel = new Map(points.map((point) => [point.period.label, point]));
    const between = periods.filter(
      (period) => compare(period, first) >= 0 && compare(period, last) <= 0,
    );
    return { ...one, points: between.map((period) => byLabel.get(period.label) ?? toGap(period)) };
  });
}

const toGap = (period: Period): Point => ({ period, value: null, kind: 'measured', source: null });

const compare = (a: Period, b: Period): number =>
  a.start.localeCompare(b.start) || a.end.localeCompare(b.end);

function listCommonPeriods(series: readonly Series[]): Period[] {
  const byLabel = new Map(
    series.flatMap(({ points }) => points.map(({ period }) => [period.label, period])),
  );
  const known = [...byLabel.values()].sort(compare);
  const usual = toUsualStep(known);
  return known.flatMap((period, index) => {
    const next = known[index + 1];
    // Half a step of tolerance: lists and months are not equally long.
    const isGap = next !== undefined && daysBetween(period, next) > usual * 1.5;
    return isGap ? [period, ...listMissing(period, next)] : [period];
  });
}

/** The median; a step that was taken once is no rhythm, so that periods then follow one another. */
function toUsualStep(known: readonly Period[]): number {
  const [first] = known;
  const next = first && toNext(first);
  if (known.length === 2 && next) return daysBetween(first, next);
  const steps = known.slice(1).map((period, index) => daysBetween(known[index]!, period));
  // Of two middle steps the shorter one: of two steps in all, the longer may be a gap.
  return steps[medianIndex(steps)] ?? 0;
}

function daysBetween(from: Period, to: Period): number {
  return (toUtc(to.start).getTime() - toUtc(from.start).getTime()) / 86_400_000;
}

function listMissing(from: Period, to: Period): Period[] {
  const missing: Period[] = [];
  for (let period = toNext(from); period && period.start < to.start; period = toNext(period)) {
    missing.push(period);
  }
  return missing;
}

/** The period that follows, of the same kind; null after a single day. */
function toNext(period: Period): Period | null {
  const fiscal = parseFiscalQuarter(period.label);
  if (fiscal) {
    const { year, quarter } = fiscal;
    const next = quarter === 4 ? `FY${year + 1}-Q1` : `FY${year}-Q${quarter + 1}`;
    return parsePeriod(next, period.calendar);
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
