/** Promises along each rival's calendar. */
import type { Check } from '../contract';

interface Row {
  readonly line: number;
  readonly period: string;
  readonly start: string | null;
  readonly end: string;
  readonly months: number;
}

/** 13 weeks, 12 or 14 in a year of 52 or 53, or a whole year. */
const DAYS: Readonly<Record<number, readonly [number, number]>> = { 3: [84, 98], 12: [364, 371] };
const MAX_DAYS_FROM_QUARTER_END = 7;

export const calendarFits: Check = {
  name: 'calendar-fits',
  explanation:
    'A quarter lasts 12 to 14 weeks and ends within a week of where its label says: at the end of a calendar quarter, or, for fiscal labels (Broadcom’s year ends about 1 November), at the end of January, April, July or October.',
  find: (tables) =>
    tables
      .all<Row>(
        `SELECT rowid AS line, period, period_start AS start, period_end AS "end", months
         FROM rival_revenue ORDER BY rowid`,
      )
      .flatMap((row) => {
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
        return {
          line: row.line,
          column: 'period_end',
          found: row.end,
          says: `${row.period} lasts ${expected?.months ?? 'no known number of'} months and ends about ${expected?.end ?? 'never'}`,
          advice: 'Mend the label, the dates or the length.',
        };
      }),
};

function toExpectedEnd(period: string): { end: string; months: number } | null {
  const parts = /^(FY)?(\d{4})(?:-Q([1-4]))?$/.exec(period);
  if (!parts) return null;
  const [, fiscal, year, quarter] = parts;
  const lastMonth = Number(quarter ?? 4) * 3 - (fiscal ? 2 : 0);
  const end = new Date(Date.UTC(Number(year), lastMonth, 0)).toISOString().slice(0, 10);
  return { end, months: quarter ? 3 : 12 };
}

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}
