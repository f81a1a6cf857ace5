/** What a series has at the time that is asked for: which of its rows, in which meaning of the words. */

import { max } from 'd3-array';
import { addDays } from '@/units/date';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import {
  type DayRange,
  formatMonths,
  formatPeriod,
  formatPeriodLong,
  type Period,
  parsePeriod,
  toCalendarQuarter,
  toYearBefore,
} from '@/units/period';
import type { CellValue } from '@/units/table';
import { formatTimeRange, isWithin } from '@/units/time-range';
import type { AnswerSeries } from './answer-series';

export type Row = Readonly<Record<string, CellValue>>;

/** A row at its time. */
interface Dated {
  readonly row: Row;
  readonly period: Period;
  readonly value: number;
}

type Line = readonly [Dated, ...Dated[]];

/** A figure of an answer: a row, or the sum of a year’s. */
export interface Shown {
  readonly at: Dated;
  readonly value: number;
  /** The same a year earlier; null where nobody says. */
  readonly before: number | null;
  /** A year that is the sum of rows; null for a row. */
  readonly sum: Period | null;
}

interface ReadTimes {
  /** Each series with what it has at the time: one figure, or one for each meaning. */
  readonly groups: readonly (readonly Shown[])[];
  readonly note: string | null;
}

/** What each series has at the time asked for; the newest where none is asked for, or known. */
export function readTimes(
  lines: readonly Line[],
  label: string | null,
  series: AnswerSeries,
  calendar: FiscalCalendar | null,
): ReadTimes {
  const newest = lines
    .map(([first]) => first)
    .toSorted(compareEnds)
    .at(-1)!;
  if (label === null) {
    return { groups: listCurrent(lines).map(listNewest), note: null };
  }
  const found = lines
    .map((line) => listMeant(line, label, series, calendar))
    .filter((group) => group.length > 0);
  if (found.length > 0) {
    const isTwofold = found.some((group) => group.length > 1);
    return { groups: found, note: isTwofold ? explainTwofold(found, label) : null };
  }
  const first = lines.flat().toSorted(compareEnds)[0]!;
  return {
    groups: listCurrent(lines).map(listNewest),
    note: `No figures for ${formatPeriod(label)}. This series runs from ${formatPeriod(first.period.label)} to ${formatPeriod(newest.period.label)}.`,
  };
}

/** Rows without a day cannot be set in an order, and are none of a series. */
export function toDated(row: Row, series: AnswerSeries, calendar: FiscalCalendar | null): Dated[] {
  const label = String(row[series.period])
    .replace(/^soai-/, '')
    .replace(/-v0$/, '');
  const [start, end] = [row.period_start, row.period_end];
  const value = row[series.figure];
  if (typeof value !== 'number') return [];
  const parsed = parsePeriod(label, calendar);
  if (typeof end === 'string') {
    const days = { start: typeof start === 'string' ? start : addDays(end, -90), end };
    const own = parsed ?? { label, kind: 'quarter' as const };
    return [{ row, value, period: { ...own, ...days } }];
  }
  return parsed ? [{ row, value, period: parsed }] : [];
}

