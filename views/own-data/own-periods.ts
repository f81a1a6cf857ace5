/**
 * Periods as other programs and other languages write them → our labels. What a text leaves
 * open (day or month first, whose fiscal year) is for the visitor to say, once for a column.
 */
import { isDay } from '@/data/parse-cell';
import { addDays } from '@/units/date';

interface ReadPeriod {
  /** "2025-Q1", "2025-03-31", "FY2025"; fiscal ones still need a calendar. */
  readonly label: string;
  /** What it is, for people: "quarters", "fiscal years", "weeks". */
  readonly form: string;
  /** "2025E": expected, no measurement. */
  readonly isExpected?: boolean;
}

interface PeriodChoices {
  /** Of "1/2/2025": whether the day stands first. */
  readonly isDayFirst?: boolean;
}

/** Years before and after are slips, or of another field. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;

/** Null for a text that is no period, or of a year that nobody means. */
export function readPeriod(
  cell: string,
  { isDayFirst = false }: PeriodChoices = {},
): ReadPeriod | null {
  const typed = toPlainText(cell);
  // Chips are called so: "H100" is no half of the year 2000.
  if (/^[A-Z]\d{3}$/i.test(typed)) return null;
  for (const { form, pattern, read } of FORMS) {
    const parts = pattern.exec(typed);
    if (!parts) continue;
    const label = read(
      parts.slice(1).map((part) => part ?? ''),
      isDayFirst,
    );
    if (label === null || !isSensible(label)) continue;
    const isExpected = /\d[EF]$/i.test(typed);
    return { label, form, ...(isExpected ? { isExpected } : {}) };
  }
  return null;
}

/** "3/4/2025" has its day on either side: whether the cells of a column decide. */
export function findDayOrder(
  cells: readonly string[],
): 'day-first' | 'month-first' | 'open' | null {
  const pairs = cells.flatMap((cell) => {
    const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/.exec(cell.trim());
    return parts ? [[Number(parts[1]), Number(parts[2])] as const] : [];
  });
  if (pairs.length === 0) return null;
  if (pairs.some(([first]) => first > 12)) return 'day-first';
  if (pairs.some(([, second]) => second > 12)) return 'month-first';
  // Points between the parts are written where the day stands first.
  return cells.every((cell) => cell.includes('.')) ? 'day-first' : 'open';
}

/** One spelling of spaces, dashes and digits of full width; Chinese words as numbers. */
function toPlainText(cell: string): string {
  return cell
    .normalize('NFKC')
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(
      /第?([一二三四1-4])(?:季度?|四半期)/,
      (_, digit: string) => ` Q${'一二三四'.indexOf(digit) + 1 || digit}`,
    )
    .replace(/上半年/, ' H1')
    .replace(/下半年/, ' H2')
    .replace(/年 ?(?=[QH])/, ' ')
    .replace(/ +/g, ' ');
}

interface Form {
  readonly form: string;
  readonly pattern: RegExp;
  /** The label of the parts; null where they are none. */
  readonly read: (parts: readonly string[], isDayFirst: boolean) => string | null;
}

