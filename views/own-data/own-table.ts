/**
 * The text of a visitor's file → one table: its separator found, its header among what
 * stands above it, notes below it left out and counted. Cells stay as they are written.
 */

import type { Problem } from '@/data/problem';
import { createRowSplitter } from '@/data/split-rows';
import { isFigureCell } from './own-numbers';
import { readPeriod } from './own-periods';
import { toOwnProblem } from './own-problem';

interface OwnRow {
  /** The line it starts on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface OwnTable {
  readonly name: string;
  readonly separator: Separator;
  /** Names of columns, each once; a column without a name and without cells is none. */
  readonly header: readonly string[];
  /** The line of the header; 0 where the file has none. */
  readonly headerLine: number;
  /** As many cells as the header has, where a row is not told to be ragged. */
  readonly rows: readonly OwnRow[];
  /** Lines around the table that are no part of it, as they are written. */
  readonly asides: readonly string[];
  /** Trouble with the file itself; then there are no rows. */
  readonly problem: Problem | null;
}

const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export function splitOwnText(name: string, text: string, chosen?: Separator): OwnTable {
  const said = /^"?sep=(.)"?\n/i.exec(text);
  // The line stays, blank, so that lines keep their numbers.
  const body = said ? text.replace(said[0], '\n') : text;
  const separator =
    chosen ?? separators.find((one) => one === said?.[1]) ?? findSeparator(name, body);
  const empty = { name, separator, header: [], headerLine: 0, rows: [], asides: [] };
  const { rows, problem } = split(name, body, separator);
  if (problem) return { ...empty, problem };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) {
    return { ...empty, problem: toOwnProblem(name, { issue: { rule: 'empty-file' } }) };
  }
  return { ...empty, ...findTable(filled), problem: null };
}

function split(name: string, text: string, separator: Separator, mostRows = Infinity) {
  const rows: OwnRow[] = [];
  const tidy = (cells: string[]) => cells.map((cell) => cell.trim());
  const broken = createRowSplitter((cells, line) => {
    if (rows.length < mostRows) rows.push({ line, cells: tidy(cells) });
  }, separator).split(text, true);
  const problem =
    broken &&
    toOwnProblem(name, { line: broken.line, found: broken.found, issue: { rule: 'broken-quote' } });
  return { rows, problem };
}

/** What makes most rows of the beginning equally wide; of two, what makes them wider. */
function findSeparator(name: string, text: string): Separator {
  const start = text.split('\n', SAMPLED_LINES).join('\n');
  const scores = separators.map((separator) => {
    const { rows } = split(name, start, separator, SAMPLED_LINES);
    const width = findWidth(rows);
    const agreeing = rows.filter(({ cells }) => cells.length === width).length;
    return { separator, score: width < 2 ? 0 : agreeing / rows.length + width / 1000 };
  });
  return scores.toSorted((a, b) => b.score - a.score)[0]!.separator;
}

const SAMPLED_LINES = 200;

/** Up to the last cell with something in it. */
const widthOf = ({ cells }: OwnRow) => cells.findLastIndex((cell) => cell !== '') + 1;

/** The width that most rows of more than one cell have; of equally many, the larger. */
function findWidth(rows: readonly OwnRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = widthOf(row);
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 1;
}

function findTable(
  rows: readonly OwnRow[],
): Pick<OwnTable, 'header' | 'headerLine' | 'rows' | 'asides'> {
  const width = findWidth(rows.slice(0, SAMPLED_LINES));
  const start = Math.max(
    0,
    rows.findIndex((row) => widthOf(row) >= width),
  );
  const head = rows[start]!;
  const below = rows.slice(start + 1);
  const [second] = below;
  const isHeadless = head.cells.some((cell) => isFigureCell(cell) && !readPeriod(cell));
  const isDouble = !isHeadless && second !== undefined && isSecondHeader(head, second, below[1]);
  const named = isHeadless ? [] : isDouble ? joinHeaders(head, second) : head.cells;
  const body = isHeadless ? rows.slice(start) : below.slice(isDouble ? 1 : 0);
  const parted = body.map((row) => ({ row, isAside: isAside(row, width) }));
  const kept = parted.filter(({ isAside }) => !isAside).map(({ row }) => row);
  const columns = listColumns(named, kept);
  return {
    header: columns.map(({ name }) => name),
    headerLine: isHeadless ? 0 : head.line,
    rows: kept.map(({ line, cells }) => ({
      line,
      cells: columns.map(({ at }) => cells[at] ?? ''),
    })),
    asides: [
      ...rows.slice(0, start).map(toWords),
      ...parted.filter(({ isAside }) => isAside).map(({ row }) => toWords(row)),
    ],
  };
}

const toWords = ({ cells }: OwnRow) => cells.filter((cell) => cell !== '').join(' ');

/** A line of words alone in a table, as "Source: …" below it. */
function isAside(row: OwnRow, width: number): boolean {
  const { cells } = row;
  if (width < 2 || widthOf(row) > 1) return false;
  const [words = ''] = cells;
  return (
    (cells.length === 1 || words.length > LONG_WORDS || ASIDE.test(words)) && !readPeriod(words)
  );
}

const LONG_WORDS = 60;
const ASIDE = /^(source|note|quelle|hinweis|fuente|see|data|\*|†|\(|©|https?:)/i;

/** Units or further names under names, before the first row with figures. */
function isSecondHeader(head: OwnRow, second: OwnRow, third: OwnRow | undefined): boolean {
  const hasFigures = ({ cells }: OwnRow) => cells.some((cell) => isFigureCell(cell));
  const fillsIn = second.cells.some((cell, at) => cell !== '' && (head.cells[at] ?? '') === '');
  return fillsIn && !hasFigures(second) && third !== undefined && hasFigures(third);
}

function joinHeaders(head: OwnRow, second: OwnRow): readonly string[] {
  return second.cells.map((below, at) => {
    const above = head.cells[at] ?? '';
    return above && below ? `${above} (${below})` : above || below;
  });
}

/** Columns that have a name or something in them; names that stand twice are numbered. */
function listColumns(
  named: readonly string[],
  rows: readonly OwnRow[],
): readonly { readonly name: string; readonly at: number }[] {
  const width = Math.max(named.length, ...rows.slice(0, SAMPLED_LINES).map(widthOf));
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const given = named[at] ?? '';
    if (given === '' && rows.every(({ cells }) => (cells[at] ?? '') === '')) return [];
    const name = given || `column ${at + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [{ name: count > 1 ? `${name} (${count})` : name, at }];
  });
}

/** The text of the table with a cell's text written anew, wherever it stands in its column. */
export function writeCells(
  { separator, header, headerLine, rows }: OwnTable,
  { column, found, next }: CellChange,
): string {
  const place = header.indexOf(column);
  const changed = rows.map(({ cells }) =>
    cells.map((cell, at) => (at === place && cell === found ? next : cell)),
  );
  const all = headerLine === 0 ? changed : [header, ...changed];
  return all.map((cells) => cells.map((cell) => quote(cell, separator)).join(separator)).join('\n');
}

interface CellChange {
  readonly column: string;
  /** What stands in the cell now, trimmed. */
  readonly found: string;
  readonly next: string;
}

const quote = (cell: string, separator: Separator): string =>
  cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
