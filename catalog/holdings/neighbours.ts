/** Who stands around an organisation in the newest ranking. */

import { formatRank } from '@/charts/rank';
import type { Orm } from '@/db/connection';
import { formatList, toListSlug } from '../holder-lists';
import { buildHolderRanking } from './holder-ranking';
import type { Holder } from './ranking';
import { listCompleteEditions } from './read-list';

export interface Neighbours {
  /** "Index, Aug 2026". */
  readonly label: string;
  /** The parameter that shows the whole list. */
  readonly list: string;
  /** Largest first, the organisation itself among them; empty where the list lacks it. */
  readonly holders: readonly (Holder & { readonly place: string; readonly isSelf: boolean })[];
}

const AROUND = 3;

/** The organisations just above and below, in operation; null where no edition is known as a whole. */
export async function listNeighbours(orm: Orm, organization: string): Promise<Neighbours | null> {
  const [newest] = await listCompleteEditions(orm);
  if (!newest) return null;
  const list = toListSlug(newest);
  const { holders } = await buildHolderRanking(orm, { list, status: 'operational' });
  const place = holders.findIndex(({ key }) => key === organization);
  const start = Math.max(0, place - AROUND);
  const around = place < 0 ? [] : holders.slice(start, place + AROUND + 1);
  return {
    label: formatList(newest),
    list,
    holders: around.map((holder) => ({
      ...holder,
      place: holder.rank ? formatRank(holder.rank) : '',
      isSelf: holder.key === organization,
    })),
  };
}
