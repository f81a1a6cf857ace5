/**
 * A visitor's CSV as it came: bytes or pasted text → header and rows with their
 * lines, or what is wrong with the file as a whole. Runs in the browser; nothing of
 * it leaves there. Problems are those of the ingest and are worded by it.
 */
import { createPieceDecoder } from '@/data/decode-text';
import type { Problem } from '@/data/problem';
import { createRowSplitter } from '@/data/split-rows';

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
export const MOST_ROWS = 5_000;
export const MOST_BYTES = 2_000_000;

export type DecodedFile =
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

/** Splits text into header and rows; cells stay as they are written. */
export function splitOwnFile(name: string, text: string): OwnFile {
  const rows: OwnRow[] = [];
  const splitter = createRowSplitter((cells, line) => rows.push({ line, cells }));
  const broken = splitter.split(text.replace(/\r\n?/g, '\n'), true);
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
  const separator = header.length === 1 ? /[;\t|]/.exec(header[0]!)?.[0] : undefined;
  if (separator) return fail({ line: 1, found: separator, issue: { rule: 'wrong-separator' } });
  if (header.length < 2) {
    return fail({ line: 1, column: 'value', issue: { rule: 'missing-column' } });
  }
  const twice = header.find((one, index) => header.indexOf(one) !== index);
  if (twice !== undefined) {
    return fail({ line: 1, column: twice, issue: { rule: 'duplicate-column' } });
  }
  return { name, header, rows: rest.slice(0, MOST_ROWS), problems: [] };
}

/** The text of the file with one cell written anew. */
export function writeCell(
  { header, rows }: OwnFile,
  { line, column, text }: { line: number; column: string; text: string },
): string {
  const place = header.indexOf(column);
  const written = rows.map((row) =>
    row.line === line ? row.cells.map((cell, at) => (at === place ? text : cell)) : row.cells,
  );
  return [header, ...written].map((cells) => cells.map(quoteCell).join(',')).join('\n');
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