const YEAR = String.raw`'?(\d{4}|\d{2})`;
const MONTH = String.raw`([\p{L}]{3,10})\.?`;
const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z| ?UTC|[+-]\d{2}:?\d{2})?)?`;
const form = (form: string, pattern: string, read: Form['read']): Form => ({
  form,
  pattern: new RegExp(`^${pattern}$`, 'iu'),
  read,
});

const FORMS: readonly Form[] = [
  form('days', String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}`, ([y, m, d]) =>
    toDay(y, m, d),
  ),
  form('days', String.raw`((?:19|20)\d{2})(\d{2})(\d{2})`, ([y, m, d]) => toDay(y, m, d)),
  form('days', String.raw`(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?`, ([y, m, d]) =>
    toDay(y, m, d),
  ),
  form('days', String.raw`(\d{1,2})[/.-](\d{1,2})[/.-]${YEAR}${TIME}`, ([a, b, y], isDayFirst) =>
    isDayFirst || Number(a) > 12 ? toDay(y, b, a) : (toDay(y, a, b) ?? null),
  ),
  form('days', String.raw`(\d{1,2})\.?[ -]${MONTH},?[ -]${YEAR}`, ([d, m, y]) =>
    toDay(y, toMonth(m), d),
  ),
  form('days', String.raw`${MONTH} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`, ([m, d, y]) =>
    toDay(y, toMonth(m), d),
  ),
  form(
    'fiscal quarters',
    `Q([1-4])[ -]?F(?:Y|ISCAL)? ?${YEAR}`,
    ([q, y]) => `FY${toYear(y)}-Q${q}`,
  ),
  form(
    'fiscal quarters',
    `F(?:Y|ISCAL)? ?${YEAR}[ -]?Q([1-4])`,
    ([y, q]) => `FY${toYear(y)}-Q${q}`,
  ),
  form('fiscal quarters', `([1-4])Q[ -]?FY ?${YEAR}`, ([q, y]) => `FY${toYear(y)}-Q${q}`),
  form('fiscal years', `(?:FY|fiscal(?: year)?) ?${YEAR}[EF]?`, ([y]) => `FY${toYear(y)}`),
  form(
    'quarters',
    `(?:CY ?)?[QT]([1-4])[ /-]?(?:CY ?)?${YEAR}[EF]?`,
    ([q, y]) => `${toYear(y)}-Q${q}`,
  ),
  form('quarters', `(?:CY ?)?${YEAR}[ -/.]?[QT]([1-4])[EF]?`, ([y, q]) => `${toYear(y)}-Q${q}`),
  form('quarters', `([1-4])[QT][ -]?${YEAR}[EF]?`, ([q, y]) => `${toYear(y)}-Q${q}`),
  form(
    'quarters',
    String.raw`([1-4])(?:\.|st|nd|rd|th)? (?:quartal|quarter|trimestre) ${YEAR}`,
    ([q, y]) => `${toYear(y)}-Q${q}`,
  ),
  form('halves', `[HS]([12])[ -/]?${YEAR}[EF]?`, ([h, y]) => `${toYear(y)}-H${h}`),
  form('halves', `${YEAR}[ -/]?[HS]([12])[EF]?`, ([y, h]) => `${toYear(y)}-H${h}`),
  form('halves', `([12])[HS][ -]?${YEAR}[EF]?`, ([h, y]) => `${toYear(y)}-H${h}`),
  form('months', String.raw`(\d{4})[-/](\d{1,2})`, ([y, m]) => toMonthLabel(y, m)),
  form('months', String.raw`((?:19|20)\d{2})(\d{2})`, ([y, m]) => toMonthLabel(y, m)),
  form('months', String.raw`(\d{4}) ?年 ?(\d{1,2}) ?月`, ([y, m]) => toMonthLabel(y, m)),
  form('months', String.raw`(\d{1,2})[/.-](\d{4})`, ([m, y]) => toMonthLabel(y, m)),
  form('months', `${MONTH}[ -]?${YEAR}`, ([m, y]) => toMonthLabel(y, toMonth(m))),
  form('months', String.raw`(\d{4}|\d{2})[ -]${MONTH}`, ([y, m]) => toMonthLabel(y, toMonth(m))),
  form('weeks', String.raw`(\d{4})-?W(\d{1,2})`, ([y, w]) => toWeekStart(Number(y), Number(w))),
  form('years', String.raw`(?:CY ?)?(\d{4})(?:\.0+)?[EF]?年?`, ([y]) => y ?? null),
];

const toYear = (year = ''): string =>
  year.length === 2 ? `${Number(year) < 70 ? 20 : 19}${year}` : year;
const twoDigits = (part: string | number) => String(part).padStart(2, '0');

function toDay(year = '', month: string | number | null = '', day = ''): string | null {
  if (month === null) return null;
  const label = `${toYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
  return isDay(label) ? label : null;
}

function toMonthLabel(year = '', month: string | number | null = ''): string | null {
  const number = Number(month);
  return month !== null && number >= 1 && number <= 12
    ? `${toYear(year)}-${twoDigits(number)}`
    : null;
}

/** 3 for "Mar", "March", "März", "mars", "marzo"; null for other words. */
function toMonth(word = ''): number | null {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const at = MONTHS.findIndex((names) => names.some((name) => plain.startsWith(name)));
  return at < 0 ? null : at + 1;
}

/** By the first letters, in English, German, French, Spanish and Italian. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/** The Monday of an ISO week, whose first has the 4th of January. */
function toWeekStart(year: number, week: number): string | null {
  if (week < 1 || week > 53) return null;
  const fourth = `${year}-01-04`;
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(fourth, (week - 1) * 7 - weekday);
}

function isSensible(label: string): boolean {
  const year = Number(/\d{4}/.exec(label)?.[0]);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Days as spreadsheets count them, from 30 December 1899: "45747" is March 31, 2025. */
export function readSerialDay(cell: string): string | null {
  const days = /^\d{5}(\.0+)?$/.test(cell) ? Number(cell) : 0;
  const day = addDays('1899-12-30', days);
  return days > 0 && isSensible(day) ? day : null;
}
