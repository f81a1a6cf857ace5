/**
 * Rows → their table, in batches: one statement for many rows costs a fraction of
 * many statements. Raw prepared statements, because drizzle's inserts take six
 * times as long.
 */
import type { Database, Statement } from 'better-sqlite3';
import { type Contract, toTableName } from '@/data/contract';
import type { Problem } from '@/data/problem';
import type { CellValue } from '@/units/table';
import { quote } from './to-table';

interface Loader {
  /** Takes a row in the contract's column order; it may wait for its batch. */
  load(line: number, values: readonly CellValue[]): void;
  /** Writes what waits. Call it after the last row. */
  finish(): void;
}

/**
 * Loads into an existing, empty table; `rowid` becomes the line in the CSV. A row
 * whose key is already there is left out and reported.
 */
export function createLoader(
  client: Database,
  contract: Contract,
  onProblem: (problem: Problem) => void,
): Loader {
  const columnCount = Object.keys(contract.columns).length;
  const insertBatch = prepareInsert(client, contract, BATCH_ROWS);
  const width = columnCount + 1;
  let batch: CellValue[] = [];

  function write(insert: Statement, cells: CellValue[]) {
    // Spread: better-sqlite3 reads arguments a fifth faster than one array.
    const { changes } = insert.run(...cells);
    if (changes < cells.length / width) reportDuplicates(client, contract, cells, onProblem);
  }

  return {
    load(line, values) {
      batch.push(line);
      for (let i = 0; i < columnCount; i += 1) batch.push(values[i]!);
      if (batch.length === BATCH_ROWS * width) {
        write(insertBatch, batch);
        batch = [];
      }
    },
    finish() {
      if (batch.length > 0) write(prepareInsert(client, contract, batch.length / width), batch);
      batch = [];
    },
  };
}

// More rows at once gain nothing; each cell is an argument of the call.
const BATCH_ROWS = 16;

function prepareInsert(client: Database, contract: Contract, rows: number): Statement {
  const columns = Object.keys(contract.columns);
  const row = `(?${', ?'.repeat(columns.length)})`;
  // OR IGNORE: without a journal an aborted statement could not be taken back.
  // Cells are checked already, so only a repeated key can be ignored.
  return client.prepare(
    `INSERT OR IGNORE INTO ${quote(toTableName(contract.slug))}
     (rowid, ${columns.map(quote).join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`,
  );
}

/** Finds the rows of a batch that are missing from the table, and what they repeat. */
function reportDuplicates(
  client: Database,
  contract: Contract,
  cells: readonly CellValue[],
  onProblem: (problem: Problem) => void,
) {
  const columns = Object.keys(contract.columns);
  const width = columns.length + 1;
  const keyPlaces = contract.key.map((name) => columns.indexOf(name) + 1);
  const findLine = client
    .prepare<CellValue[], number>(
      `SELECT rowid FROM ${quote(toTableName(contract.slug))}
       WHERE ${contract.key.map((name) => `${quote(name)} = ?`).join(' AND ')}`,
    )
    .pluck();
  for (let start = 0; start < cells.length; start += width) {
    const line = cells[start] as number;
    const key = keyPlaces.map((place) => cells[start + place]!);
    const firstLine = findLine.get(...key);
    if (firstLine === undefined || firstLine === line) continue;
    onProblem({
      dataset: contract.slug,
      file: `${contract.slug}.csv`,
      line,
      column: contract.key.join(', '),
      found: key.join(', '),
      issue: { rule: 'duplicate-key', firstLine },
    });
  }
}
