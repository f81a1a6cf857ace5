/** The entries of a ranking of holders: what a bar says, whose color it has, where it leads. */

import { ALL, type Chosen } from '@/address/choices';
import { toHref } from '@/address/href';
import { toOrganizationHref } from '@/address/links';
import type { ColorName } from '@/charts/colors';
import type { RankEntry, RankModel } from '@/charts/model';
import type { VendorLook } from '@/db/queries/names';
import { formatValue } from '@/units/format-value';
import { toFigureKind, toKindOf } from '@/views/row-figures';
import { toCountedHref } from './exclusion';
import { categories, listFamilies, statuses } from './holder-lists';
import type { HolderRanking } from './holder-ranking';
import { findNewest, formatHolder } from './holder-words';
import type { NamedHolding } from './queries';
import type { Holder } from './ranking';

export function toEntry(
  holder: Holder,
  ranking: HolderRanking,
  href: string,
): Omit<RankEntry, 'color'> {
  const { rows, rank, value, low, high, status, accelerators } = holder;
  const [first] = rows;
  const { group, unitName, addable } = ranking;
  const sources = new Set(rows.map(({ source }) => source));
  const asOf = findNewest(rows);
  const detail = group === 'organization' ? describeMachines(rows) : [holder.organizations];
  return {
    id: status === 'operational' || !addable ? holder.key : `${holder.key}-${status}`,
    rank,
    label: formatHolder(holder, ranking),
    href,
    date: asOf,
    ...{ value, low, high },
    kind: toKindOf(rows),
    tone: status === 'operational' ? 'full' : 'lighter',
    details: [
      ...(unitName === 'count' ? [] : [accelerators > 0 ? accelerators : null]),
      ...detail,
      describeStatus(holder),
      asOf,
    ],
    source: sources.size === 1 ? first.source : null,
    note: describeFigure(holder, ranking),
    evidence: toCountedHref(rows, ranking.rows),
  };
}

/** "In operation"; where rows count something else than machines that stand there, what they count. */
function describeStatus({ rows, status }: Holder): string {
  const [{ counts }] = rows;
  const isSame = rows.every((row) => row.counts === counts);
  return isSame ? (countWords[counts] ?? statuses[status]) : statuses[status];
}

const countWords: Readonly<Partial<Record<NamedHolding['counts'], string>>> = {
  'yearly-purchases': 'Bought in the year',
  use: 'Used, not owned',
  'capacity-on-offer': 'On offer',
};

/** How the figure came about, and what the sources add to it. */
function describeFigure({ rows, missing }: Holder, { group, unitName }: HolderRanking) {
  const left = missing.map(
    (row) =>
      `${formatValue(row.accelerators, 'accelerators', toFigureKind(row.kind))} ${row.chip_name}`,
  );
  const notes = new Set(rows.flatMap(({ note }) => note ?? []));
  const parts = [
    unitName === 'count' || unitName === 'h100e-stated'
      ? rows.length > 1 && `Added up over ${rows.length} rows.`
      : 'Computed: accelerators × factor.',
    left.length > 0 && `Left out of it: ${left.join(', ')}.`,
    // What one row of many says is not said of all of them.
    group === 'organization' && [...notes].join('; '),
  ].filter(Boolean);
  return parts.join(' ') || null;
}

type LookOf = (vendor: string) => VendorLook;

export function toColor({ rows: [first, ...others] }: Holder, lookOf: LookOf): ColorName {
  return others.every(({ chip_vendor }) => chip_vendor === first.chip_vendor)
    ? lookOf(first.chip_vendor).color
    : SEVERAL;
}

const SEVERAL: ColorName = 'other';

/** Whose chips a color stands for, in the order of the entries. */
export function buildLegend(
  { holders }: HolderRanking,
  lookOf: LookOf,
): NonNullable<RankModel['legend']> {
  const byColor = new Map<ColorName, Set<string>>();
  for (const holder of holders) {
    const color = toColor(holder, lookOf);
    const vendors = new Set(holder.rows.map(({ chip_vendor }) => chip_vendor));
    const [vendor] = vendors;
    const name = vendors.size > 1 ? 'several makers' : lookOf(vendor!).label;
    byColor.set(color, (byColor.get(color) ?? new Set()).add(name));
  }
  return [...byColor].map(([color, labels]) => ({
    color,
    name: `Chips of ${[...labels].join(', ')}`,
  }));
}

/** An organization leads to its page, a country or category to its members here. */
export function toEntryHref(
  { key, rows: [row] }: Holder,
  { group, list: { family } }: HolderRanking,
  {
    list = '',
    unit = '',
    status = 'operational',
    chip = ALL,
    defaultList,
  }: Chosen & { readonly defaultList: string },
): string {
  if (group === 'organization') return toOrganizationHref(row.organization);
  return toHref('/holdings', {
    list: list === defaultList ? null : list,
    chip: chip === ALL ? null : chip,
    unit: unit === listFamilies[family].unit ? null : unit,
    status: status === 'operational' ? null : status,
    [group]: key,
  });
}

function describeMachines(rows: readonly NamedHolding[]): [chips: string, category: string] {
  const chips = [...new Set(rows.map(({ chip_name }) => chip_name))];
  const kinds = [...new Set(rows.map(({ category }) => categories[category]))];
  return [chips.join(', '), kinds.join(', ')];
}
