/** The ranking of holders that chosen values stand for; unknown ones count as not given. */

import { ALL, type Chosen } from '@/address/choices';
import { type Named, readNames } from '@/address/names';
import type { Orm } from '@/db/orm';
import type { ChipTree } from '../chips/chip-tree';
import { type CommonUnit, commonUnits, isUnitName } from './conversion';
import { fitsFilter, type HoldingFilter, NO_FILTER } from './filter';
import {
  type Family,
  families,
  findList,
  formatList,
  listFamilies,
  readChipTree,
  readHoldings,
  readLists,
  toListSlug,
} from './holder-lists';
import type { HolderList, NamedHolding } from './queries';
import { buildRanking, type Grouping, type Ranking } from './ranking';

/** What is gone has no list of its own; it is named where it would have counted. */
export const OFFERED = ['operational', 'under-construction', 'announced'] as const;
const LONGEST_SEARCH = 60;
export const MINIMA = [100, 1_000, 10_000, 100_000] as const;

export function toSearch(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, LONGEST_SEARCH).trimEnd();
}

/** How a ranking is computed, as chosen values say; unknown ones count as not given. */
export function toCounting(values: Chosen, family: Family) {
  const { unit = '', group, minimum } = values;
  const addable = listFamilies[family].isAddable;
  return {
    addable,
    unit: isUnitName(unit) ? unit : listFamilies[family].unit,
    group: addable && (group === 'country' || group === 'category') ? group : 'organization',
    minimum: MINIMA.find((one) => String(one) === minimum) ?? 0,
  } as const;
}

/** What an address asks for in vain is not going to be shown, so it must not count. */
export function toKnownFilter(
  filter: HoldingFilter,
  rows: readonly NamedHolding[],
  tree: ChipTree,
): HoldingFilter {
  const known = (dimension: 'chip' | 'category' | 'kind' | 'country') =>
    rows.some((row) => fitsFilter(row, { ...NO_FILTER, [dimension]: filter[dimension] }, tree))
      ? filter[dimension]
      : ALL;
  const isStatus = [ALL, ...OFFERED].includes(filter.status);
  return {
    chip: known('chip'),
    status: isStatus ? filter.status : 'operational',
    category: known('category'),
    kind: known('kind'),
    country: known('country'),
    q: toSearch(filter.q),
    called: filter.called ?? [],
  };
}

/** The filter that chosen values stand for; what was not chosen leaves nothing out. */
function toFilter(values: Chosen): HoldingFilter {
  return {
    chip: values.chip || NO_FILTER.chip,
    status: values.status || 'operational',
    category: values.category || NO_FILTER.category,
    kind: values.kind || NO_FILTER.kind,
    country: values.country || NO_FILTER.country,
    q: values.q ?? NO_FILTER.q,
  };
}

/** The same, with whom its words call in another spelling. */
export async function readFilter(orm: Orm, values: Chosen): Promise<HoldingFilter> {
  const filter = toFilter(values);
  if (filter.q === '') return filter;
  const called = (await readNames(orm)).find(filter.q);
  return {
    ...filter,
    called: called.flatMap(({ dataset, row }) => (dataset === 'organizations' ? [row] : [])),
  };
}

/**
 * Why a list shows nobody for these words: who is called so is in other lists, or nobody is
 * called so; null where the words are not what leaves it empty.
 */
export async function explainNobody(
  orm: Orm,
  { q = '', list = '' }: Chosen,
): Promise<string | null> {
  if (q === '') return null;
  const [names, lists] = await Promise.all([readNames(orm), readLists(orm)]);
  const isOwner = ({ dataset }: Named) => dataset === 'organizations';
  const owner = names.find(q).find(isOwner);
  if (!owner) {
    const [near] = names.suggest(q, isOwner);
    return `No organization “${q}”. ${near ? `Did you mean ${near.name}?` : 'Try fewer letters.'}`;
  }
  const rows = await Promise.all(lists.map((one) => readHoldings(orm, toListSlug(one))));
  const others = lists.filter(
    (one, at) =>
      toListSlug(one) !== list && rows[at]?.some(({ organization }) => organization === owner.row),
  );
  const own = lists.find((one) => toListSlug(one) === list);
  const where = [...new Set(others.map(({ family }) => families[family]))];
  return `${owner.name} has no figures in ${own ? formatList(own) : 'this list'} for this selection.${where.length > 0 ? ` It has in: ${where.join('; ')}.` : ''}`;
}

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
  const [list, rows, tree, filter] = await Promise.all([
    findList(orm, slug),
    readHoldings(orm, slug),
    readChipTree(orm),
    readFilter(orm, values),
  ]);
  const counting = toCounting(values, list.family);
  const { addable, group } = counting;
  const ranking = buildRanking({ rows, tree, filter, ...counting });
  return { ...ranking, list, addable, tree, unit: commonUnits[ranking.unitName], group, rows };
}
