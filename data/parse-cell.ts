/**
 * Text of one CSV cell → value or issue. Knows nothing of files, tables or Node,
 * so that a visitor's own file in the browser meets the same rules.
 */

import type { CellValue } from '@/units/table';
import type { Column, TextOptions } from './contract';
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
    case 'text':
      return buildTextParser(column);
    case 'slug':
    case 'reference':
      return (cell) => (SLUG.test(cell) ? good(cell) : bad({ rule: 'not-a-slug' }));
    case 'url':
      return parseAddress;
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

function buildTextParser(column: TextOptions) {
  const { pattern } = column;
  const example = column.example ?? null;
  // A column whose form has years in it: a date kept as text, a period, an edition.
  const isDated = pattern?.source.includes('\\d{4}') ?? false;
  return (cell: string): ParsedCell => {
    const forbidden = FORBIDDEN.exec(cell);
    if (forbidden)
      return bad({ rule: 'forbidden-character', character: nameCharacter(forbidden[0]) });
    if (pattern && !pattern.test(cell)) return bad({ rule: 'wrong-form', example });
    const issue = isDated ? findWrongDate(cell) : null;
    return issue ? bad(issue) : good(cell);
  };
}

/**
 * Characters that nobody sees and programs stumble over: control characters but those
 * between words, those that turn the direction of writing or take no room, marks of a
 * wrong encoding, and what is no character at all.
 */
const FORBIDDEN =
  /[^\P{Cc}\t\n]|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]|[\u{e0000}-\u{e007f}]|\p{Noncharacter_Code_Point}|\p{Cs}/u;

/** A text of a visitor's own with spaces for those, and single spaces throughout. */
export const toPlainText = (text: string): string =>
  text.replace(new RegExp(FORBIDDEN, 'gu'), ' ').trim().replace(/\s+/g, ' ');

/** A character by its number: U+202E. */
export function nameCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function parseAddress(cell: string): ParsedCell {
  if (!ADDRESS.test(cell) || !URL.canParse(cell)) return bad({ rule: 'not-an-address' });
  const { username, password, hostname } = new URL(cell);
  const isPublic = username === '' && password === '' && PUBLIC_HOST.test(hostname);
  return isPublic ? good(cell) : bad({ rule: 'not-a-public-address' });
}

/** Without what has to be escaped in an address, and so was meant for something else. */
const ADDRESS = /^https?:\/\/[^\s"<>\\^`{|}\p{C}]+$/u;

/** Names with a top level that is no number (an address of a network) and not private. */
const PUBLIC_HOST =
  /^(?:[a-z0-9_-]+\.)+(?!(?:local|localhost|internal|lan|home|corp|arpa|onion)$)[a-z][a-z0-9-]+$/i;

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
    if (Object.is(value, -0)) return bad({ rule: 'not-a-number' });
    if (whole && !Number.isSafeInteger(value)) return bad({ rule: 'not-a-whole-number' });
    if (!isExact(cell, value)) return bad({ rule: 'inexact-number' });
    if (value < min) return bad({ rule: 'too-small', min });
    if (value > max) return bad({ rule: 'too-large', max });
    return good(value);
  };
}

/** Whether a number stands for the digits as they are written; beyond 15 not all do. */
function isExact(cell: string, value: number): boolean {
  if (cell.length <= 15) return true;
  if (!Number.isFinite(value)) return false;
  const written = toDigits(cell);
  return written.length <= 15 ? value !== 0 || written === '' : toDigits(String(value)) === written;
}

/** The digits that count: without sign, point, exponent and the zeros at both ends. */
const toDigits = (number: string): string =>
  number
    .replace(/e.*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;

function buildDateParser(precision: 'day' | 'partial') {
  return (cell: string): ParsedCell => {
    const isPart = precision === 'partial' && (MONTH.test(cell) || YEAR.test(cell));
    if (!isPart && !isDay(cell)) return bad({ rule: 'not-a-date', precision });
    return isSensible(cell) ? good(cell) : bad(ABSURD);
  };
}

/** Of all years, months and days in a text, one that never was or is beyond all sense. */
function findWrongDate(text: string): CellIssue | null {
  for (const [found] of text.matchAll(/(?<!\d)\d{4}(?:-\d{2}(?!\d))?(?:-\d{2}(?!\d))?/g)) {
    const isReal = found.length === 10 ? isDay(found) : found.length === 4 || MONTH.test(found);
    if (!isReal) {
      return { rule: 'not-a-date', precision: found.length === 10 ? 'day' : 'partial' };
    }
    if (!isSensible(found)) return ABSURD;
  }
  return null;
}

// Nothing here is older than computers, and no plan reaches further.
const ABSURD = { rule: 'absurd-date', first: 1940, last: 2060 } as const;

function isSensible(date: string): boolean {
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  return year >= ABSURD.first && year <= ABSURD.last;
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

/** Also by spaces that are not the one of the keyboard. */
function isPadded(cell: string): boolean {
  return cell.charCodeAt(0) <= 32 || cell.trim() !== cell;
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
