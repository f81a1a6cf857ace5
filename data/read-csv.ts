/**
 * Reads a CSV against its contract: bytes in, typed rows and problems out, a piece
 * at a time, so that a file's size never matters. Knows nothing of Node: the
 * ingest and a visitor's own file in the browser take the same way.
 */

import type { CellValue } from '@/units/table';
import type { Contract } from './contract';
import { createPieceDecoder } from './decode-text';
import { buildCellParser } from './parse-cell';
import type { Issue, Problem } from './problem';
import { createRowSplitter } from './split-rows';
import { suggest } from './suggest';

export interface CsvReaderOptions {
  readonly contract: Contract;
  /** The name that problems give to the file. */
  readonly file?: string;
  /** A row without problems: its line and its values in the contract's column order. */
  readonly onRow: (line: number, values: CellValue[]) => void;
  readonly onProblem: (problem: Problem) => void;
  /** Receives the normalized text, the same for every spelling of line ends. */
  readonly onText?: (text: string) => void;
}

interface CsvReader {
  /** Takes the next bytes. Returns false once reading on has no purpose. */
  push(bytes: Uint8Array): boolean;
  /** Reads what is left. Call it once, after the last bytes. */
  end(): void;
}

/**
 * Rows come in file order; a row with a problem is left out. Trouble with the file
 * or its header stops the reading; trouble with a row or a cell does not.
 */
export function createCsvReader(options: CsvReaderOptions): CsvReader {
  const { contract, file = `${contract.slug}.csv`, onRow, onProblem, onText } = options;
  const names = Object.keys(contract.columns);
  const parsers = Object.values(contract.columns).map(buildCellParser);
  const decoder = createPieceDecoder();
  const splitter = createRowSplitter(readRow);
  let width = 0;
  /** For each column of the contract, its place in the file. */
  let places: number[] | null = null;
  let isStopped = false;

  function report(
    issue: Issue,
    line: number | null,
    column: string | null = null,
    found: string | null = null,
  ) {
    onProblem({ dataset: contract.slug, file, line, column, found, issue });
  }

  function readRow(cells: string[], line: number) {
    if (isStopped) return;
    if (places) return readCells(cells, line, places);
    width = cells.length;
    const headerProblems = checkHeader(cells, names);
    for (const { issue, column, found } of headerProblems) report(issue, line, column, found);
    if (headerProblems.length > 0) isStopped = true;
    else places = names.map((name) => cells.indexOf(name));
  }

  function readCells(cells: string[], line: number, places: readonly number[]) {
    if (cells.length !== width) {
      report({ rule: 'ragged-row', expected: width, actual: cells.length }, line);
      return;
    }
    const values: CellValue[] = new Array(parsers.length);
    let isWhole = true;
    for (let i = 0; i < parsers.length; i += 1) {
      const cell = cells[places[i]!]!;
      const { value, issue } = parsers[i]!(cell);
      values[i] = value;
      if (issue) {
        isWhole = false;
        report(issue, line, names[i], cell === '' ? null : cell);
      }
    }
    if (isWhole) onRow(line, values);
  }

  function read(bytes: Uint8Array, isLast: boolean) {
    if (isStopped) return;
    const decoded = decoder.decode(bytes, isLast);
    if (decoded.issue) {
      const { issue, linesBefore } = decoded;
      report(issue, linesBefore === null ? null : splitter.currentLine() + linesBefore);
      isStopped = true;
      return;
    }
    onText?.(decoded.text);
    const broken = splitter.split(decoded.text, isLast);
    if (broken && !isStopped) {
      report({ rule: 'broken-quote' }, broken.line, null, broken.found);
      isStopped = true;
    }
  }

  return {
    push(bytes) {
      read(bytes, false);
      return !isStopped;
    },
    end() {
      read(new Uint8Array(0), true);
      if (!isStopped && !places) report({ rule: 'empty-file' }, null);
    },
  };
}

interface HeaderProblem {
  readonly issue: Issue;
  readonly column: string | null;
  readonly found: string | null;
}

function checkHeader(cells: readonly string[], names: readonly string[]): HeaderProblem[] {
  const separator = findOtherSeparator(cells, names);
  if (separator) {
    return [{ issue: { rule: 'wrong-separator' }, column: null, found: separator }];
  }
  const missing = names.filter((name) => !cells.includes(name));
  const unknown = cells.filter((cell) => !names.includes(cell));
  const duplicate = cells.filter((cell, i) => names.includes(cell) && cells.indexOf(cell) !== i);
  return [
    ...missing.map((column) => ({
      issue: { rule: 'missing-column' } as const,
      column,
      found: null,
    })),
    ...unknown.map((cell) => ({
      issue: { rule: 'unknown-column', suggestion: suggest(cell, missing) } as const,
      column: null,
      found: cell,
    })),
    ...duplicate.map((column) => ({
      issue: { rule: 'duplicate-column' } as const,
      column,
      found: null,
    })),
  ];
}

/** Spreadsheets in many countries save with semicolons; others with tabs. */
function findOtherSeparator(cells: readonly string[], names: readonly string[]): string | null {
  const header = cells.join(',');
  const isKnown = (cell: string) => names.includes(cell.trim().replace(/^"|"$/g, ''));
  const known = cells.filter(isKnown).length;
  for (const separator of [';', '\t', '|']) {
    if (header.includes(separator) && header.split(separator).filter(isKnown).length > known) {
      return separator;
    }
  }
  return null;
}
