/** What happened, with the names of those it happened to. */
import { eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { events } from '@/data/events/contract';
import { sources } from '@/data/sources/contract';
import { type Orm, oncePerSnapshot } from '../orm';
import { downward, toTable, upward } from '../to-table';

export type EventRow = RowOf<typeof events>;

const table = toTable(events);
const chipTable = toTable(chips);
const sourceTable = toTable(sources);

export type NamedEvent = EventRow & {
  readonly chip_name: string | null;
  /** Whose statement it is, and where it was read. */
  readonly source_origin: string;
  readonly source_publisher: string;
  readonly source_grade: RowOf<typeof sources>['grade'];
  readonly source_title: string;
  readonly source_url: string | null;
};

/** Events newest first; about these chips alone where they are given. */
export function listEvents(
  orm: Orm,
  chipSlugs: readonly string[] | null = null,
): Promise<readonly NamedEvent[]> {
  return chipSlugs ? selectEvents(orm, chipSlugs) : listAll(orm, events);
}

const listAll = oncePerSnapshot((orm) => selectEvents(orm, null));

async function selectEvents(
  orm: Orm,
  chipSlugs: readonly string[] | null,
): Promise<readonly NamedEvent[]> {
  return orm
    .select({
      ...getTableColumns(table),
      chip_name: chipTable.name,
      source_origin: sourceTable.origin,
      source_publisher: sourceTable.publisher,
      source_grade: sourceTable.grade,
      source_title: sourceTable.title,
      source_url: sourceTable.url,
    })
    .from(table)
    .leftJoin(chipTable, eq(table.chip, chipTable.chip))
    .innerJoin(sourceTable, eq(table.source, sourceTable.source))
    .where(chipSlugs ? inArray(table.chip, [...chipSlugs]) : sql`true`)
    .orderBy(downward(table.date), upward(table.event));
}

/** An event with the kind of the chip it is about. */
export type EventOfKind = EventRow & { readonly chip_kind: RowOf<typeof chips>['kind'] | null };

/** Events of these categories, oldest first. */
export async function listEventsOf(
  orm: Orm,
  categories: readonly EventRow['category'][],
): Promise<EventOfKind[]> {
  return orm
    .select({ ...getTableColumns(table), chip_kind: chipTable.kind })
    .from(table)
    .leftJoin(chipTable, eq(table.chip, chipTable.chip))
    .where(inArray(table.category, [...categories]))
    .orderBy(upward(table.date), upward(table.event));
}
