/**
 * The periods the market reports in: years, calendar quarters, months, halves of
 * a survey year and fiscal quarters. A label is what a CSV holds ("2025-Q4",
 * "FY2023-Q4"); `formatPeriod` makes it one for people ("Q4 2025", "Q4 FY23").
 */
import { addDays, toDay, toUtc } from './date';
import { type FiscalCalendar, toFiscalQuarter } from './fiscal-calendar';

export interface DayRange {
  /** First day, ISO. */
  readonly start: string;
  /** Last day, ISO, inclusive. */
  readonly end: string;
}

type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'day' | 'fiscal-quarter' | 'fiscal-year';

export interface Period extends DayRange {
  readonly label: string;
  readonly kind: PeriodKind;
  /** Whose year a fiscal quarter or year belongs to. */
  readonly calendar?: FiscalCalendar;
}

/**
 * Reads a period label; fiscal ones by the calendar of the company that they are of,
 * without which nobody knows their days. Returns null for a text that is no period.
 */
export function parsePeriod(label: string, calendar: FiscalCalendar | null = null): Period | null {
  const fiscal = parseFiscalQuarter(label);
  if (fiscal) {
    if (calendar === null) return null;
    const days = toFiscalQuarter(calendar, fiscal.year, fiscal.quarter);
    return { label, kind: 'fiscal-quarter', ...days, calendar };
  }
  const fiscalYear = parseFiscalYear(label);
  if (fiscalYear !== null) {
    if (calendar === null) return null;
    const { start } = toFiscalQuarter(calendar, fiscalYear, 1);
    const { end } = toFiscalQuarter(calendar, fiscalYear, 4);
    return { label, kind: 'fiscal-year', start, end, calendar };
  }
  const parts = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])(?:-(\d{2}))?))?$/.exec(label);
  if (!parts) return null;
  const [, yearText, quarterText, halfText, monthText, dayText] = parts;
  const year = Number(yearText);
  if (dayText) return { label, kind: 'day', start: label, end: label };
  if (quarterText) {
    const quarter = Number(quarterText);
    return { label, kind: 'quarter', ...monthRange(year, quarter * 3 - 2, quarter * 3) };
  }
  if (halfText) {
    const half = Number(halfText);
    return { label, kind: 'half', ...monthRange(year, half * 6 - 5, half * 6) };
  }
  if (monthText) {
    return { label, kind: 'month', ...monthRange(year, Number(monthText), Number(monthText)) };
  }
  return { label, kind: 'year', ...monthRange(year, 1, 12) };
}

interface FiscalQuarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** Reads "FY2023-Q4"; null for anything else. */
export function parseFiscalQuarter(label: string): FiscalQuarter | null {
  const parts = /^FY(\d{4})-Q([1-4])$/.exec(label);
  if (!parts) return null;
  return { year: Number(parts[1]), quarter: Number(parts[2]) as FiscalQuarter['quarter'] };
}

/** Reads "FY2023"; null for anything else. */
export function parseFiscalYear(label: string): number | null {
  const year = /^FY(\d{4})$/.exec(label)?.[1];
  return year ? Number(year) : null;
}

function monthRange(year: number, firstMonth: number, lastMonth: number): DayRange {
  return {
    start: toDay(new Date(Date.UTC(year, firstMonth - 1, 1))),
    end: toDay(new Date(Date.UTC(year, lastMonth, 0))),
  };
}

/** Whether a date, as exact as it is known, lies within the period of a label that needs no calendar. */
export function isPartOf(date: string, label: string): boolean {
  const [own, whole] = [parsePeriod(date), parsePeriod(label)];
  return own !== null && whole !== null && own.start >= whole.start && own.end <= whole.end;
}

/** The moment in the middle of a period, where its point stands in a picture; noon of a day. */
export function toMiddle({ start, end }: DayRange): Date {
  // The last day belongs to the period up to its midnight.
  return new Date((toUtc(start).getTime() + toUtc(end).getTime() + DAY_MS) / 2);
}

const DAY_MS = 86_400_000;

/**
 * The calendar quarter that holds most of a fiscal quarter's days, by the middle
 * of the range: Q4 FY23 (Nov 2022 to Jan 2023) is Q4 2022.
 */
