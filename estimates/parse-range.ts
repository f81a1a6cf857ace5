/**
 * What somebody writes into a field → a range: "8", "8,500", "0.4 to 0.7",
 * "$200,000", "8–9 billion", "3e23". And back.
 */
import {
  type Assumption,
  type AssumptionRanges,
  type EstimateModel,
  listUsed,
  type Range,
  type Ways,
} from './model';

export type RangeIssue =
  | { readonly rule: 'empty' }
  | { readonly rule: 'not-a-number' }
  | { readonly rule: 'decimal-comma' }
  | { readonly rule: 'reversed'; readonly meant: Range }
  | { readonly rule: 'too-small' | 'too-large' };

type ParsedRange =
  | { readonly range: Range; readonly issue: null }
  | { readonly range: null; readonly issue: RangeIssue };

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

const AMOUNT = String.raw`[$]?\s*(-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d{1,2})?|-?\.\d+)\s*([a-z]+)?\s*%?`;
const RANGE = new RegExp(`^${AMOUNT}(?:\\s*(?:-|–|—|\\.\\.|to)\\s*${AMOUNT})?$`);

/** Reads a single figure or two ends. A scale after the second end counts for both. */
export function parseRange(
  text: string,
  { min, max }: Pick<Assumption, 'min' | 'max'>,
): ParsedRange {
  const written = text.trim().toLowerCase().replace('×', '');
  if (written === '') return bad({ rule: 'empty' });
  // Longer than any figure; and regular expressions are slow on novels.
  if (written.length > 80) return bad({ rule: 'not-a-number' });
  const found = RANGE.exec(written);
  if (!found) return bad({ rule: 'not-a-number' });
  const [, first = '', firstScale, second, secondScale] = found;
  const ends = [
    { digits: first, scale: firstScale ?? (second === undefined ? undefined : secondScale) },
    ...(second === undefined ? [] : [{ digits: second, scale: secondScale }]),
  ];
  const values: number[] = [];
  for (const { digits, scale } of ends) {
    if (!isGrouped(digits)) return bad({ rule: 'decimal-comma' });
    const factor = scale === undefined ? 1 : Object.hasOwn(SCALES, scale) ? SCALES[scale]! : null;
    if (factor === null) return bad({ rule: 'not-a-number' });
    values.push(Number(digits.replaceAll(',', '')) * factor);
  }
  const [low = Number.NaN, high = low] = values;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return bad({ rule: 'not-a-number' });
  if (low > high) return bad({ rule: 'reversed', meant: { low: high, high: low } });
  if (low < min) return bad({ rule: 'too-small' });
  if (high > max) return bad({ rule: 'too-large' });
  return { range: { low, high }, issue: null };
}

const bad = (issue: RangeIssue): ParsedRange => ({ range: null, issue });

/** "8,500" groups thousands; "2,40" is a decimal comma, which we do not guess at. */
function isGrouped(digits: string): boolean {
  return !digits.includes(',') || /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits);
}

/** What is wrong with the text and what to write instead, in two sentences. */
export function wordRangeIssue(
  issue: RangeIssue,
  text: string,
  { min, max }: Pick<Assumption, 'min' | 'max'>,
): string {
  const found = text.trim();
  const typed = `“${found.length > LONGEST_TYPED ? `${found.slice(0, LONGEST_TYPED)}…` : found}”`;
  switch (issue.rule) {
    case 'empty':
      return 'There is no figure. Use one, or two with “to” between them.';
    case 'not-a-number':
      return `${typed} is not a number. Use one such as 8.5, or 8 to 9, or 8 to 9 billion.`;
    case 'decimal-comma':
      return /^[^,]*,[^,]*$/.test(found)
        ? `${typed} is not a number. Use ${found.replace(',', '.')}.`
        : `${typed} is not a number. Use commas only between thousands.`;
    case 'reversed':
      return `The range starts above its end. Use ${formatRange(issue.meant)}.`;
    default:
      return `Use ${wordBounds({ min, max })}. ${found} is too ${issue.rule === 'too-small' ? 'low' : 'high'}.`;
  }
}

const LONGEST_TYPED = 60;

/** "1 to 1,000 trillion". */
export const wordBounds = ({ min, max }: Pick<Assumption, 'min' | 'max'>): string =>
  [min, max]
    .map((end) => (end < 1e15 ? formatNumber(end) : `${plain.format(end / 1e12)} trillion`))
    .join(' to ');

/** A range as a field shows it; `parseRange` reads it back. */
export function formatRange({ low, high }: Range): string {
  if (low === high) return formatNumber(low);
  const [from, to] = [formatNumber(low), formatNumber(high)];
  const [, fromScale] = from.split(' ');
  const [, toScale] = to.split(' ');
  // "8 to 9 billion" rather than "8 billion to 9 billion".
  if (fromScale && fromScale === toScale) return `${from.split(' ')[0]} to ${to}`;
  // The second scale would count for the first figure, too.
  if (!fromScale && toScale) return `${plain.format(low)} to ${plain.format(high)}`;
  return `${from} to ${to}`;
}

const plain = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 8 });

function formatNumber(value: number): string {
  const size = Math.abs(value);
  for (const [name, scale] of [
    ['trillion', 1e12],
    ['billion', 1e9],
    ['million', 1e6],
  ] as const) {
    if (size >= scale && size < 1e15) return `${plain.format(value / scale)} ${name}`;
  }
  return size >= 1e15 ? String(value) : plain.format(value);
}

interface ReadFields {
  readonly ranges: AssumptionRanges;
  /** By assumption; only those that these methods use. */
  readonly issues: Readonly<Record<string, RangeIssue>>;
}

export function readFields(
  model: EstimateModel,
  ways: Ways,
  texts: Readonly<Record<string, string>>,
  fallback: AssumptionRanges,
): ReadFields {
  const ranges: Record<string, Range> = { ...fallback };
  const issues: Record<string, RangeIssue> = {};
  for (const name of listUsed(model, ways)) {
    const text = texts[name];
    if (text === undefined) continue;
    const { range, issue } = parseRange(text, model.assumptions[name]!);
    if (range) ranges[name] = range;
    else issues[name] = issue;
  }
  return { ranges, issues };
}
