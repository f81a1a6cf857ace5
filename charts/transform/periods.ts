/**
 * The periods of series: common ones, quarters added up, set on the calendar, cut to a part of
 * the time, marked where they were not over. Sums are only for flows such as revenue and
 * units: adding up shares or stocks would be wrong.
 */

import { medianIndex } from 'd3-array';
import { toUtc } from '@/units/date';
import { toWeakestKind } from '@/units/figure-kind';
import {
  formatDate,
  formatPeriod,
  listQuartersOf,
  type Period,
  parsePeriod,
  toCalendarQuarter,
  toPeriodAfter,
  toQuarterBefore,
  toYearAround,
} from '@/units/period';
import { isWithin, type TimeRange } from '@/units/time-range';
import { hasValue } from '../kinds/figure';
import { getLastPoint, type Point, type ReportedPeriod, type Series } from '../kinds/time/model';

/**
 * From the first figure to the last; empty where there is none. Unknown periods at the ends of
 * a series are no gaps: the series is not there yet.
 */
export function trimGaps(points: readonly Point[]): readonly Point[] {
  const start = points.findIndex(hasValue);
  return start < 0 ? [] : points.slice(start, points.findLastIndex(hasValue) + 1);
}

interface Summed {
  readonly series: readonly Series[];
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

/**
 * Years, fiscal where the quarters are. A year of which a quarter is unknown is
 * left out and named in a note.
 */
export function sumByYear(series: readonly Series[]): Summed {
  const partial = new Map<string, string[]>();
  const summed = series.map((one) => {
    const byLabel = indexPoints(one);
    const years = [...new Set(one.points.flatMap(({ period }) => toYearAround(period) ?? []))];
    const calendar = one.points[0]?.period.calendar;
    const points = years.flatMap((year): Point[] => {
      const parts = listQuartersOf(year).flatMap((label) => byLabel.get(label) ?? []);
      if (parts.length === 4) {
        const place = {
          period: parsePeriod(year, calendar)!,
          source: parts.at(-1)!.source,
          reported: joinReported(parts),
        };
        return [toComputedPoint(place, addUp(parts), parts)];
      }
      if (parts.length > 0) partial.set(year, [...(partial.get(year) ?? []), one.label]);
      return [
        { period: parsePeriod(year, calendar)!, value: null, kind: 'measured', source: null },
      ];
    });
    return { ...one, points: trimGaps(points) };
  });
  return {
    series: summed.filter(({ points }) => points.length > 0),
    notes: toNotes(partial, series.length),
  };
}

/** Years by the series that lack them; where all do, the year alone. */
function toNotes(partial: ReadonlyMap<string, readonly string[]>, all: number): string[] {
  if (partial.size === 0) return [];
  const years = [...partial]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([year, names]) =>
      names.length === all
        ? formatPeriod(year)
        : `${formatPeriod(year)} (${[...new Set(names)].join(', ')})`,
    );
  return [`Left out, because not all four quarters are known: ${years.join('; ')}.`];
}

/** At each quarter the sum of it and the three before it; null where one is unknown. */
export function sumTrailingYear(series: readonly Series[]): Summed {
  const summed = series.map((one) => {
    const byLabel = indexPoints(one);
    const points = one.points.map((point): Point => {
      const parts = listLastFour(point).flatMap((label) => byLabel.get(label) ?? []);
      const value = parts.length === 4 && point.value !== null ? addUp(parts) : null;
      if (value === null) return toComputedPoint(point, null, []);
      const since = parts.at(-1)!.period.start;
      return toComputedPoint(
        { ...point, since, reported: joinReported(parts.toReversed()) },
        value,
        parts,
      );
    });
    return { ...one, points: trimGaps(points) };
  });
  const short = summed.filter(({ points }) => points.length === 0).map(({ label }) => label);
  return {
    series: summed.filter(({ points }) => points.length > 0),
    notes: [
      'Each figure is the sum of its quarter and the three before it.',
      ...(short.length > 0
        ? [`Left out, because no four quarters in a row are known: ${short.join(', ')}.`]
        : []),
    ],
  };
}

/** The periods of the parts as one, "FY2026-Q3/FY2027-Q2"; absent where they stand at their own. */
function joinReported(parts: readonly Known[]): ReportedPeriod | undefined {
  const [first, last] = [parts[0]?.reported, parts.at(-1)?.reported];
  if (!first || !last) return undefined;
  return { label: `${first.label}/${last.label}`, start: first.start, end: last.end };
}

type Known = Point & { readonly value: number };

/** A period that was not over is no part of a sum. */
function indexPoints({ points }: Series): ReadonlyMap<string, Known> {
  const over = points.filter(hasValue).filter(({ isUnfinished = false }) => !isUnfinished);
  return new Map(over.map((point) => [point.period.label, point]));
}

const addUp = (parts: readonly Known[]): number => parts.reduce((sum, { value }) => sum + value, 0);

function listLastFour({ period }: Point): string[] {
  const labels = [period.label];
  while (labels.length < 4) {
    const label = labels.at(-1)!;
    const before = toQuarterBefore({ ...period, label });
    if (before === null) return [];
    labels.push(before);
  }
  return labels;
}

/**
 * A point that replaces others: their ranges are dropped, because ranges do not add
 * up. It leads to the last of its parts.
 */
export function toComputedPoint(
  place: Pick<Point, 'period' | 'source' | 'reported' | 'since' | 'isUnfinished'>,
  value: number | null,
  parts: readonly Point[],
): Point {
  const { period, source, reported, since, isUnfinished } = place;
  const at = {
    ...{ period, source },
    ...(reported && { reported }),
    ...(since && { since }),
    ...(isUnfinished && { isUnfinished }),
  };
  const kind = toWeakestKind([{ kind: 'derived' }, ...parts]);
  if (value === null) return { ...at, value, kind };
  const newest = parts.at(-1);
  const of = newest ? ` of ${formatPeriod(newest.period.label)}` : '';
  const from = parts.length === 1 ? `the figure${of}` : `${parts.length} figures, the last${of}`;
  const note = `Computed by us from ${from}.`;
  return { ...at, value, kind, note, evidence: newest?.evidence };
}

/** The points within the range; series without a figure there are left out. */
export function cutTime(series: readonly Series[], range: TimeRange): Series[] {
  return series.flatMap((one) => {
    const points = trimGaps(one.points.filter(({ period }) => isWithin(period, range)));
    return points.length > 0 ? [{ ...one, points }] : [];
  });
}

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
      example = `${formatPeriod(last.label)}, which ended on ${last.end}, is placed at ${formatPeriod(toCalendarQuarter(last))}`;
    }
    return { ...one, points: one.points.map(movePoint) };
  });
  if (example === null) return { series, notes: [] };
  return {
    series: moved,
    notes: [
      `Aligned: each fiscal quarter is placed on the calendar quarter that holds the middle of its days; ${example}. No figure was changed, so each still counts days of the month after the calendar quarter.`,
    ],
  };
}

function movePoint(point: Point): Point {
  if (point.period.kind !== 'fiscal-quarter') return point;
  const { label, start, end } = point.period;
  const period = parsePeriod(toCalendarQuarter(point.period))!;
  return { ...point, period, reported: { label, start, end } };
}

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
  const next = first && toPeriodAfter(first);
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
  for (
    let period = toPeriodAfter(from);
    period && period.start < to.start;
    period = toPeriodAfter(period)
  ) {
    missing.push(period);
  }
  return missing;
}
