/**
 * Figures as a sentence says them: "$89 billion", "1.6 million", "15", "July 2026".
 * Labels and tables are shorter; theirs are in `format-value.ts`.
 */

import { parseFiscalQuarter, parsePeriod } from './period';
import type { CellValue } from './table';

interface Wording {
  readonly label: string;
  /** For whoever chooses it, with an example. */
  readonly meaning: string;
  /** Null where a value of this kind cannot be said so. */
  readonly say: (value: string | number) => string | null;
}

const number = (say: (value: number) => string) => (value: string | number) =>
  typeof value === 'number' && Number.isFinite(value) ? say(value).replace('-', '−') : null;
const text = (say: (value: string) => string | null) => (value: string | number) =>
  say(String(value));

const toFormat = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat('en-US', options);
const whole = toFormat({ maximumFractionDigits: 0 });
const oneDecimal = toFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDecimals = toFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Whole from 5 up, one decimal below: 2.2, 15. */
const inMultiples = (value: number) => (value < 5 ? oneDecimal : whole).format(value);

/** Two figures, and no more zeros than a reader counts at a glance: 5,400, 5.0 million. */
function inTwoFigures(value: number): string {
  const known = Number(value.toPrecision(2));
  if (known < 1e6) return whole.format(known);
  return `${(known < 1e7 ? oneDecimal : whole).format(known / 1e6)} million`;
}

/** Code → how it writes a value; the order in which the data dictionary lists them. */
export const wordings = {
  text: { label: 'Text', meaning: 'As it is: a name.', say: text(String) },
  percent: {
    label: 'Percent',
    meaning: 'Whole percent: 94%.',
    say: number((value) => `${whole.format(value)}%`),
  },
  'percent-1': {
    label: 'Percent, one decimal',
    meaning: 'Percent with one decimal: 92.5%.',
    say: number((value) => `${oneDecimal.format(value)}%`),
  },
  number: {
    label: 'Number',
    meaning: 'A whole number: 8,862.',
    say: number((value) => whole.format(value)),
  },
  'number-1': {
    label: 'Number, one decimal',
    meaning: 'A number with one decimal: 13.6.',
    say: number((value) => oneDecimal.format(value)),
  },
  year: { label: 'Year', meaning: 'A year, without a comma: 2011.', say: text(String) },
  multiple: {
    label: 'Multiple',
    meaning: 'How many times: whole from 5 up, one decimal below, 15 or 2.2.',
    say: number(inMultiples),
  },
  estimate: {
    label: 'Estimate',
    meaning: 'An estimate to two figures: 5,400 or 5.0 million.',
    say: number(inTwoFigures),
  },
  million: {
    label: 'Millions',
    meaning: 'Single ones told in millions, one decimal: 11.8 million.',
    say: number((value) => `${oneDecimal.format(value / 1e6)} million`),
  },
  'usd-billion': {
    label: 'Billions of dollars',
    meaning: 'Millions of dollars told in billions: $89 billion.',
    say: number((value) => `$${whole.format(value / 1e3)} billion`),
  },
  'usd-bn': {
    label: 'Billions of dollars, short',
    meaning: 'Millions of dollars told in billions, short: $6.7bn.',
    say: number((value) => `$${oneDecimal.format(value / 1e3)}bn`),
  },
  usd: {
    label: 'Dollars',
    meaning: 'Dollars to two figures: $23,000.',
    say: number((value) => `$${inTwoFigures(value)}`),
  },
  'usd-cents': {
    label: 'Dollars and cents',
    meaning: 'Dollars and cents: $6.98.',
    say: number((value) => `$${twoDecimals.format(value)}`),
  },
  period: {
    label: 'Period',
    meaning: 'A period: Q4 2025 of 2025-Q4, April 2026 of 2026-04, Q2 FY27 of FY2027-Q2.',
    say: text(sayPeriod),
  },
  month: {
    label: 'Month',
    meaning: 'The month of a day: July 2026 of 2026-07-26.',
    say: text((value) => sayPeriod(value.slice(0, 7))),
  },
  day: {
    label: 'Day',
    meaning: 'A day: December 31, 2025 of 2025-12-31.',
    say: text(sayPeriod),
  },
} as const satisfies Readonly<Record<string, Wording>>;

/** How a sentence says a value; null where it cannot be said so, or is missing. */
export function sayValue(value: CellValue, wording: keyof typeof wordings): string | null {
  return value === null ? null : wordings[wording].say(value);
}

function sayPeriod(label: string): string | null {
  const fiscal = parseFiscalQuarter(label);
  if (fiscal) return `Q${fiscal.quarter} FY${String(fiscal.year).slice(-2)}`;
  const period = parsePeriod(label);
  if (period === null) return null;
  const [, part] = /-([QH]\d)$/.exec(label) ?? [];
  const year = label.slice(0, 4);
  if (part) return `${part} ${year}`;
  if (period.kind === 'year') return year;
  return new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(period.kind === 'day' ? { day: 'numeric' } : {}),
  }).format(new Date(`${period.start}T00:00:00Z`));
}
