/**
 * A stretch of time as an address holds it, "2015..2024", "..FY2023-Q4" or
 * "2015..latest", and as people type it into two fields ("Q4 FY23", "June 2022").
 */
import { toUtc } from './date';
import type { FiscalCalendar } from './fiscal-calendar';
import {
  type DayRange,
  parseFiscalQuarter,
  parseFiscalYear,
  parsePeriod,
  toMiddle,
} from './period';

export interface TimeRange {
  /** A period label; null: from the beginning. */
  readonly from: string | null;
  /** A period label; null: to the newest. */
  readonly to: string | null;
  /** Whose years fiscal ends are; absent where none is fiscal. */
  readonly calendar?: FiscalCalendar;
}

/**
 * Reads one end as typed: any period label, with its parts in either order, in any
 * case. Returns the period's label; null for an open end; undefined for a text
 * that is no period.
 */
export function parseBound(text: string): string | null | undefined {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (typed === '' || /^(latest|earliest)$/i.test(typed)) return null;
  const label = toLabel(typed.toUpperCase());
  return label !== null && isRealPeriod(label) ? label : undefined;
}

function toLabel(typed: string): string | null {
  const long = (year: string) => (year.length === 2 ? `20${year}` : year);
  const fiscal =
    /^FY ?(\d{4}|\d{2})(?:[ -]?Q([1-4]))?$/.exec(typed) ??
    swap(/^Q([1-4])[ -]?FY ?(\d{4}|\d{2})$/.exec(typed));
  if (fiscal) return `FY${long(fiscal[1]!)}${fiscal[2] ? `-Q${fiscal[2]}` : ''}`;
  const part = /^(\d{4})[ -]?([QH]\d)$/.exec(typed) ?? swap(/^([QH]\d)[ -]?(\d{4})$/.exec(typed));
  if (part) return `${part[1]}-${part[2]}`;
  const month = /^([A-Z]{3})[A-Z]* (\d{4})$/.exec(typed);
  if (month) {
    const index = MONTHS.indexOf(month[1]!);
    return index < 0 ? null : `${month[2]}-${twoDigits(index + 1)}`;
  }
  const day =
    /^([A-Z]{3})[A-Z]* (\d{1,2}),? (\d{4})$/.exec(typed) ??
    swap(/^(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{4})$/.exec(typed), [0, 2, 1, 3]);
  if (day) {
    const index = MONTHS.indexOf(day[1]!);
    return index < 0 ? null : [day[3], index + 1, day[2]].map(twoDigits).join('-');
  }
  return typed;
}

const twoDigits = (part: string | number | undefined) => String(part).padStart(2, '0');

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

const swap = (parts: RegExpExecArray | null, order: readonly number[] = [0, 2, 1]) =>
  parts && order.map((part) => parts[part]);

/** The field knows years from 1950 to 2099; "2017-02-31" is no day. */
function isRealPeriod(label: string): boolean {
  if (isFiscal(label)) return /20\d{2}/.test(label);
  const period = parsePeriod(label);
  if (!period || !/(19[5-9]|20)\d/.test(label)) return false;
  return !Number.isNaN(toUtc(period.start).getTime()) && toDayText(period) === period.start;
}

const isFiscal = (label: string): boolean =>
  parseFiscalQuarter(label) !== null || parseFiscalYear(label) !== null;

const toDayText = ({ start }: DayRange) => toUtc(start).toISOString().slice(0, 10);

/**
 * Reads a range; one period alone means itself. Ends in the wrong order are
 * exchanged. Null for a text that is no range, or where a fiscal end has no calendar.
 */
export function parseTimeRange(
  text: string,
  calendar: FiscalCalendar | null = null,
): TimeRange | null {
  const ends = text.split('..');
  if (ends.length > 2 || text.trim() === '') return null;
  const [from, to] = [parseBound(ends[0]!), parseBound(ends.at(-1)!)];
  if (from === undefined || to === undefined) return null;
  const [first, last] = [from, to].map((label) => label && parsePeriod(label, calendar));
  if ((from !== null && !first) || (to !== null && !last)) return null;
  const isOfCompany = [from, to].some((label) => label !== null && isFiscal(label));
  const own = isOfCompany && calendar !== null ? { calendar } : {};
  return first && last && first.start > last.end
    ? { from: to, to: from, ...own }
    : { from, to, ...own };
}

/** "2015..2024", "..2024", "2015..latest", "2024"; empty where both ends are open. */
export function formatTimeRange({ from, to }: TimeRange): string {
  if (from === null && to === null) return '';
  return from === to ? from! : `${from ?? ''}..${to ?? 'latest'}`;
}

/**
 * Whether a period lies in a range, by the middle of its days: where its point
 * stands in a picture. Q4 FY23 (Nov 2022 to Jan 2023) is in 2022.
 */
export function isWithin(period: DayRange, { from, to, calendar }: TimeRange): boolean {
  const middle = toMiddle(period).getTime();
  const [first, last] = [from && parsePeriod(from, calendar), to && parsePeriod(to, calendar)];
  const start = first ? toUtc(first.start).getTime() : Number.NEGATIVE_INFINITY;
  const end = last ? toUtc(last.end).getTime() + 86_399_999 : Number.POSITIVE_INFINITY;
  return middle >= start && middle <= end;
}
