/**
 * Text of one CSV cell → value or issue. Knows nothing of files, tables or Node,
 * so that a visitor's own file in the browser meets the same rules.
 */

import type { CellValue } from '@/units/table';
import type { Column } from './contract';
import type { CellIssue } from './problem';

type ParsedCell =
  | { readonly value: CellValue; readonly issue: null }
  | { readonly value: null; readonly issue: CellIssue };

/** Compiles a column into its parser once, because a file has many rows. */
export function buildCellParser(column: Column): (cell: string) => ParsedCell {
  const parsePresent = buildPresentParser(column);
  const allowed = column.type === 'one-of' ? Object.keys(column.values) : null;
  const whenBlank = column.optional ? VALUE_NULL : bad({ rule: 'missing-value', allowed });
  return (cell) => {
    if (cell === '') return whenBlank;
    if (isPadded(cell)) return bad({ rule: 'outer-space' });
    return parsePresent(cell);
  };
}

const VALUE_NULL: ParsedCell = { value: null, issue: null };
const good = (value: CellValue): ParsedCell => ({ value, issue: null });
const bad = (issue: CellIssue): ParsedCell => ({ value: null, issue });

function buildPresentParser(column: Column): (cell: string) => ParsedCell {
  switch (column.type) {
    case 'text': {
      const { pattern, example = null } = column;
      if (!pattern) return good;
      return (cell) => (pattern.test(cell) ? good(cell) : bad({ rule: 'wrong-form', example }));
    }
    case 'slug':
    case 'reference':
      return (cell) => (SLUG.test(cell) ? good(cell) : bad({ rule: 'not-a-slug' }));
    case 'url':
      return (cell) =>
        /^https?:\/\//.test(cell) && URL.canParse(cell)
          ? good(cell)
          : bad({ rule: 'not-an-address' });
    case 'integer':
    case 'number':
      return buildNumberParser(column);
    case 'date':
      return buildDateParser(column.precision);
    case 'one-of': {
      const values = new Set(Object.keys(column.values));
      const allowed = [...values];
      return (cell) => (values.has(cell) ? good(cell) : bad({ rule: 'unknown-value', allowed }));
    }
  }
}

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

// One canonical way to write a number: no plus sign, no grouping, no exponent,
// so that the same figure never has two spellings in a diff.
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

function buildNumberParser(column: Extract<Column, { type: 'integer' | 'number' }>) {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = column;
  const whole = column.type === 'integer';
  return (cell: string): ParsedCell => {
    if (!NUMBER.test(cell)) return bad({ rule: 'not-a-number' });
    const value = Number(cell);
    if (whole && !Number.isSafeInteger(value)) return bad({ rule: 'not-a-whole-number' });
    if (value < min) return bad({ rule: 'too-small', min });
    if (value > max) return bad({ rule: 'too-large', max });
    return good(value);
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;

function buildDateParser(precision: 'day' | 'partial') {
  return (cell: string): ParsedCell => {
    if (isDay(cell)) return good(cell);
    if (precision === 'partial' && (MONTH.test(cell) || YEAR.test(cell))) return good(cell);
    return bad({ rule: 'not-a-date', precision });
  };
}

/** Whether a text is a day that there was, as year, month and day. */
export function isDay(text: string): boolean {
  return DAY.test(text) && isRealDay(text);
}

function isRealDay(day: string): boolean {
  const month = twoDigits(day, 5);
  const date = twoDigits(day, 8);
  if (month < 1 || month > 12 || date < 1) return false;
  // Asking Date would double the time a large file takes.
  if (month !== 2)
    return date <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return date <= (isLeap ? 29 : 28);
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

function isPadded(cell: string): boolean {
  return cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32;
}

/** Words → a short name: small letters, digits and single hyphens; accents are dropped. */
export function toSlug(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
