/** When what the site shows changed last, as far as anybody knows. */
import { datasets } from '@/data/datasets';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import { listDatasetStates } from '@/db/queries/dataset-states';
import { listReadings } from '@/db/queries/readings';
import { compareSnapshots, listSnapshots } from './snapshots';

/** Older changes are known by the day of collection alone. */
const MOST_SNAPSHOTS = 20;

/**
 * Dataset → when the newest change of its rows was published, an ISO time; where the kept
 * snapshots show none, the day on which its sources were read last.
 */
export async function listLastChanges(orm: Orm): Promise<ReadonlyMap<string, string>> {
  const states = await listDatasetStates(orm);
  const changed = new Map(states.map(({ dataset, collected_on }) => [dataset, collected_on]));
  const snapshots = listSnapshots().slice(0, MOST_SNAPSHOTS);
  for (const [index, older] of snapshots.slice(1).entries()) {
    const newer = snapshots[index];
    if (!newer) continue;
    for (const { dataset } of compareSnapshots(older, newer).changes) {
      if (!changed.get(dataset)?.includes('T')) changed.set(dataset, newer.published_at);
    }
  }
  return changed;
}

/** A name of a list ("organizations") → the newest day on which a source of its rows was read. */
export const listNewestReadings = oncePerSnapshot((orm, list) => listReadings(orm, datasets, list));
