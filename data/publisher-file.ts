/**
 * A publisher's own file, as it is published: CSV rows read by the publisher's column
 * names, JSON read by its paths. Whatever is not as expected becomes a problem that
 * names the place, what was found and what was expected; reading goes on, so that one
 * run shows everything.
 */
import { createPieceDecoder } from './decode-text';
import { isDay } from './parse-cell';
import type { Problem } from './problem';
import { createRowSplitter } from './split-rows';
import { suggest } from './suggest';

export interface PublisherFile {
  /** The file's name, without folders. */
  readonly name: string;
  /** Where it was fetched; null for a file on disk. */
  readonly address: string | null;
  readonly bytes: Uint8Array;
}

export type Report = (problem: Omit<Problem, 'dataset'>) => void;

/**
 * One column of a publisher's file: every name it goes by in some vintage, today's
 * first. An optional column may be absent, and then reads as blank.
 */
type PublisherColumn =
  | readonly [string, ...string[]]
  | { readonly names: readonly [string, ...string[]]; readonly optional: true };

export interface PublisherRow<Id extends string> {
  /** 1 is the header. */
  readonly line: number;
  /** The cell without outer spaces and line ends; blank where the column is absent. */
  text(column: Id): string;
  /** `9.9e+22`, `1.0`, `1,234` or `$5`; null where blank. Zero stays zero. */
  number(column: Id): number | null;
  /** ISO or month/day/year, as ISO; null where blank. */
  day(column: Id): string | null;
  /** Reports that the cell is not what the importer knows. */
  reject(column: Id, says: string, advice: string): void;
}

/** Rows of a publisher's CSV, in the file's order; none where the header lacks a column. */
export function readPublisherCsv<const Id extends string>(
  file: PublisherFile,
  columns: Readonly<Record<Id, PublisherColumn>>,
  report: Report,
): PublisherRow<Id>[] {
  const lines = splitFile(file, report);
  const header = lines?.[0]?.cells.map((cell) => cell.trim());
  if (!lines || !header) return [];
  const places = new Map<Id, { readonly name: string; readonly place: number }>();
  let isWhole = true;
  for (const [id, column] of Object.entries<PublisherColumn>(columns)) {
    const names = toNames(column);
    const name = names.find((one) => header.includes(one));
    if (name !== undefined) places.set(id as Id, { name, place: header.indexOf(name) });
    else if (!('optional' in column)) {
      isWhole = false;
      report(toMissingColumn(file, names, header));
    }
  }
  if (!isWhole) return [];
  return lines.slice(1).flatMap(({ cells, line }): PublisherRow<Id>[] => {
    if (cells.length !== header.length) {
      const issue = { rule: 'ragged-row', expected: header.length, actual: cells.length } as const;
      report({ file: file.name, line, column: null, found: null, issue });
      return [];
    }
    const reject = (id: Id, says: string, advice: string) => {
      const { name, place } = places.get(id) ?? { name: id, place: -1 };
      report({
        file: file.name,
        line,
        column: name,
        found: (cells[place] ?? '').trim(),
        issue: { rule: 'upstream', says, advice },
      });
    };
    const text = (id: Id) => (cells[places.get(id)?.place ?? -1] ?? '').trim();
    return [
      {
        line,
        text,
        reject,
        number: (id) => {
          const value = parseNumber(text(id));
          if (value !== undefined) return value;
          reject(id, 'is not a number', 'Expected a number such as 1200, 1.0 or 9.9e+22.');
          return null;
        },
        day: (id) => {
          const value = parseDay(text(id));
          if (value !== undefined) return value;
          reject(id, 'is not a date', 'Expected a date such as 2026-04-22 or 4/22/2026.');
          return null;
        },
      },
    ];
  });
}

function toNames(column: PublisherColumn): readonly string[] {
  return 'optional' in column ? column.names : column;
}

function toMissingColumn(
  file: PublisherFile,
  names: readonly string[],
  header: readonly string[],
): Omit<Problem, 'dataset'> {
  const near = names.map((name) => suggest(name, header)).find((name) => name !== null);
  const there = near ? `It has “${near}” instead` : `It has ${header.map(quote).join(', ')}`;
  return {
    file: file.name,
    line: 1,
    column: names[0] ?? null,
    found: null,
    issue: {
      rule: 'upstream',
      says: `the file has no column ${names.map(quote).join(' or ')}. ${there}`,
      advice:
        'If the publisher renamed the column, add the new name to the importer’s list; otherwise give the right file.',
    },
  };
}

