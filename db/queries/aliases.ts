/** Other words for rows of the datasets. */
import { asc } from 'drizzle-orm';
import { aliases } from '@/data/aliases/contract';
import type { RowOf } from '@/data/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

export type AliasRow = RowOf<typeof aliases>;

const table = toTable(aliases);

/** Every other name, by itself. */
export async function listAliases(orm: Orm): Promise<AliasRow[]> {
  return orm.select().from(table).orderBy(asc(table.alias));
}
