/** The plainest question to a dataset: its rows with these values, in this order. */
import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type Columns, type Contract, type RowOf, toTableName } from '@/data/contract';
import type { CellValue } from '@/units/table';
import type { Orm } from './orm';
import { downward, toTable, upward } from './to-table';

/** A column; with a minus before it, largest first. */
type Order<C extends Columns> = (keyof C & string) | `-${keyof C & string}`;

/**
 * Whole rows that have all of the values (null: a blank cell), in the order of the columns named, blanks first;
 * those that are equal in them by key.
 * What a visitor types goes through `listRows` instead, which takes any text.
 */
export async function findRows<C extends Columns>(
  orm: Orm,
  contract: Contract<C>,
  values: Partial<RowOf<{ columns: C }>>,
  order: readonly [Order<C>, ...Order<C>[]],
): Promise<RowOf<{ columns: C }>[]> {
  const table = toTable<Columns>(contract);
  const columns: Readonly<Record<string, SQLiteColumn>> = getTableColumns(table);
  const wanted = Object.entries(values as Readonly<Record<string, CellValue>>);
  const rows = await orm
    .select()
    .from(table)
    .where(and(...wanted.map(([name, value]) => fits(columns[name]!, value))))
    .orderBy(
      ...[...order, ...contract.key].map((name) =>
        name.startsWith('-') ? downward(columns[name.slice(1)]!) : upward(columns[name]!),
      ),
    );
  return rows as RowOf<{ columns: C }>[];
}

const fits = (column: SQLiteColumn, value: CellValue) =>
  value === null ? isNull(column) : eq(column, value);

/** Whether a snapshot has a dataset: one that an earlier program published may lack it. */
export function hasTable({ $client }: Orm, { slug }: Pick<Contract, 'slug'>): boolean {
  const table = `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`;
  return $client.prepare(table).get(toTableName(slug)) !== undefined;
}
