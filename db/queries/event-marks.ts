/** Events as marks on a time axis. */
import { asc, inArray } from 'drizzle-orm';
import type { RowOf } from '@/data/contract';
import { events } from '@/data/events/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

export type EventRow = RowOf<typeof events>;

const table = toTable(events);

/** Events of these categories, oldest first. */
export async function listEventsOf(
  orm: Orm,
  categories: readonly EventRow['category'][],
): Promise<EventRow[]> {
  return orm
    .select()
    .from(table)
    .where(inArray(table.category, [...categories]))
    .orderBy(asc(table.date), asc(table.event));
}
