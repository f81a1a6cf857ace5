/** The editor's words at points of a view. */
import { eq, sql } from 'drizzle-orm';
import type { Annotation, TimeModel } from '@/charts/model';
import { hasFigureAt } from '@/charts/model';
import { annotations } from '@/data/annotations/contract';
import type { Orm } from '@/db/connection';
import { listSources, type SourceRow } from '@/db/queries/names';
import { toTable } from '@/db/to-table';
import { formatPeriod } from '@/units/period';
import { isMode, type Told } from './story';

export interface ShownAnnotation extends Annotation {
  /** Where it is said; null: not known to this snapshot. */
  readonly source: SourceRow | null;
}

/** What of a view may be cut without changing what is said at a point. */
const CUTS = ['series', 'time'];

/** Those of the view's mode whose point the model shows, the most telling first. */
export async function listAnnotations(
  orm: Orm,
  told: Told,
  model: TimeModel,
): Promise<readonly ShownAnnotation[]> {
  const table = toTable(annotations);
  const rows = await orm
    .select()
    .from(table)
    .where(eq(table.chart, told.chart.slug))
    // As the editor put them.
    .orderBy(sql`rowid`);
  const own = rows.filter((row) => isMode(row.mode, told, CUTS) && hasFigureAt(model, row));
  const sources = await listSources(orm, [...new Set(own.map(({ told_in }) => told_in))]);
  return own.map(({ at, series, text, told_in }) => ({
    ...{ at, series, text },
    source: sources.find(({ source }) => source === told_in) ?? null,
  }));
}

/** "Q4 2014: GTX 970 and 980 (Maxwell).": for whoever does not see the picture. */
export const wordAnnotation = ({ at, text }: Annotation): string => `${formatPeriod(at)}: ${text}.`;
