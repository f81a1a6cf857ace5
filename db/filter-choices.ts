/**
 * What each column of a table may be filtered by: names and kinds that recur. It depends on
 * the snapshot alone and takes a reading of the whole table for every column, so the ingest
 * writes it into the file.
 */
import type { Database } from 'better-sqlite3';
import { type Column, type Contract, toTableName } from '@/data/contract';
import type { CellValue } from '@/units/table';
import { hasTable } from './find-rows';
import { oncePerSnapshot } from './orm';
import { quote } from './to-table';

export interface FilterChoice {
  readonly column: string;
  readonly label: string;
  /** Numbers by size, texts by letter, blanks last. */
  readonly values: readonly CellValue[];
}

const CREATE = `CREATE TABLE filter_choices (
  dataset TEXT NOT NULL, name TEXT NOT NULL, place INT NOT NULL, value TEXT,
  PRIMARY KEY (dataset, name, place)
) STRICT`;

/** Creates and fills the table from the loaded datasets. */
export function writeFilterChoices(client: Database, datasets: readonly Contract[]): void {
  client.exec(CREATE);
  const insert = client.prepare('INSERT INTO filter_choices VALUES (?, ?, ?, ?)');
  for (const contract of datasets) {
    for (const { column, values } of findChoices(client, contract)) {
      for (const [place, value] of values.entries()) {
        insert.run(contract.slug, column, place, value === null ? null : String(value));
      }
    }
  }
}

/**
 * The columns worth offering as filters, in their order, with the values they hold: no
 * measurements, remarks or addresses. Sources lead to their rows from their own list, and rows
 * of the dataset itself from theirs.
 */
export const listFilterChoices = oncePerSnapshot(
  async (orm, contract): Promise<readonly FilterChoice[]> =>
    // A database of an earlier program has no such table.
    hasTable(orm, { slug: 'filter-choices' })
      ? readChoices(orm.$client, contract)
      : findChoices(orm.$client, contract),
);

function readChoices(client: Database, { slug, columns }: Contract): FilterChoice[] {
  const list = client
    .prepare<[string, string], string | null>(
      'SELECT value FROM filter_choices WHERE dataset = ? AND name = ? ORDER BY place',
    )
    .pluck();
  return Object.entries(columns).flatMap(([column, declared]) => {
    const found = list.all(slug, column);
    const values = isNumber(declared)
      ? found.map((value) => (value === null ? null : Number(value)))
      : found;
    return values.length > 0 ? [{ column, label: declared.label, values }] : [];
  });
}

// A longer list is better searched than scrolled.
const MOST_VALUES = 200;

function findChoices(client: Database, contract: Contract): FilterChoice[] {
  const table = quote(toTableName(contract.slug));
  return Object.entries(contract.columns).flatMap(([column, declared]) => {
    if (!isOfferable(contract, declared)) return [];
    const cell = quote(column);
    // Reading ends where there are too many, which is soon in a column of names or remarks.
    const values = client
      .prepare<[], CellValue>(
        `SELECT value FROM (SELECT DISTINCT ${cell} AS value FROM ${table} LIMIT ${MOST_VALUES + 1})
          ORDER BY value IS NULL, value`,
      )
      .pluck()
      .all();
    const longest = Math.max(0, ...values.map((value) => String(value ?? '').length));
    const isName =
      declared.type === 'one-of' || declared.type === 'reference' || longest <= LONGEST_NAME;
    if (!isName || values.length < 2 || values.length > MOST_VALUES) return [];
    // Values that stand once or so are no kinds.
    const rows = client.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    return values.length * 2 > rows ? [] : [{ column, label: declared.label, values }];
  });
}

const LONGEST_NAME = 40;

const isNumber = ({ type }: Column): boolean => type === 'integer' || type === 'number';

function isOfferable({ slug }: Contract, column: Column): boolean {
  const isMeasured =
    (column.type === 'integer' || column.type === 'number') && column.unit !== null;
  const isRow = column.type === 'reference' && (column.to === 'sources' || column.to === slug);
  return !isMeasured && !isRow && column.type !== 'url' && column.type !== 'date';
}
