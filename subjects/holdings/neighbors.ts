/** Who stands around an organization in the ranking that has it. */

import { formatRank } from '@/charts/rank';
import type { CommonUnit } from './conversion';
import { formatList } from './holder-lists';
import type { Holder } from './ranking';
import type { Standing } from './standing';

export interface Neighbors {
  /** "Index, Aug 2026". */
  readonly label: string;
  /** The parameter that shows the whole list. */
  readonly list: string;
  readonly unit: CommonUnit;
  /** Largest first, the organization itself among them; empty where the list lacks it. */
  readonly holders: readonly (Holder & { readonly place: string; readonly isSelf: boolean })[];
}

const AROUND = 3;

/**
 * The organizations just above and below, in operation: in the list of whole fleets where
 * it is there, else in the newest index; null where there is no list.
 */
export function listNeighbors(
  { fleet, documented }: Standing,
  organization: string,
): Neighbors | null {
  const found = [fleet, documented].find((one) => one?.holder) ?? documented ?? fleet;
  if (!found) return null;
  const { list, ranking } = found;
  const { holders } = ranking;
  const place = holders.findIndex(({ key }) => key === organization);
  const start = Math.max(0, place - AROUND);
  const around = place < 0 ? [] : holders.slice(start, place + AROUND + 1);
  return {
    label: formatList(ranking.list),
    list,
    unit: ranking.unit,
    holders: around.map((holder) => ({
      ...holder,
      place: holder.rank ? formatRank(holder.rank) : '',
      isSelf: holder.key === organization,
    })),
  };
}
