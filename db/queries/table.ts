/**
 * Any dataset's table, searched, filtered, sorted and paged: behind the dataset
 * pages, the downloads and the API. Whatever a visitor types travels as a
 * parameter, never as SQL.
 */

import { existsSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import Database from 'better-sqlite3';
import {
  and,
  asc,
  count,
  desc,
  eq,
  fillPlaceholders,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  notInArray,
  or,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm';
import { type Comparison, readFilterName } from '@/data/comparisons';
import type { Column, Columns, Contract, RowOf } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { addDays, lastDayOf } from '@/units/date';
import { parsePeriod } from '@/units/period';
import type { CellValue } from '@/units/table';
import { openTracker, type Tracker } from '../connection';
import { openEarlierDatabase } from '../open-snapshot';
import type { Orm } from '../orm';
import { lineInCsv, toTable } from '../to-table';

interface RowFilter {
  /**
   * Every word must occur in some text of the row, or in the name of what it refers to;
   * letter case does not matter.
   */
  readonly search?: string;
  /**
   * Column → the exact value it must have; null asks for blanks. With a comparison behind the
   * name, `as_of__lt`, the end of a range, in which no blanks are.
   */
  readonly filters?: Readonly<Record<string, CellValue>>;
}

export interface RowSelection extends RowFilter {
  /** The first entry weighs most. */
  readonly sort?: readonly { readonly column: string; readonly descending?: boolean }[];
  readonly offset?: number;
  /** Absent: every row. */
  readonly limit?: number;
}

/** Which columns a download holds; absent: all. */
interface ColumnChoice {
  readonly columns?: readonly string[];
}

export type LinedRow<C extends Columns> = RowOf<{ columns: C }> & {
  /** The row's line in its CSV; the header is line 1. */
  readonly line: number;
};

/**
 * Rows of one dataset. Unknown values come last whichever way is sorted; equal rows
 * follow their key, so pages neither repeat nor skip. Throws for a column that the
 * contract does not have: check a visitor's choice before.
 */
export async function listRows<C extends Columns>(
  orm: Orm,
  contract: Contract<C>,
  { offset = 0, limit = ALL, ...view }: RowSelection = {},
): Promise<LinedRow<C>[]> {
  const rows = await orm
    .select({ ...toSqlColumns(contract), line: lineInCsv })
    .from(toTable<Columns>(contract))
    .where(toCondition(contract, view))
    .orderBy(...listOrder(contract, view))
    .limit(limit)
    .offset(offset);
  return rows as LinedRow<C>[];
}

/**
 * The query for every row without its line, in the order of `listRows`, values in
 * the order of the contract's columns; not yet run.
 * `after` holds the key of a row, and leaves out that row and those with a smaller
 * key: the next page of a table that is sorted by nothing else.
 */
export function selectRows(
  orm: Orm,
  contract: Contract,
  { offset = 0, limit = ALL, columns, ...view }: RowSelection & ColumnChoice,
  after?: readonly (CellValue | Placeholder)[],
) {
  const all = Object.entries(toSqlColumns(contract));
  return orm
    .select(Object.fromEntries(all.filter(([name]) => columns?.includes(name) ?? true)))
    .from(toTable<Columns>(contract))
    .where(and(toCondition(contract, view), after ? isBehind(contract, after) : undefined))
    .orderBy(...listOrder(contract, view))
    .limit(limit)
    .offset(offset);
}

/**
 * The query for the values of one column in the rows selected, repeated as they are, for use within
 * another. Unless it is a page, rows are not put in order: sorting a million takes seconds.
 */
export function selectValues(orm: Orm, contract: Contract, column: string, view: RowSelection) {
  if (view.offset !== undefined || view.limit !== undefined) {
    return selectRows(orm, contract, { ...view, columns: [column] });
  }
  return orm
    .select({ [column]: findColumn(contract, toSqlColumns(contract), column) })
    .from(toTable<Columns>(contract))
    .where(toCondition(contract, view));
}

function listOrder(contract: Contract, { sort = [] }: RowSelection) {
  const columns = toSqlColumns(contract);
  return [
    ...sort.flatMap(({ column, descending = false }) => toOrder(contract, column, descending)),
    ...contract.key.map((name) => findColumn(contract, columns, name)),
  ];
}

/** How many rows `listRows` would give without paging. */
export async function countRows<C extends Columns>(
  orm: Orm,
  contract: Contract<C>,
  filter: RowFilter = {},
): Promise<number> {
  const [found] = await orm
    .select({ rows: count() })
    .from(toTable<Columns>(contract))
    .where(toCondition(contract, filter));
  return found?.rows ?? 0;
}

/** The place, from 1, of the row at a line of the CSV among those of `listRows`; null: not among them. */
export async function findPlace<C extends Columns>(
  orm: Orm,
  contract: Contract<C>,
  view: Omit<RowSelection, 'offset' | 'limit'>,
  line: number,
): Promise<number | null> {
  const order = sql.join(listOrder(contract, view), COMMA);
  const placed = orm
    .select({
      line: lineInCsv.as('line'),
      place: sql<number>`row_number() OVER (ORDER BY ${order})`.as('place'),
    })
    .from(toTable<Columns>(contract))
    .where(toCondition(contract, view))
    .as('placed');
  const [found] = await orm
    .select({ place: placed.place })
    .from(placed)
    .where(eq(placed.line, line));
  return found?.place ?? null;
}

// SQLite has no OFFSET without LIMIT.
const ALL = Number.MAX_SAFE_INTEGER;

type SqlColumns = ReturnType<typeof toTable<Columns>>['_']['columns'];

function toSqlColumns(contract: Contract): SqlColumns {
  return getTableColumns(toTable(contract));
}

function findColumn(contract: Contract, columns: SqlColumns, name: string) {
  const column = Object.hasOwn(contract.columns, name) ? columns[name] : undefined;
  if (!column) throw new Error(`The dataset "${contract.slug}" has no column "${name}".`);
  return column;
}

/** Compared column by column, which SQLite finds in the index of the key. */
function isBehind(contract: Contract, after: readonly (CellValue | Placeholder)[]): SQL {
  const columns = toSqlColumns(contract);
  const key = contract.key.map((name) => sql`${findColumn(contract, columns, name)}`);
  const values = after.map((value) => sql`${value}`);
  return sql`(${sql.join(key, COMMA)}) > (${sql.join(values, COMMA)})`;
}

const COMMA = sql`, `;

function toOrder(contract: Contract, name: string, descending: boolean): SQL[] {
  const column = findColumn(contract, toSqlColumns(contract), name);
  const hasCases = isText(contract.columns[name]!) && !SMALL.has(contract.columns[name]!.type);
  const value = hasCases ? sql`lower(${column})` : sql`${column}`;
  if (column.notNull) return [descending ? desc(value) : asc(value)];
  return [sql`${value} ${sql.raw(descending ? 'desc' : 'asc')} nulls last`];
}

/** Written without capitals, so that an index of theirs is in the right order. */
const SMALL: ReadonlySet<string> = new Set(['slug', 'date', 'reference']);

function toCondition(contract: Contract, { search = '', filters = {} }: RowFilter) {
  const columns = toSqlColumns(contract);
  const texts = Object.entries(contract.columns)
    .filter(([, column]) => isText(column))
    .map(([name, { type }]) => ({ column: findColumn(contract, columns, name), type }));
  const named = search === '' ? [] : listNamed(contract);
  const words = search.slice(0, LONGEST_SEARCH).split(/\s+/).filter(Boolean);
  return and(
    ...words.map((word) =>
      or(
        sql`false`,
        // Most words are no part of a date, and a large table has many.
        ...texts
          .filter(({ type }) => type !== 'date' || /^[\d-]+$/.test(word))
          .map(({ column }) => contains(column, word)),
        ...named.map(({ column, key, name }) =>
          inArray(column, sql`(SELECT ${key} FROM ${key.table} WHERE ${contains(name, word)})`),
        ),
      ),
    ),
    ...Object.entries(filters).map(([filter, value]) => {
      const { column: name, comparison } = readFilterName(filter);
      const column = findColumn(contract, columns, name);
      if (value === null) return isNull(column);
      if (comparison === null) return eq(column, value);
      return contract.columns[name]?.type === 'date'
        ? compareDate(column, comparison, String(value))
        : { gt, gte, lt, lte }[comparison](column, value);
    }),
  );
}

/**
 * A date that is known to its month or year is in a range if all of its days are. As texts
 * dates stand in the order of their first days, if 2024-01-01 is spelled as the year that begins
 * with it; those of which the end is beyond `day` are the month and the year that hold it.
 */
function compareDate(column: SqlColumns[string], comparison: Comparison, date: string) {
  const isStrict = comparison === 'gt' || comparison === 'lt';
  const isLower = comparison === 'gt' || comparison === 'gte';
  const day =
    isLower === isStrict ? addDays(lastDayOf(date), 1) : (parsePeriod(date)?.start ?? date);
  if (isLower) return gte(column, day.replace(/(-01)+$/, ''));
  return and(lt(column, day), notInArray(column, [day.slice(0, 4), day.slice(0, 7)]));
}

/** The columns that refer to rows with names: organizations, chips, vendors. */
function listNamed(contract: Contract) {
  const columns = toSqlColumns(contract);
  return Object.entries(contract.columns).flatMap(([column, declared]) => {
    if (declared.type !== 'reference') return [];
    const target = datasets.find(({ slug }) => slug === declared.to);
    if (!target || !('name' in target.columns)) return [];
    const { [target.key[0]!]: key, name } = toSqlColumns(target);
    return [{ column: findColumn(contract, columns, column), key: key!, name: name! }];
  });
}

// A whole pasted page would exceed what SQLite takes as one expression.
const LONGEST_SEARCH = 100;

function contains(column: SqlColumns[string], word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`${column} LIKE ${pattern} ESCAPE '\\'`;
}

function isText(column: Column): boolean {
  return column.type !== 'integer' && column.type !== 'number';
}

/**
 * Rows in batches, for downloads that may be larger than memory allows and slower than a
 * connection lives: in the order of `listRows`, values of the columns chosen, in the
 * contract's order. Reads through a connection of its own, because the shared one is
 * closed soon after an ingest; other requests get their turn after every batch.
 */
export async function* streamRows<C extends Columns>(
  tracker: Tracker,
  contract: Contract<C>,
  view: RowSelection & ColumnChoice,
): AsyncGenerator<CellValue[][]> {
  const own = openSame(tracker);
  try {
    const client = own ?? tracker.orm.$client;
    const read = canBePaged(tracker, view) ? readPages : readOneByOne;
    for (const batch of read(tracker.orm, client, contract, view)) {
      yield batch;
      await breathe();
    }
  } finally {
    own?.close();
  }
}

type Client = Database.Database;

const ROWS_PER_BATCH = 1000;

/** Pages go on behind the last key, which has to be among the columns and may have no gaps. */
function canBePaged(
  { isFrozen }: Tracker,
  { sort = [], offset, limit, columns }: RowSelection & ColumnChoice,
): boolean {
  const isWhole = offset === undefined && limit === undefined && columns === undefined;
  return !isFrozen && sort.length === 0 && isWhole;
}

/** Each page begins behind the key where the last one ended: a fifth faster than row by row. */
function* readPages(orm: Orm, client: Client, contract: Contract, view: RowSelection) {
  const page = { ...view, limit: ROWS_PER_BATCH };
  const behind = contract.key.map((name) => sql.placeholder(name));
  const columns = Object.keys(contract.columns);
  let [read, toParameters] = prepare(client, selectRows(orm, contract, page));
  let rows = read.all(...toParameters({}));
  [read, toParameters] = prepare(client, selectRows(orm, contract, page, behind));
  while (rows.length > 0) {
    yield rows;
    const last = rows.at(-1) ?? [];
    const key = contract.key.map((name) => [name, last[columns.indexOf(name)]]);
    rows = read.all(...toParameters(Object.fromEntries(key)));
  }
}

function* readOneByOne(orm: Orm, client: Client, contract: Contract, view: RowSelection) {
  const [read, toParameters] = prepare(client, selectRows(orm, contract, view));
  let batch: CellValue[][] = [];
  for (const row of read.iterate(...toParameters({}))) {
    batch.push(row);
    if (batch.length < ROWS_PER_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The statement, and what makes its parameters of the values of its placeholders. */
function prepare(client: Client, query: ReturnType<typeof selectRows>) {
  const { sql, params } = query.toSQL();
  const toParameters = (values: Record<string, unknown>) => fillPlaceholders(params, values);
  return [client.prepare<unknown[], CellValue[]>(sql).raw(), toParameters] as const;
}

/** Null when the file was replaced or removed meanwhile: the shared connection still reads it. */
function openSame({ orm, snapshot, isFrozen }: Tracker): Database.Database | null {
  const path = orm.$client.name;
  if (!existsSync(path)) return null;
  const client = isFrozen
    ? openEarlierDatabase(path, openTracker().orm.$client)
    : new Database(path, { readonly: true, fileMustExist: true });
  const found = client.prepare<[], string>('SELECT id FROM snapshot').pluck().get();
  if (found === snapshot.id) {
    // Each page is read once; to keep 16 MB of them, as better-sqlite3 does, helps nobody.
    client.pragma('cache_size = -2000');
    return client;
  }
  client.close();
  return null;
}
