/** The ranking that a set of chosen values asks for: behind the chart and its page alike. */
import type { Orm } from '@/db/connection';
import type { HolderList, NamedHolding } from '@/db/queries/holdings';
import { isAddable } from '../holder-lists';
import type { Chosen } from '../parameters';
import type { ChipTree } from './chip-tree';
import { type CommonUnit, commonUnits, type UnitName } from './conversion';
import { toFilter, toReckoning } from './holder-choices';
import { buildRanking, type Grouping, type Ranking } from './ranking';
import { findList, readChipTree, readRows } from './read-list';

export interface HolderRanking extends Ranking {
  readonly list: HolderList;
  readonly addable: boolean;
  readonly tree: ChipTree;
  readonly unitName: UnitName;
  readonly unit: CommonUnit;
  readonly group: Grouping;
  /** Every row of the list, whatever the filter. */
  readonly rows: readonly NamedHolding[];
}

/** What a count is of where every row of it is stated in the unit of performance. */
const statedEquivalents: CommonUnit = {
  ...commonUnits.count,
  label: 'H100-equivalents as stated',
  unit: 'H100-equivalents',
};

/** Values as the chart's choices read them; unknown ones count as not given. */
export async function buildHolderRanking(orm: Orm, values: Chosen): Promise<HolderRanking> {
  const slug = values.list ?? '';
  const [list, rows, tree] = await Promise.all([
    findList(orm, slug),
    readRows(orm, slug),
    readChipTree(orm),
  ]);
  const reckoning = toReckoning(values, isAddable(list.family));
  const { addable, unit: unitName, group } = reckoning;
  const ranking = buildRanking({ rows, tree, filter: toFilter(values), ...reckoning });
  const unit = ranking.inEquivalents ? statedEquivalents : commonUnits[unitName];
  return { ...ranking, list, addable, tree, unitName, unit, group, rows };
}
