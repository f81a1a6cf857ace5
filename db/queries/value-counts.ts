/** Which values a column holds, and how often: what a table can be filtered by. */
import { count, eq, sql } from 'drizzle-orm';
import type { Columns, Contract } from '@/data/contract';
import type { CellValue } from '@/units/table';
import type { Orm } from '../orm';
import { toTable } from '../to-table';

interface ValueCount {
  /** Null stands for blank cells. */
  readonly value: CellValue;
  readonly rows: number;
}

/** Every value of a column by itself (numbers by size, texts by letter), blanks last. */
export async function countValues(
  orm: Orm,
  contract: Contract,
  column: string,
): Promise<ValueCount[]> {
  const { table, found } = findColumn(contract, column);
  const rows = await orm
    .select({ value: sql<CellValue>`${found}`, rows: count() })
    .from(table)
    .groupBy(found)
    .orderBy(sql`${found} asc nulls last`);
  return rows;
}

/** Whether any row has the value in a column. */
export async function hasValue(
  orm: Orm,
  contract: Contract,
  column: string,
  value: string,
): Promise<boolean> {
  const { table, found } = findColumn(contract, column);
  const rows = await orm
    .select({ one: sql<number>`1` })
    .from(table)
    .where(eq(found, value))
    .limit(1);
  return rows.length > 0;
}

function findColumn(contract: Contract, column: string) {
  const table = toTable<Columns>(contract);
  const found = Object.hasOwn(contract.columns, column) ? table[column] : undefined;
  if (!found) throw new Error(`The dataset "${contract.slug}" has no column "${column}".`);
  return { table, found };
}
