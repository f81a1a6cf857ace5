/** The lists in which holders are looked for, each ranked by a chip or by all. */

import { toHref } from '@/address/href';
import type { Named } from '@/address/names';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { Orm } from '@/db/orm';
import { oncePerSnapshot } from '@/db/orm';
import { toShortName } from '@/subjects/chips/chip-entries';
import { COUNTED_TOGETHER } from '@/subjects/chips/chip-tree';
import {
  listCompleteEditions,
  readDefaultList,
  readLists,
  toListSlug,
} from '@/subjects/holdings/holder-lists';
import { buildHolderRanking, type HolderRanking } from '@/subjects/holdings/holder-ranking';

/** A ranking with the chip in it that was asked for, or what counts it with others. */
export interface Counted {
  readonly list: string;
  readonly ranking: HolderRanking;
  /** What is counted, for labels; null for all. */
  readonly chip: string | null;
  readonly href: string;
}

/** The list shown first, the newest whole edition of the index, single clusters; with rows for the chip. */
export function listRankings(orm: Orm, chip: Named | undefined): Promise<Counted[]> {
  return chip ? rankLists(orm, chip) : rankAllChips(orm, gpuHoldings);
}

const rankAllChips = oncePerSnapshot((orm) => rankLists(orm, undefined));

async function rankLists(orm: Orm, chip: Named | undefined): Promise<Counted[]> {
  const [first, [edition], lists] = await Promise.all([
    readDefaultList(orm),
    listCompleteEditions(orm),
    readLists(orm),
  ]);
  const clusters = lists.filter(({ family }) => family === 'epoch-clusters').map(toListSlug);
  const slugs = [...new Set([first, edition ? toListSlug(edition) : '', ...clusters])];
  const all = await Promise.all(
    slugs.filter((slug) => slug !== '').map((list) => countInList(orm, list, chip)),
  );
  return all.filter(({ ranking }) => ranking.holders.length > 0);
}

/** A list that counts the chip with others only is asked for these together. */
export async function countInList(
  orm: Orm,
  list: string,
  chip: Named | undefined,
): Promise<Counted> {
  const rank = (row: string | undefined) =>
    buildHolderRanking(orm, { list, status: 'operational', ...(row && { chip: row }) });
  const toHrefOf = (row: string | undefined) => toHref('/holdings', { list, chip: row ?? null });
  const own = await rank(chip?.row);
  const name = chip ? toShortName(chip.name) : null;
  if (!chip || own.holders.length > 0)
    return { list, ranking: own, chip: name, href: toHrefOf(chip?.row) };
  const [bucket] =
    Object.entries(COUNTED_TOGETHER).find(([, chips]) => chips.includes(chip.row)) ?? [];
  if (!bucket) return { list, ranking: own, chip: name, href: toHrefOf(chip.row) };
  const ranking = await rank(bucket);
  const together = ranking.holders[0]?.rows[0].chip_name ?? name;
  return { list, ranking, chip: together, href: toHrefOf(bucket) };
}
