/**
 * A visitor's CSV as it came: bytes or pasted text → header and rows with their
 * lines, or what is wrong with the file as a whole. Runs in the browser; nothing of
 * it leaves there. Problems are those of the ingest and are worded by it.
 */
import { createPieceDecoder } from '@/data/decode-text';
import type { Problem } from '@/data/problem';
import { createRowSplitter } from '@/data/split-rows';
import { parseBound } from '@/units/time-range';

export interface OwnRow {
  /** The line it starts on; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface OwnFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly OwnRow[];
  /** Trouble with the file itself; then there are no rows. */
  readonly problems: readonly Problem[];
}

/** More rows are no picture any more, and would make the page slow. */
export const MOST_OWN_ROWS = 5_000;
export const MOST_BYTES = 2_000_000;

type DecodedFile =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: Problem };

/** Bytes of a file → its text, with plain line ends. */
export function decodeOwnFile(name: string, bytes: Uint8Array): DecodedFile {
  const decoded = createPieceDecoder().decode(bytes, true);
  if (!decoded.issue) return { text: decoded.text, problem: null };
  const { issue, linesBefore } = decoded;
  const line = linesBefore === null ? null : linesBefore + 1;
  return { text: null, problem: toProblem(name, { line, issue }) };
}

/**
 * Splits text into header and rows; cells stay as they are written. Cells copied from
 * a spreadsheet are parted by tabs, and by semicolons where commas mark decimals.
 */
export function splitOwnFile(name: string, text: string): OwnFile {
  const rows: OwnRow[] = [];
  const lines = text.replace(/\r\n?/g, '\n');
  const splitter = createRowSplitter(
    (cells, line) => rows.push({ line, cells }),
    findDelimiter(lines),
  );
  const broken = splitter.split(lines, true);
  const fail = (problem: Parameters<typeof toProblem>[1]): OwnFile => ({
    name,
    header: [],
    rows: [],
    problems: [toProblem(name, problem)],
  });
  if (broken) {
    return fail({ line: broken.line, found: broken.found, issue: { rule: 'broken-quote' } });
  }
  const [first, ...rest] = rows;
  if (!first) return fail({ issue: { rule: 'empty-file' } });
  const header = first.cells.map((cell) => cell.trim());
  if (header.length === 1 && header[0]!.includes('|')) {
    return fail({ line: 1, found: '|', issue: { rule: 'wrong-separator' } });
  }
  if (header.length < 2) {
    return fail({ line: 1, column: 'value', issue: { rule: 'missing-column' } });
  }
  // A first row of figures would be lost as names of columns.
  if (isFigure(header[0]!) || header.some((cell) => isFigure(cell) && !isYear(cell))) {
    const found = header.join(',');
    return fail({ line: 1, column: 'value', found, issue: { rule: 'missing-column' } });
  }
  const twice = header.find((one, index) => header.indexOf(one) !== index);
  if (twice !== undefined) {
    return fail({ line: 1, column: twice, issue: { rule: 'duplicate-column' } });
  }
  return { name, header, rows: rest.slice(0, MOST_OWN_ROWS), problems: [] };
}

/** The first separator of the header that is no comma, if it has no comma. */
function findDelimiter(text: string): ',' | ';' | '\t' {
  const header = text.split('\n', 1)[0]!;
  if (header.includes('\t')) return '\t';
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

const isYear = (cell: string) => /^\d{4}$/.test(cell);

/** A number or a period, which no column is called. */
const isFigure = (cell: string) => /^-?[\d.,]+$/.test(cell) || typeof parseBound(cell) === 'string';

/** The text of the file with one cell written anew. */
export function writeCell(
  { header, rows }: OwnFile,
  { line, column, text }: { line: number; column: string; text: string },
): string {
  const place = header.indexOf(column);
  const written = rows.map((row) =>
    row.line === line ? row.cells.map((cell, at) => (at === place ? text : cell)) : row.cells,
  );
  return writeCells([header, ...written]);
}

/** Rows of cells as CSV text. */
function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoteCell).join(',')).join('\n');
}

function quoteCell(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function toProblem(
  file: string,
  { line = null, column = null, found = null, issue }: Partial<Problem> & Pick<Problem, 'issue'>,
): Problem {
  return { dataset: 'own', file, line, column, found, issue };
}

/** Columns that look like one series each; empty where the file has a row for each figure. */
export function listSeriesColumns(
  { header, rows }: OwnFile,
  { period }: { readonly period: string | null },
): readonly string[] {
  if (period === null) return [];
  const others = header.filter((column) => column !== period);
  const isNumeric = (column: string) => {
    const place = header.indexOf(column);
    const cells = rows.map((row) => row.cells[place] ?? '').filter((cell) => cell.trim() !== '');
    return cells.length > 0 && cells.every((cell) => /^-?[\d.,]+$/.test(cell.trim()));
  };
  return others.length > 1 && others.every(isNumeric) ? others : [];
}

/** The text of the same figures, a row each; blank cells are no figures. */
export function unpivot(
  { header, rows }: OwnFile,
  period: string,
  columns: readonly string[],
): string {
  const when = header.indexOf(period);
  const figures = rows.flatMap(({ cells }) =>
    columns.map((column) => [cells[when] ?? '', column, cells[header.indexOf(column)] ?? '']),
  );
  return writeCells([
    ['period', 'series', 'value'],
    ...figures.filter(([, , value]) => value!.trim() !== ''),
  ]);
}