/** Each series, newest first. */
export function groupLines(dated: readonly Dated[], series: AnswerSeries): Line[] {
  const lines = new Map<string, Dated[]>();
  for (const one of dated) {
    const key = series.series.map((name) => one.row[name]).join('\n');
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  return [...lines.values()].map(
    (line) => line.toSorted((a, b) => compareEnds(b, a)) as [Dated, ...Dated[]],
  );
}

export const compareEnds = (a: Dated, b: Dated) => a.period.end.localeCompare(b.period.end);

/** Without the series that ended years before the others. */
function listCurrent(lines: readonly Line[]): readonly Line[] {
  const newest = max(lines, ([first]) => first.period.end) ?? '';
  return lines.filter(([first]) => first.period.end >= addDays(newest, -MOST_DAYS_BEHIND));
}

/** The newest figure; next to a projection also the newest that is none. */
function listNewest(line: Line): Shown[] {
  const isProjected = ({ row }: Dated) => row.kind === 'projection';
  const firm = isProjected(line[0]) ? line.find((one) => !isProjected(one)) : undefined;
  return [...(firm ? [firm] : []), line[0]].map((one) => toShown(line, one));
}

const MOST_DAYS_BEHIND = 2 * 366;

/** Every meaning that the label has for the series, oldest first. */
function listMeant(
  line: Line,
  label: string,
  { adds }: AnswerSeries,
  calendar: FiscalCalendar | null,
): Shown[] {
  const isFiscal = line[0].period.kind === 'fiscal-quarter';
  const fiscal = isFiscal && !label.startsWith('FY') ? [toFiscalLabel(label)] : [];
  const labels = [...fiscal, label].filter((one) => one !== null);
  const meant = labels.flatMap((one): Shown[] => {
    const period = parsePeriod(one, calendar);
    if (!period) return [];
    const rows = line.filter((row) => fits(row.period, period));
    const isYear = period.kind === 'year' || period.kind === 'fiscal-year';
    if (isYear && adds && rows.some(({ period: own }) => own.kind !== period.kind)) {
      return sumYear(line, rows, period, calendar);
    }
    return rows[0] ? [toShown(line, rows[0])] : [];
  });
  const once = new Map(meant.map((one) => [one.sum?.label ?? one.at.period.label, one]));
  return [...once.values()].toSorted((a, b) => compareEnds(a.at, b.at));
}

/** "2023-Q4" → "FY2023-Q4": what most people mean by it of a company with its own year. */
function toFiscalLabel(label: string): string | null {
  return /^\d{4}(-Q\d)?$/.test(label) ? `FY${label}` : null;
}

/** Whether the middle of one lies in the other. A fiscal quarter is of one calendar quarter. */
function fits(own: Period, asked: Period): boolean {
  if (own.label === asked.label) return true;
  if (asked.kind === 'fiscal-quarter') return false;
  if (own.kind === 'fiscal-quarter' && asked.kind === 'quarter') {
    return toCalendarQuarter(own) === asked.label;
  }
  const isIn = (one: DayRange, { label, calendar }: Period) =>
    isWithin(one, { from: label, to: label, ...(calendar && { calendar }) });
  const isMonthOf = asked.kind === 'month' && own.start <= toMid(asked) && toMid(asked) <= own.end;
  return isMonthOf || isIn(own, asked);
}

const toMid = ({ start }: DayRange): string => addDays(start, 14);

/** A year of four quarters; nothing where one of them is unknown. */
function sumYear(
  line: Line,
  rows: readonly Dated[],
  period: Period,
  calendar: FiscalCalendar | null,
): Shown[] {
  if (rows.length !== 4) return [];
  const before = parsePeriod(toYearBefore(period) ?? '', calendar);
  const earlier = before ? line.filter((row) => fits(row.period, before)) : [];
  const add = (all: readonly Dated[]) => all.reduce((sum, { value }) => sum + value, 0);
  const days = { start: rows.at(-1)!.period.start, end: rows[0]!.period.end };
  return [
    {
      at: rows[0]!,
      value: add(rows),
      before: earlier.length === 4 ? add(earlier) : null,
      sum: { ...period, ...days },
    },
  ];
}

function toShown(line: Line, at: Dated): Shown {
  const label = toYearBefore(at.period);
  const before = line.find(({ period }) => period.label === label);
  return { at, value: at.value, before: before?.value ?? null, sum: null };
}

/** "Q4 2023 can be …": whoever asked has to see that there are two. */
function explainTwofold(groups: readonly (readonly Shown[])[], label: string): string {
  const names = groups.find((group) => group.length > 1)!.map((one) => toWhen(one));
  return `“${formatPeriod(label)}” can be ${names.join(' or ')}. Showing both.`;
}

export function toWhen({ at, sum }: Shown): string {
  if (!sum) return formatPeriodLong(at.period);
  return `${formatPeriod(sum.label)} (${formatMonths(sum)})`;
}

/** The part of the chart around the time, two years on both sides; nothing for the newest. */
export function toTime(
  label: string | null,
  dated: readonly Dated[],
  calendar: FiscalCalendar | null,
): Record<string, string> {
  const period = label && parsePeriod(label, calendar);
  if (!period) return {};
  const year = Number(period.end.slice(0, 4));
  const years = dated.map((one) => Number(one.period.end.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (year < first || year > last) return {};
  const time = formatTimeRange({
    from: year - 2 <= first ? null : String(year - 2),
    to: year + 2 >= last ? null : String(year + 2),
  });
  return time === '' ? {} : { time };
}
