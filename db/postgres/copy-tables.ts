/**
 * A snapshot's tables in PostgreSQL: made and filled from its file, so that they are declared
 * nowhere twice. The index for searching stays behind; it is asked in the file.
 */
import type { Database } from 'better-sqlite3';
import type { CellValue } from '@/units/table';
import { quote } from '../to-table';
import type { Sql } from './connect';

/** Large enough that a statement costs little, small enough to be held twice. */
const ROWS_PER_STATEMENT = 5000;

/**
 * Makes the schema, which must not be there, with every table of the file; tells how many rows.
 * All or nothing only within a transaction of the caller's.
 */
export async function copyTables(from: Database, to: Sql, schema: string): Promise<number> {
  await to.query(`CREATE SCHEMA ${quote(schema)}`);
  let rows = 0;
  for (const table of listTables(from)) {
    const name = `${quote(schema)}.${quote(table)}`;
    const columns = listColumns(from, table);
    await to.query(toCreateStatement(name, columns));
    rows += await copyRows(from, to, { table, name, columns });
    for (const statement of listIndices(from, table, name)) await to.query(statement);
    await to.query(`ANALYZE ${name}`);
  }
  return rows;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  /** Its place in the primary key, from 1; 0: no part of it. */
  readonly pk: number;
}

/** Without those that SQLite keeps for itself or for an index of words. */
function listTables(from: Database): string[] {
  return from
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all();
}

/** The row's number, which a table of SQLite has without saying so, and what it declares. */
function listColumns(from: Database, table: string): Column[] {
  const declared = from
    .prepare<[string], Column>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
    .all(table);
  return [{ name: 'rowid', type: 'INT', notnull: 1, pk: 0 }, ...declared];
}

/** Every number as SQLite computes with it; texts in the order of their bytes, as SQLite has it. */
const toType = ({ type }: Column) => (type === 'TEXT' ? 'text' : 'double precision');

function toCreateStatement(name: string, columns: readonly Column[]): string {
  const lines = columns.map((column) => {
    const collation = column.type === 'TEXT' ? ' COLLATE "C"' : '';
    const blank = column.notnull ? ' NOT NULL' : '';
    return `${quote(column.name)} ${toType(column)}${collation}${blank}`;
  });
  const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  if (key.length > 0) lines.push(`PRIMARY KEY (${key.map((one) => quote(one.name)).join(', ')})`);
  return `CREATE TABLE ${name} (${lines.join(', ')})`;
}

interface Copied {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Column by column as arrays, which every client can send, at a hundred thousand rows a second. */
async function copyRows(from: Database, to: Sql, { table, name, columns }: Copied) {
  const names = columns.map((column) => quote(column.name)).join(', ');
  const arrays = columns.map((column, index) => `$${index + 1}::${toType(column)}[]`).join(', ');
  const insert = `INSERT INTO ${name} (${names}) SELECT * FROM unnest(${arrays})`;
  const read = from
    .prepare<[number], CellValue[]>(
      `SELECT ${names} FROM ${quote(table)} WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_PER_STATEMENT}`,
    )
    .raw();
  let count = 0;
  let rows = read.all(Number.MIN_SAFE_INTEGER);
  while (rows.length > 0) {
    await to.query(
      insert,
      columns.map((_, index) => rows.map((row) => row[index])),
    );
    count += rows.length;
    rows = read.all(Number(rows.at(-1)?.[0]));
  }
  return count;
}

/** Those over columns; the key has its own. */
function listIndices(from: Database, table: string, name: string): string[] {
  const indices = from
    .prepare<[string], { name: string; unique: number }>(
      `SELECT name, "unique" FROM pragma_index_list(?) WHERE origin = 'c' ORDER BY name`,
    )
    .all(table);
  const listParts = from.prepare<[string], { name: string | null; desc: number }>(
    'SELECT name, "desc" FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno',
  );
  return indices.flatMap((index) => {
    const parts = listParts.all(index.name);
    const terms = parts.map(
      (part) => part.name && `${quote(part.name)}${part.desc ? ' DESC' : ''}`,
    );
    if (terms.includes(null)) return [];
    const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX';
    return `CREATE ${kind} ${quote(index.name)} ON ${name} (${terms.join(', ')})`;
  });
}
