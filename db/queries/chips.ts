/** The list of chips. */
import { asc } from 'drizzle-orm';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

export type ChipRow = RowOf<typeof chips>;

const table = toTable(chips);

/** Every chip by vendor and slug. */
export async function listChips(orm: Orm): Promise<ChipRow[]> {
  return orm.select().from(table).orderBy(asc(table.vendor), asc(table.chip));
}