export function toCalendarQuarter(period: DayRange): string {
  const middle = toMiddle(period);
  return `${middle.getUTCFullYear()}-Q${Math.floor(middle.getUTCMonth() / 3) + 1}`;
}

/** A label for people: "Q4 2025", "Q4 FY23", "Jun 2026", "2024", "Feb 23, 2023". Unknown labels stay. */
export function formatPeriod(label: string): string {
  const fiscal = parseFiscalQuarter(label);
  if (fiscal) return `Q${fiscal.quarter} FY${String(fiscal.year).slice(-2)}`;
  const fiscalYear = parseFiscalYear(label);
  if (fiscalYear !== null) return `FY${String(fiscalYear).slice(-2)}`;
  const part = /^(\d{4})-([QH]\d)$/.exec(label);
  if (part) return `${part[2]} ${part[1]}`;
  const range = /^([^/]+)\/([^/]+)$/.exec(label);
  if (range) return `${formatPeriod(range[1]!)} – ${formatPeriod(range[2]!)}`;
  return formatDate(label);
}

/** "Q2 FY27 (May–Jul 2026)": a fiscal quarter with the months it covers. */
export function formatPeriodLong({ label, start, end }: { label: string } & DayRange): string {
  if (!parseFiscalQuarter(label)) return formatPeriod(label);
  return `${formatPeriod(label)} (${formatMonths({ start, end })})`;
}

/**
 * "May–Jul 2026", "Nov 2025–Jan 2026": the first and the last month that lie in the range by
 * more than half. A fiscal quarter that begins on the last Monday of October is of November.
 */
export function formatMonths(range: DayRange): string {
  const [start, end] = [addDays(range.start, HALF_A_MONTH), addDays(range.end, -HALF_A_MONTH)];
  const [from, to] = [toUtc(start), toUtc(end)];
  const sameYear = from.getUTCFullYear() === to.getUTCFullYear();
  const first = sameYear ? MONTHS[from.getUTCMonth()] : formatDate(start.slice(0, 7));
  return `${first}–${formatDate(end.slice(0, 7))}`;
}

const HALF_A_MONTH = 15;

/** "Feb 23, 2023", "Feb 2023" or "2023", as exact as the ISO text is. Other texts stay as they are. */
export function formatDate(date: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return date;
  const [, year, month, day] = parts;
  if (!month) return year!;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * The label of the same period a year earlier: "FY2023-Q4" → "FY2022-Q4". Null for
 * a single day, because lists by the day do not come on the same day each year.
 */
export function toYearBefore({ label, kind }: Period): string | null {
  if (kind === 'day') return null;
  return label.replace(/\d{4}/, (year) => String(Number(year) - 1));
}

/** The label of the quarter before a quarter, fiscal or not; null for other periods. */
export function toQuarterBefore({ label }: Period): string | null {
  const quarter = parseQuarter(label);
  if (!quarter) return null;
  const { prefix, year, number } = quarter;
  return number === 1 ? `${prefix}${year - 1}-Q4` : `${prefix}${year}-Q${number - 1}`;
}

/** The period that follows, of the same kind; null after a single day. */
export function toPeriodAfter(period: Period): Period | null {
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

/** The label of the year that a quarter belongs to, fiscal or not; null for other periods. */
export function toYearAround({ label }: Period): string | null {
  const quarter = parseQuarter(label);
  return quarter ? `${quarter.prefix}${quarter.year}` : null;
}

/** The labels of a year's four quarters: "FY2023" → "FY2023-Q1" … "FY2023-Q4". */
export function listQuartersOf(year: string): string[] {
  return [1, 2, 3, 4].map((number) => `${year}-Q${number}`);
}

export const isQuarter = ({ kind }: Period): boolean =>
  kind === 'quarter' || kind === 'fiscal-quarter';

function parseQuarter(label: string): { prefix: string; year: number; number: number } | null {
  const fiscal = parseFiscalQuarter(label);
  if (fiscal) return { prefix: 'FY', year: fiscal.year, number: fiscal.quarter };
  const parts = /^(\d{4})-Q([1-4])$/.exec(label);
  return parts ? { prefix: '', year: Number(parts[1]), number: Number(parts[2]) } : null;
}