interface Line {
  readonly cells: string[];
  readonly line: number;
}

function splitFile(file: PublisherFile, report: Report): Line[] | null {
  const { text, issue } = createPieceDecoder().decode(file.bytes, true);
  const fail = (problem: Pick<Problem, 'line' | 'found' | 'issue'>) => {
    report({ file: file.name, column: null, ...problem });
    return null;
  };
  if (issue) return fail({ line: null, found: null, issue });
  const lines: Line[] = [];
  const broken = createRowSplitter((cells, line) => lines.push({ cells, line })).split(text, true);
  if (broken) {
    return fail({ line: broken.line, found: broken.found, issue: { rule: 'broken-quote' } });
  }
  if (lines.length === 0) return fail({ line: null, found: null, issue: { rule: 'empty-file' } });
  return lines;
}

/** Undefined where the text is no number. */
export function parseNumber(text: string): number | null | undefined {
  const plain = text.trim().replace(/^\$\s*/, '');
  if (plain === '') return null;
  const ungrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(ungrouped) ? Number(ungrouped) : undefined;
}

/** ISO text; undefined where the text is no day that there was. */
export function parseDay(text: string): string | null | undefined {
  const plain = text.trim();
  if (plain === '') return null;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  const day = american
    ? `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`
    : plain.replace(/[T ]\d{2}:.*$/, '');
  return isDay(day) ? day : undefined;
}

/**
 * A number as our CSVs write it: no exponent, no grouping, at most `digits` decimals,
 * which also takes away the dust of floating point. Blank for null.
 */
export function writeNumber(value: number | null, digits = 6): string {
  if (value === null) return '';
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: digits });
}

/** A place in a publisher's JSON; asking for what is not there reports it. */
export interface JsonPlace {
  /** "offers[3].usd_hr" */
  readonly path: string;
  /** A member; reading it reports where it is absent. */
  get(name: string): JsonPlace;
  has(name: string): boolean;
  /** Names of the members, in the file's order. */
  names(): string[];
  items(): JsonPlace[];
  /** Without outer spaces; blank after a report. */
  text(): string;
  /** Null where the file says null, and after a report. */
  number(): number | null;
  reject(says: string, advice: string): void;
}

/** Null, and a problem, where the file is no JSON. */
export function readPublisherJson(file: PublisherFile, report: Report): JsonPlace | null {
  const text = new TextDecoder().decode(file.bytes);
  try {
    return createPlace(JSON.parse(text), '', file.name, report);
  } catch {
    const found = text.trim().slice(0, 80);
    const issue = {
      rule: 'upstream',
      says: 'is no JSON',
      advice: 'Give the publisher’s JSON file.',
    };
    report({
      file: file.name,
      line: null,
      column: null,
      found,
      issue: { ...issue, rule: 'upstream' },
    });
    return null;
  }
}

function createPlace(value: unknown, path: string, file: string, report: Report): JsonPlace {
  const reject = (says: string, advice: string) =>
    report({
      file,
      line: null,
      column: path === '' ? null : path,
      found: value === undefined ? null : toShort(value),
      issue: { rule: 'upstream', says, advice },
    });
  const expected = (what: string) =>
    value === undefined
      ? reject('the file has nothing here', `Expected ${what}.`)
      : reject(`is not ${what}`, `Expected ${what}, as the publisher’s earlier files have it.`);
  const members = isObject(value) ? value : null;
  return {
    path,
    reject,
    get(name) {
      if (!members) expected('an object');
      const below = path === '' ? name : `${path}.${name}`;
      return createPlace(members?.[name], below, file, members ? report : () => {});
    },
    has: (name) => members !== null && Object.hasOwn(members, name),
    names() {
      if (!members) expected('an object');
      return Object.keys(members ?? {});
    },
    items() {
      if (!Array.isArray(value)) expected('a list');
      const list: unknown[] = Array.isArray(value) ? value : [];
      return list.map((item, index) => createPlace(item, `${path}[${index}]`, file, report));
    },
    text() {
      if (typeof value !== 'string') expected('a text');
      return typeof value === 'string' ? value.trim() : '';
    },
    number() {
      if (value === null || typeof value === 'number') return value;
      expected('a number or null');
      return null;
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toShort(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value).slice(0, 80);
}

function quote(text: string): string {
  return `“${text}”`;
}
