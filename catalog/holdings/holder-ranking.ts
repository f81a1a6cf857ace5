/** The ranking that a set of chosen values asks for: behind the chart and its page alike. */
import type { Orm } from '@/db/connection';
import type { HolderList, NamedHolding } from '@/db/queries/holdings';
import { isAddable } from '../holder-lists';
import type { Chosen } from '../parameters';
import type { ChipTree } from './chip-tree';
import { type CommonUnit, commonUnits, isUnitName, type UnitName } from './conversion';
import { toFilter } from './holder-choices';
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

/** Values as the chart's choices read them; unknown ones count as not given. */
export async function buildHolderRanking(orm: Orm, values: Chosen): Promise<HolderRanking> {
  const slug = values.list ?? '';
  const [list, rows, tree] = await Promise.all([
    findList(orm, slug),
    readRows(orm, slug),
    readChipTree(orm),
  ]);
  const addable = isAddable(list.family);
  const unitName = isUnitName(values.unit ?? '') ? (values.unit as UnitName) : 'count';
  const group =
    values.group === 'country' || values.group === 'category' ? values.group : 'organization';
  const ranking = buildRanking({
    ...{ rows, tree, addable, group },
    filter: toFilter(values),
    unit: unitName,
    minimum: Number(values.minimum) || 0,
  });
  return { ...ranking, list, addable, tree, unitName, unit: commonUnits[unitName], group, rows };
}
