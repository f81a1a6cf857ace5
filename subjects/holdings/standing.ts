/**
 * Where an organization stands: in the list that covers whole fleets and in the newest
 * index of publicly documented clusters. Pages take its figures from here, so that they
 * are those of the rankings.
 */
import type { Orm } from '@/db/connection';
import { toListSlug } from './holder-lists';
import { buildHolderRanking, type HolderRanking } from './holder-ranking';
import type { Holder } from './ranking';
import { listCompleteEditions, readDefaultList } from './read-list';

export interface Place {
  readonly ranking: HolderRanking;
  /** The parameter that shows the list. */
  readonly list: string;
  /** The organization's entry; null where the list has nothing of it in operation. */
  readonly holder: Holder | null;
}

export interface Standing {
  /** In the list shown first, in its own unit; null where there is no list at all. */
  readonly fleet: Place | null;
  /** In the newest edition of the index that is known as a whole; null where there is none. */
  readonly documented: Place | null;
}

export async function readStanding(orm: Orm, organization: string): Promise<Standing> {
  const [first, [edition]] = await Promise.all([readDefaultList(orm), listCompleteEditions(orm)]);
  const newest = edition ? toListSlug(edition) : '';
  const [fleet, documented] = await Promise.all([
    first === '' || first === newest ? null : readPlace(orm, first, organization),
    newest === '' ? null : readPlace(orm, newest, organization),
  ]);
  return { fleet, documented };
}

async function readPlace(orm: Orm, list: string, organization: string): Promise<Place> {
  const ranking = await buildHolderRanking(orm, { list, status: 'operational' });
  const holder = ranking.holders.find(({ key }) => key === organization) ?? null;
  return { ranking, list, holder };
}
