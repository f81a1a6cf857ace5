/** Promises along each rival's calendar. */
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { parsePeriod } from '@/units/period';
import { toMissingCalendar } from '../checks/period-matches-dates';
import type { Check, Finding } from '../contract';

interface Row {
  readonly line: number;
  readonly period: string;
  readonly start: string | null;
  readonly end: string;
  readonly months: number;
  readonly vendor: string;
  readonly calendar: FiscalCalendar | null;
}

/** 13 weeks, 12 or 14 in a year of 52 or 53, or a whole year. */
const DAYS: Readonly<Record<number, readonly [number, number]>> = { 3: [84, 98], 12: [364, 371] };
const MAX_DAYS_FROM_QUARTER_END = 7;

export const calendarFits: Check = {
  name: 'calendar-fits',
  explanation:
    'A quarter lasts 12 to 14 weeks and ends within a week of where its label says: at the end of a calendar quarter, for fiscal labels, on the very day that the company’s calendar gives it.',
  find: (tables) =>
    tables
      .all<Row>(
        `SELECT r.rowid AS line, r.period, r.period_start AS start, r.period_end AS "end", r.months,
           r.vendor, v.fiscal_year_end AS calendar
         FROM rival_revenue r JOIN vendors v ON v.vendor = r.vendor ORDER BY r.rowid`,
      )
      .flatMap((row) => (row.period.startsWith('FY') ? checkFiscal(row) : checkCalendar(row))),
};

function checkFiscal({ line, period, start, end, months, vendor, calendar }: Row): Finding[] {
  if (calendar === null) {
    return [
      {
        line,
        column: 'period',
        found: period,
        ...toMissingCalendar(vendor),
      },
    ];
  }
  const days = parsePeriod(period, calendar);
  const length = days?.kind === 'fiscal-year' ? 12 : 3;
  if (days && end === days.end && (start ?? days.start) === days.start && months === length) {
    return [];
  }
  return [
    {
      line,
      column: 'period_end',
      found: end,
      says: days
        ? `${period} runs from ${days.start} to ${days.end}, ${length} months`
        : `${period} is no fiscal period`,
      advice: 'Correct the label, the dates, the length, or the calendar in vendors.csv.',
    },
  ];
}

function checkCalendar(row: Row): Finding[] {
  const expected = toExpectedEnd(row.period);
  const [least, most] = DAYS[row.months] ?? [0, 0];
  const days = row.start ? daysBetween(row.start, row.end) + 1 : least;
  if (
    expected &&
    Math.abs(daysBetween(expected.end, row.end)) <= MAX_DAYS_FROM_QUARTER_END &&
    expected.months === row.months &&
    days >= least &&
    days <= most
  ) {
    return [];
  }
  return [
    {
      line: row.line,
      column: 'period_end',
      found: row.end,
      says: `${row.period} lasts ${expected?.months ?? 'no known number of'} months and ends about ${expected?.end ?? 'never'}`,
      advice: 'Correct the label, the dates or the length.',
    },
  ];
}

function toExpectedEnd(period: string): { end: string; months: number } | null {
  const parts = /^(\d{4})(?:-Q([1-4]))?$/.exec(period);
  if (!parts) return null;
  const [, year, quarter] = parts;
  const end = new Date(Date.UTC(Number(year), Number(quarter ?? 4) * 3, 0))
    .toISOString()
    .slice(0, 10);
  return { end, months: quarter ? 3 : 12 };
}

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}
