/**
 * Numbers as spreadsheets and people write them → the one way that the parsers of cells
 * read. How decimals are marked is found for a column as a whole, and said.
 */

export type DecimalMark = '.' | ',';

interface NumberForm {
  readonly decimal: DecimalMark;
  /** Whether the cells themselves say so; "3,616" alone may be either. */
  readonly isSure: boolean;
}

/** A cell of words for "there is no figure". */
export const isNoFigure = (cell: string): boolean => NO_FIGURE.test(cell);

const NO_FIGURE =
  /^([-–—.…?x*]|\.\.|n\.?\s?[ad]\.?|n\/a|na|nan|null|none|nil|#n\/a|#value!|#ref!|#div\/0!|unknown|tbd|k\.?\s?a\.?|keine angabe|s\.?o\.?|无|不详)?$/i;

/** Whether it can be read as a number in some way. */
export const isFigureCell = (cell: string): boolean =>
  cell !== '' && (tidyNumber(cell, '.') ?? tidyNumber(cell, ',')) !== null;

/**
 * A number in canonical form: digits, a point, perhaps a minus. "€ 1.234,5" with a decimal
 * comma is "1234.5", "(120)" is "-120", "$3.6bn" is "3600000000". Null: no number.
 */
export function tidyNumber(cell: string, decimal: DecimalMark): string | null {
  const parts = parse(cell);
  if (!parts) return null;
  const { body, exponent, isNegative, magnitude } = parts;
  const grouping = decimal === '.' ? ',' : '.';
  if (body.includes(grouping) && !GROUPED[grouping].test(body.split(decimal)[0]!)) return null;
  const plain = body.replaceAll(grouping, '').replace(decimal, '.');
  if (!/^(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const zeros = (exponent ? Number(exponent) : 0) + magnitude;
  const value = Number(zeros === 0 ? plain : `${plain}e${zeros}`);
  return Number.isFinite(value) ? toPlain(isNegative ? -value : value) : null;
}

/** What stands around a number: the sign for money, "%", "bn". */
export function readMarks(cell: string): Pick<Parts, 'currency' | 'isPercent' | 'magnitude'> {
  return parse(cell) ?? { currency: null, isPercent: false, magnitude: 0 };
}

/** Groups of three digits, and of two as in India, before three at the end. */
const GROUPED = {
  ',': /^\d{1,3}(,\d{2,3})*,\d{3}$/,
  '.': /^\d{1,3}(\.\d{3})+$/,
} as const;

interface Parts {
  readonly body: string;
  readonly exponent: string | undefined;
  readonly isNegative: boolean;
  /** Powers of ten that a word behind the number stands for. */
  readonly magnitude: number;
  readonly currency: string | null;
  readonly isPercent: boolean;
}

function parse(cell: string): Parts | null {
  const typed = cell
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    // Marks of footnotes, and "about".
    .replace(/(\s?\[[a-z\d]\]|[*†‡]+)$/i, '')
    .replace(/^(~|≈|c\.|ca\.)\s?/i, '')
    .trim();
  const inBrackets = /^\((.*)\)$/.exec(typed);
  const [, sign = '', before = '', later = '', digits, exponent, word = '', behind = ''] =
    NUMBER.exec(inBrackets?.[1] ?? typed) ?? [];
  if (digits === undefined) return null;
  const code = (before || behind.replace('%', '')).toUpperCase();
  if (code && !(code in CURRENCIES)) return null;
  return {
    body: digits.trim().replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, ''),
    exponent,
    isNegative: inBrackets !== null || sign === '-' || later === '-',
    magnitude: toMagnitude(word),
    currency: code ? CURRENCIES[code]! : null,
    isPercent: behind === '%',
  };
}

const NUMBER =
  /^([-+]?)\s?((?:US|NT|HK|C|A)?[$€£¥₩₹]|[A-Z]{3})?\s?([-+]?)\s?((?:\d[\d.,\s'’]*|[.,]\d+))(?:[eE]([+-]?\d{1,3}))?\s?(tn|trn|bn|b|bln|mrd\.?|mia\.?|billions?|mn|m|mm|mio\.?|millions?|k|thousands?|tsd\.?|万|亿)?\s?(%|[€£¥₩₹$]|[A-Z]{3})?$/i;

/** 9 for "bn", 6 for "m"; 0 for no such word. */
export function toMagnitude(word: string): number {
  return MAGNITUDES.find(([form]) => form.test(word))?.[1] ?? 0;
}

const MAGNITUDES = [
  [/^(tn|trn|trillions?|billionen|万亿)$/i, 12],
  [/^(bn|bln|b|billions?|mrd\.?|mia\.?|milliarden?|milliards?|mld)$/i, 9],
  [/^亿$/, 8],
  [/^(mn|mm|m|mio\.?|millions?|millionen|百万)$/i, 6],
  [/^万$/, 4],
  [/^(k|thousands?|tsd\.?|tausend|千)$/i, 3],
] as const;

/** Signs and codes of money → its code; a sign that several have is its commonest. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  USD: 'USD',
  '€': 'EUR',
  EUR: 'EUR',
  EURO: 'EUR',
  '£': 'GBP',
  GBP: 'GBP',
  '¥': 'CNY',
  CNY: 'CNY',
  RMB: 'CNY',
  JPY: 'JPY',
  NT$: 'TWD',
  TWD: 'TWD',
  HK$: 'HKD',
  HKD: 'HKD',
  '₩': 'KRW',
  KRW: 'KRW',
  '₹': 'INR',
  INR: 'INR',
  C$: 'CAD',
  CAD: 'CAD',
  A$: 'AUD',
  AUD: 'AUD',
  CHF: 'CHF',
};

/** Without an exponent, which the parsers of cells do not read. */
function toPlain(value: number): string {
  const text = String(value);
  return text.includes('e')
    ? value.toFixed(Math.abs(value) < 1 ? 20 : 0).replace(/\.?0+$/, '')
    : text;
}

/**
 * How the cells of a column mark decimals, by those that leave no doubt. `others` are the
 * cells of the other columns, which the same program wrote. Null: there is no number.
 */
export function findNumberForm(
  cells: readonly string[],
  others: readonly string[] = [],
): NumberForm | null {
  const bodies = cells.flatMap((cell) => parse(cell)?.body ?? []);
  if (bodies.length === 0) return null;
  const said = bodies.map(findMark).find((mark) => mark !== null);
  if (said) return { decimal: said, isSure: true };
  // Nobody writes three zeros behind a decimal mark: "120,000".
  const open = bodies.filter((body) => /[.,]/.test(body));
  if (open.every((body) => /[,]000$/.test(body))) return { decimal: '.', isSure: true };
  const elsewhere = others.flatMap((cell) => parse(cell)?.body ?? []).map(findMark);
  const mark = elsewhere.find((one) => one !== null);
  if (mark) return { decimal: mark, isSure: true };
  return { decimal: '.', isSure: !open.some((body) => body.includes(',')) };
}

/** The decimal mark that a number leaves no doubt of; null where it might be grouping. */
function findMark(body: string): DecimalMark | null {
  const marks = body.match(/[.,]/g) ?? [];
  const [first] = marks;
  if (first === undefined) return null;
  const other = (mark: string): DecimalMark => (mark === ',' ? '.' : ',');
  if (new Set(marks).size === 2) return marks.at(-1) as DecimalMark;
  if (marks.length > 1) return other(first);
  const isLikeGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(body);
  return isLikeGroup ? null : (first as DecimalMark);
}
