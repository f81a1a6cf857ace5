/** Export controls with their events and what changed them. */
import { asc, desc, eq, getTableColumns } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { RowOf } from '@/data/contract';
import { events } from '@/data/events/contract';
import { exportControls } from '@/data/export-controls/contract';
import type { Orm } from '@/db/connection';
import { toTable } from '@/db/to-table';

const table = toTable(exportControls);
const eventTable = toTable(events);
const laterTable = alias(eventTable, 'later');

export type ExportControl = RowOf<typeof exportControls> & {
  readonly date: string;
  readonly vendor: string | null;
  readonly actor: string;
  readonly title: string;
  readonly summary: string;
  /** Title of the event that changed it. */
  readonly changed_title: string | null;
};

/** Every control, newest first. */
export async function listExportControls(orm: Orm): Promise<ExportControl[]> {
  return orm
    .select({
      ...getTableColumns(table),
      date: eventTable.date,
      vendor: eventTable.vendor,
      actor: eventTable.actor,
      title: eventTable.title,
      summary: eventTable.summary,
      changed_title: laterTable.title,
    })
    .from(table)
    .innerJoin(eventTable, eq(table.event, eventTable.event))
    .leftJoin(laterTable, eq(table.changed_by, laterTable.event))
    .orderBy(desc(eventTable.date), asc(table.event));
}
