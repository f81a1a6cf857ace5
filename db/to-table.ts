/**
 * A contract → its SQLite table, twice from the same columns: as a typed drizzle
 * table to ask, and as the statement that creates it.
 */
import { asc, type BuildColumns, desc, type SQL, sql } from 'drizzle-orm';
import {
  integer,
  real,
  type SQLiteColumn,
  type SQLiteColumnBuilderBase,
  type SQLiteTableWithColumns,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import {
  type Column,
  type Columns,
  type Contract,
  toTableName,
  type ValueOf,
} from '@/data/contract';

type Data<C extends Column> = NonNullable<ValueOf<C>>;

type BuilderOf<C extends Column> = SQLiteColumnBuilderBase<
  C extends { type: 'integer' | 'number' }
    ? {
        name: '';
        dataType: 'number';
        columnType: 'SQLiteReal';
        data: Data<C>;
        driverParam: number;
        enumValues: undefined;
      }
    : {
        name: '';
        dataType: 'string';
        columnType: 'SQLiteText';
        data: Data<C>;
        driverParam: string;
        enumValues: undefined;
      },
  C extends { optional: true } ? object : { notNull: true }
>;

/** The drizzle table of a contract: selecting from it gives `RowOf<contract>`. */
type TableOf<C extends Columns> = SQLiteTableWithColumns<{
  name: string;
  schema: undefined;
  dialect: 'sqlite';
  columns: BuildColumns<string, { -readonly [K in keyof C & string]: BuilderOf<C[K]> }, 'sqlite'>;
}>;

export function toTable<C extends Columns>(contract: Contract<C>): TableOf<C> {
  const builders: Record<string, SQLiteColumnBuilderBase> = {};
  for (const [name, column] of Object.entries(contract.columns)) {
    const builder = toBuilder(column);
    builders[name] = column.optional ? builder : builder.notNull();
  }
  // The mapped type above says per column what this loop builds.
  return sqliteTable(toTableName(contract.slug), builders) as unknown as TableOf<C>;
}

/**
 * Smallest first, blanks before all: said where there may be any, because engines differ. A
 * column that another table's rows may lack is given as SQL.
 */
export const upward = (column: SQLiteColumn | SQL): SQL =>
  isNeverBlank(column) ? asc(column) : sql`${column} asc nulls first`;

/** Largest first, blanks behind all. */
export const downward = (column: SQLiteColumn | SQL): SQL =>
  isNeverBlank(column) ? desc(column) : sql`${column} desc nulls last`;

const isNeverBlank = (column: SQLiteColumn | SQL): boolean => 'notNull' in column && column.notNull;

/** The line of a row in its CSV; the header is line 1. */
export const lineInCsv: SQL<number> = sql<number>`rowid`;

/** Name and type of a column in SQL. */
export function toBlankableColumn(name: string, column: Column): string {
  return `${quote(name)} ${toSqlType(column)}`;
}

/** `CREATE TABLE`, with the key, what may be blank, and where references lead. */
export function toCreateStatement(contract: Contract, all: readonly Contract[]): string {
  const lines = Object.entries(contract.columns).map(
    ([name, column]) => `${toBlankableColumn(name, column)}${column.optional ? '' : ' NOT NULL'}`,
  );
  lines.push(`PRIMARY KEY (${contract.key.map(quote).join(', ')})`);
  for (const [name, column] of Object.entries(contract.columns)) {
    if (column.type !== 'reference') continue;
    const { table, key } = findTarget(column.to, all);
    lines.push(`FOREIGN KEY (${quote(name)}) REFERENCES ${quote(table)} (${quote(key)})`);
  }
  const name = quote(toTableName(contract.slug));
  return `CREATE TABLE ${name} (\n  ${lines.join(',\n  ')}\n) STRICT`;
}

/** `CREATE INDEX` for every reference by which rows are looked up and no key begins. */
export function toIndexStatements({ slug, columns, key }: Contract): string[] {
  const table = toTableName(slug);
  return Object.entries(columns)
    .filter(([name, { type }]) => type === 'reference' && name !== key[0])
    .map(
      ([name]) =>
        `CREATE INDEX ${quote(`${table}_by_${name}`)} ON ${quote(table)} (${quote(name)})`,
    );
}

/** Table and key column that a reference leads to. Throws for an unregistered dataset. */
export function findTarget(to: string, all: readonly Contract[]): { table: string; key: string } {
  const target = all.find((contract) => contract.slug === to);
  if (!target) throw new Error(`A column refers to the dataset "${to}", which is not registered.`);
  const [key, ...more] = target.key;
  if (key === undefined || more.length > 0) {
    throw new Error(`The dataset "${to}" needs a key of one column, as others refer to it.`);
  }
  return { table: toTableName(to), key };
}

/** An SQL name; ours are snake_case, but an old database may hold any. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function toBuilder(column: Column) {
  if (column.type === 'integer') return integer();
  if (column.type === 'number') return real();
  return text();
}

function toSqlType(column: Column): string {
  // INT and not INTEGER: an INTEGER that is a key by itself would take the place
  // of the rowid, which holds the line in the CSV.
  if (column.type === 'integer') return 'INT';
  if (column.type === 'number') return 'REAL';
  return 'TEXT';
}
