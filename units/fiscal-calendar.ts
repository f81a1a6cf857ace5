/**
 * When a company's fiscal year ends, as its filings word it: "last Sunday of January",
 * "Saturday nearest the end of January", "last day of May". A year has the number of the
 * calendar year whose month it names. Years that end on a weekday have 52 or 53 weeks;
 * the quarter of 14 is the fourth unless the words say another: "…, long Q1".
 */
import { addDays, toDay, toUtc } from './date';

/** A text that fits `FISCAL_CALENDAR`: data, next to the company's row. */
export type FiscalCalendar = string;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

export const FISCAL_CALENDAR = new RegExp(
  `^(last day|last (?:${WEEKDAYS.join('|')})|(?:${WEEKDAYS.join('|')}) nearest the end) of (${MONTHS.join('|')})(?:, long Q([1-4]))?$`,
);

/** First and last day of a fiscal quarter, ISO. Throws for a text that is no calendar. */
export function toFiscalQuarter(
  calendar: FiscalCalendar,
  year: number,
  quarter: 1 | 2 | 3 | 4,
): { start: string; end: string } {
  const { rule, month, long } = parseCalendar(calendar);
  if (rule === 'last day') {
    return {
      start: firstDay(year, month + quarter * 3 - 14),
      end: lastDay(year, month - 12 + quarter * 3),
    };
  }
  const start = addDays(toYearEnd(calendar, year - 1), 1);
  const weeks = (daysBetween(start, toYearEnd(calendar, year)) + 1) / 7;
  const before = (quarter - 1) * WEEKS + (weeks > 52 && quarter > long ? 1 : 0);
  const own = WEEKS + (weeks > 52 && quarter === long ? 1 : 0);
  return { start: addDays(start, before * 7), end: addDays(start, (before + own) * 7 - 1) };
}

const WEEKS = 13;

function toYearEnd(calendar: FiscalCalendar, year: number): string {
  const { rule, month } = parseCalendar(calendar);
  const end = lastDay(year, month);
  const weekday = WEEKDAYS.findIndex((name) => rule.includes(name));
  const back = (toUtc(end).getUTCDay() - weekday + 7) % 7;
  return addDays(end, rule.startsWith('last') || back <= 3 ? -back : 7 - back);
}

function parseCalendar(calendar: FiscalCalendar) {
  const parts = FISCAL_CALENDAR.exec(calendar);
  if (!parts) throw new Error(`"${calendar}" is no fiscal calendar.`);
  const [, rule = '', month = '', long = '4'] = parts;
  return { rule, month: MONTHS.indexOf(month) + 1, long: Number(long) };
}

/** Of a month counted from January of the year; 0 is December before it. */
const firstDay = (year: number, month: number): string =>
  toDay(new Date(Date.UTC(year, month - 1, 1)));
const lastDay = (year: number, month: number): string => toDay(new Date(Date.UTC(year, month, 0)));

function daysBetween(from: string, to: string): number {
  return (toUtc(to).getTime() - toUtc(from).getTime()) / 86_400_000;
}
