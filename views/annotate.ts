/** The editor's words at points of a view. */
import type { Annotation, TimeModel } from '@/charts/model';
import { hasFigureAt } from '@/charts/model';
import { annotations } from '@/data/annotations/contract';
import type { Orm } from '@/db/connection';
import { listSources, type SourceRow } from '@/db/queries/names';
import { listRows } from '@/db/queries/table';
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
  const rows = await listRows(orm, annotations, { filters: { chart: told.chart.slug } });
  const own = rows.filter((row) => isMode(row.mode, told, CUTS) && hasFigureAt(model, row));
  const sources = await listSources(orm, [...new Set(own.map(({ told_in }) => told_in))]);
  return own.map(({ at, series, text, told_in }) => ({
    ...{ at, series, text },
    source: sources.find(({ source }) => source === told_in) ?? null,
  }));
}

/** "Q4 2014: GTX 970 and 980 (Maxwell).": for whoever does not see the picture. */
export const wordAnnotation = ({ at, text }: Annotation): string => `${formatPeriod(at)}: ${text}.`;
