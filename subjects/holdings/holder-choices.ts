/**
 * What a ranking of holders can be asked for, and the ranking of the values chosen. Options
 * say how many organizations each would show, all other filters left as they are.
 */

import {
  ALL,
  type Choice,
  type Choices,
  type Chosen,
  choice,
  type Option,
  toOptions,
} from '@/address/choices';
import { toLabels } from '@/data/contract';
import { organizations } from '@/data/organizations/contract';
import type { Orm } from '@/db/orm';
import { formatCount, formatCountry } from '@/units/format-value';
import { commonUnits, H100_EQUIVALENT } from './conversion';
import type { Dimension } from './filter';
import {
  categories,
  type Family,
  findList,
  formatList,
  isOfPurchases,
  listCompleteEditions,
  listFamilies,
  listSameEditions,
  readChipTree,
  readDefaultList,
  readHoldings,
  readLists,
  statuses,
  toListSlug,
  WHOLE_FLEETS,
} from './holder-lists';
import { MINIMA, OFFERED, readFilter, toCounting, toKnownFilter, toSearch } from './holder-ranking';
import type { HolderList, HoldingRow, NamedHolding, OrganizationRow } from './queries';
import { countFacet, type Grouping } from './ranking';

export const organizationKinds = toLabels(organizations.columns.kind);

const groupings = {
  organization: 'Organization',
  country: 'Country',
  category: 'Category',
} satisfies Record<Grouping, string>;

const FILTERS = 'Filters';
export const holderChoices = {
  list: {
    label: 'List',
    control: 'select',
    preferred: readDefaultList,
    list: async (orm) => {
      const lists = (await readLists(orm)).toSorted(byGroup);
      const [newest] = await listCompleteEditions(orm);
      const same = newest ? await listSameEditions(orm, toListSlug(newest)) : [];
      // An earlier edition is the newest as of its day.
      const earlier = same.slice(0, -1).map(({ values }) => values.list);
      return lists.map((list) => ({
        value: toListSlug(list),
        label: formatList(list),
        amount: `${list.count} rows${list.completeness === 'partial' ? ', incomplete' : ''}`,
        group: toGroup(list),
        ...(earlier.includes(toListSlug(list)) ? { isListed: false } : {}),
      }));
    },
  },
  chip: {
    label: 'Chip or family',
    dataset: 'chips',
    kind: 'chip',
    follows: 'list',
    control: 'select',
    list: async (orm, chosen, wanted) => {
      const tree = await readChipTree(orm);
      const options = await listFacet(orm, { ...wanted, ...chosen }, 'chip', (slug) => {
        const chip = tree.get(slug);
        return (
          chip && { label: chip.name, group: chip.level === 'architecture' ? 'Families' : 'Chips' }
        );
      });
      const order = (option: Option) => ['', 'Families', 'Chips'].indexOf(option.group ?? '');
      return [
        { value: ALL, label: 'All chips' },
        ...options.filter(({ value }) => value !== ALL),
      ].toSorted((a, b) => order(a) - order(b));
    },
  },
  unit: {
    label: 'Unit',
    follows: 'list',
    control: 'select',
    list: async (orm, { list = '' }) => {
      const { family } = await findList(orm, list);
      return listUnits(family, await readHoldings(orm, list));
    },
  },
  group: {
    label: 'By',
    follows: 'list',
    control: 'links',
    list: async (orm, { list = '' }) => {
      // Rows that overlap stand alone; there is nothing to add up by.
      const addable = listFamilies[(await findList(orm, list)).family].isAddable;
      return toOptions(groupings).slice(0, addable ? undefined : 1);
    },
  },
  status: {
    label: 'Status',
    control: 'links',
    preferred: 'operational',
    list: async (orm, chosen, wanted) => {
      const counts = await count(orm, { ...wanted, ...chosen }, 'status');
      const isBought = isOfPurchases(await readHoldings(orm, chosen.list ?? ''));
      const [running, ...coming] = OFFERED;
      return [
        withCount(running, isBought ? 'Bought in a year' : statuses[running], counts),
        withCount(ALL, 'With what is coming', counts),
        ...coming.map((status) => withCount(status, statuses[status], counts)),
      ];
    },
  },
  scale: choice('Scale', { linear: 'Linear', log: 'Log' }),
  category: listed('Category', 'category', (value) => ({
    label: categories[value as HoldingRow['category']],
  })),
  kind: listed('Kind', 'kind', (value) => ({
    label: organizationKinds[value as OrganizationRow['kind']],
  })),
  country: listed('Country', 'country', (value) => ({ label: formatCountry(value) })),
  minimum: {
    ...choice('At least', {
      0: 'Any number',
      ...Object.fromEntries(
        MINIMA.map((number) => [number, `${formatCount(number)} accelerators`]),
      ),
    }),
    control: 'select',
    panel: FILTERS,
  },
  q: {
    label: 'Name',
    control: 'search',
    panel: FILTERS,
    preferred: '',
    list: async () => [],
    parse: toSearch,
  },
} satisfies Choices;

