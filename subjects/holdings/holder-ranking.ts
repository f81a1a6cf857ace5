/** The ranking that a set of chosen values asks for: behind the chart and its page alike. */

import type { Chosen } from '@/address/choices';
import type { Orm } from '@/db/connection';
import type { ChipTree } from './chip-tree';
import { type CommonUnit, commonUnits } from './conversion';
import { toFilter, toReckoning } from './holder-choices';
import type { HolderList, NamedHolding } from './queries';
import { buildRanking, type Grouping, type Ranking } from './ranking';
import { findList, readChipTree, readRows } from './read-list';

export interface HolderRanking extends Ranking {
  readonly list: HolderList;
  readonly addable: boolean;
  readonly tree: ChipTree;
  readonly unit: CommonUnit;
  readonly group: Grouping;
  /** Every row of the list, whatever the filter. */
  readonly rows: readonly NamedHolding[];
}

/** Values as the chart's choices read them; unknown ones count as not given. */
export async function buildHolderRanking(orm: Orm, values: Chosen): Promise<HolderRanking> {
  const slug = values.list ?? '';
  const [list, rows, tree] = await Promise.all([
    findList(orm, slug),
    readRows(orm, slug),
    readChipTree(orm),
  ]);
  const reckoning = toReckoning(values, list.family);
  const { addable, group } = reckoning;
  const ranking = buildRanking({ rows, tree, filter: toFilter(values), ...reckoning });
  return { ...ranking, list, addable, tree, unit: commonUnits[ranking.unitName], group, rows };
}
