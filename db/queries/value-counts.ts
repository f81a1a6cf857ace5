/** Which values a column holds, and how often: what a table can be filtered by. */
import { count, sql } from 'drizzle-orm';
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
  const table = toTable<Columns>(contract);
  const found = Object.hasOwn(contract.columns, column) ? table[column] : undefined;
  if (!found) throw new Error(`The dataset "${contract.slug}" has no column "${column}".`);
  const rows = await orm
    .select({ value: sql<CellValue>`${found}`, rows: count() })
    .from(table)
    .groupBy(found)
    .orderBy(sql`${found} asc nulls last`);
  return rows;
}