/** Whoever covers most comes first; within a group lists stand as they come. */
const GROUPS = [
  'Whole fleets',
  'State of AI index: publicly documented clusters',
  'Other sources',
] as const;

function toGroup({ family, edition }: HolderList): (typeof GROUPS)[number] {
  if (family === WHOLE_FLEETS || family === 'epoch-fleet-totals') return GROUPS[0];
  return edition === null ? GROUPS[2] : GROUPS[1];
}

const byGroup = (a: HolderList, b: HolderList): number =>
  GROUPS.indexOf(toGroup(a)) - GROUPS.indexOf(toGroup(b));

/** The family's own unit first; what its source states only where it states some. */
export function listUnits(
  family: Family,
  rows: readonly Pick<NamedHolding, 'chip' | 'h100e'>[],
): Option[] {
  const own = listFamilies[family].unit;
  const isStated =
    rows.some(({ h100e }) => h100e !== null) || rows.every(({ chip }) => chip === H100_EQUIVALENT);
  return Object.entries(commonUnits)
    .filter(([value]) => isStated || value !== 'h100e-stated')
    .map(([value, { label }]) => ({ value, label }))
    .toSorted((a, b) => Number(b.value === own) - Number(a.value === own));
}

/** A select of the filter panel whose options come from the list's rows. */
function listed(
  label: string,
  dimension: 'category' | 'kind' | 'country',
  describe: (value: string) => { label: string },
): Choice {
  return {
    label,
    control: 'select',
    panel: FILTERS,
    list: async (orm, chosen, wanted) => [
      { value: ALL, label: 'All' },
      ...(await listFacet(orm, { ...wanted, ...chosen }, dimension, describe)).filter(
        ({ value }) => value !== ALL,
      ),
    ],
  };
}

/** Options of a dimension, most organizations first; what the list lacks is not offered. */
async function listFacet(
  orm: Orm,
  asked: Chosen,
  dimension: Dimension,
  describe: (value: string) => { label: string; group?: string } | undefined,
): Promise<Option[]> {
  const [offered, counts] = [
    // Whatever the list has stays on offer, or a filter that empties it could not be undone.
    await count(orm, { list: asked.list ?? '', status: ALL }, dimension),
    await count(orm, asked, dimension),
  ];
  return [...offered.keys()]
    .flatMap((value) => {
      const described = describe(value);
      return described ? [{ ...described, value, size: counts.get(value) ?? 0 }] : [];
    })
    .sort((a, b) => b.size - a.size || a.label.localeCompare(b.label))
    .map(({ size, ...option }) => ({ ...option, amount: size }));
}

async function count(orm: Orm, asked: Chosen, dimension: Dimension) {
  const slug = asked.list ?? '';
  const [list, rows, tree, chosen] = await Promise.all([
    findList(orm, slug),
    readHoldings(orm, slug),
    readChipTree(orm),
    readFilter(orm, asked),
  ]);
  const filter = toKnownFilter(chosen, rows, tree);
  return countFacet({ rows, tree, filter, ...toCounting(asked, list.family) }, dimension);
}

function withCount(value: string, label: string, counts: ReadonlyMap<string, number>): Option {
  return { value, label, amount: counts.get(value) ?? 0 };
}
