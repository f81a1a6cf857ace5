/** Who holds how many accelerators: a ranking of one list, counted once, in a common unit. */

import { ALL, type Chosen } from '@/address/choices';
import { toHref } from '@/address/href';
import { toOrganizationHref } from '@/address/links';
import type { ColorName } from '@/charts/colors';
import type { DetailColumn } from '@/charts/kinds/table';
import type { RankEntry, RankModel } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { organizations as organizationList } from '@/data/organizations/contract';
import { getVendorLooks, type VendorLook } from '@/db/queries/names';
import { formatCountry, formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimates, toFigureKind, toKindOf } from '@/views/row-figures';
import { joinSentences } from '@/views/sentences';
import { H100_EQUIVALENT } from './conversion';
import { describeCounts, noteCounts, readCounts } from './counts';
import { describeCoverageOf, readCoverage } from './coverage';
import { describeHolders } from './describe-holders';
import { describeLeases, toCountedHref } from './exclusion';
import { holderChoices, organizationKinds } from './holder-choices';
import {
  categories,
  families,
  formatList,
  listFamilies,
  listSameEditions,
  readDefaultList,
  statuses,
  WHOLE_FLEETS,
} from './holder-lists';
import { buildHolderRanking, explainNobody, type HolderRanking } from './holder-ranking';
import {
  COUNTRIES,
  describeChina,
  describeCoverage,
  describeState,
  findNewest,
  formatHolder,
  hasAddedRanges,
  OUTER_RANGES,
  toTitle,
} from './holder-words';
import type { NamedHolding } from './queries';
import type { Holder } from './ranking';

export const acceleratorHolders = defineChart({
  slug: 'accelerator-holders',
  name: 'The largest owners of AI chips',
  section: 'holdings',
  question: 'Who holds the most accelerators?',
  datasets: [gpuHoldings, organizationList, chips],
  choices: holderChoices,
  editions: (orm, { list = '' }) => listSameEditions(orm, list),
  build: async (orm, values) => {
    const [ranking, defaultList, lookOf] = await Promise.all([
      buildHolderRanking(orm, values),
      readDefaultList(orm),
      getVendorLooks(orm),
    ]);
    const { list, addable, unit, unitName, group } = ranking;
    const counts = isOfWholeFleets(ranking, values) ? await readCounts(orm, unitName) : null;
    const coverage = counts ? await readCoverage(orm) : null;
    const nobody = ranking.holders.length > 0 ? null : await explainNobody(orm, values);
    const isAdded = hasAddedRanges(ranking);
    const chip = toChipName(ranking, values);
    const toLink = (holder: Holder) => toEntryHref(holder, ranking, { ...values, defaultList });
    const entries = ranking.holders.map((holder) => ({
      ...toEntry(holder, ranking, toLink(holder)),
      color: toColor(holder, lookOf),
      ...(counts ? { counts: counts.of(holder.key) } : {}),
    }));
    return {
      title: toTitle(ranking, chip),
      subtitle: [
        describeState(ranking, values.status ?? ''),
        ...describeFilters(values),
        formatList(list),
        ...[listFamilies[list.family].lacks ?? []].flat(),
        ...(group === 'country' ? describeChina(ranking).slice(0, 1) : []),
      ].join(' · '),
      summary:
        nobody ??
        joinSentences(
          describeHolders(ranking, {
            chip,
            status: values.status ?? '',
            q: values.q ?? '',
            isWhole: chip === null && describeFilters({ ...values, q: '' }).length === 0,
          }),
          ...(counts ? describeCounts(counts.kinds, entries, unit.unit) : []),
        ),
      model: {
        shape: counts ? 'interval-bars' : 'ranking',
        ...(counts ? { counts: counts.kinds } : {}),
        unit: unit.unit,
        scale: values.scale === 'log' ? 'log' : 'linear',
        valueLabel: counts ? `Modeled fleet, ${formatDate(findNewest(ranking.rows))}` : unit.label,
        entryLabel: groupLabels[ranking.group],
        columns: [
          ...(unitName === 'count' ? [] : [accelerators]),
          ...(ranking.group === 'organization' ? machines : [organizations]),
          { id: 'status', label: 'Status' },
          { id: 'as_of', label: 'As of', as: 'date' },
        ],
        entries,
        legend: buildLegend(ranking, lookOf),
        ...(isAdded ? { ranges: 'added' as const } : {}),
        notes: [
          ...noteEstimates(entries),
          ...(coverage ? [describeCoverageOf(coverage)] : []),
          ...(counts ? noteCounts(counts.kinds, unitName, entries) : []),
          ...describeCoverage(ranking, lookOf),
          ...(group === 'country' ? [COUNTRIES, ...describeChina(ranking).slice(1)] : []),
          ...(isAdded ? [OUTER_RANGES] : []),
          ...listNotes(ranking),
        ],
      },
      reading: [
        addable
          ? 'One list at a time: the same machines recur in every edition and in other sources, so lists are never added. Within the list each machine counts once.'
          : 'The rows of this source overlap or speak of different dates, so each stands by itself, nothing is summed, and there are no ranks.',
        unitName === 'count'
          ? 'An old accelerator counts as much as a new one; choose a unit to weigh them by what they can do.'
          : unitName === 'h100e-stated'
            ? 'The source states H100-equivalents: what the accelerators can do, as so many H100. They are no number of machines.'
            : `Converted: ${unit.formula}.`,
        list.family === WHOLE_FLEETS
          ? 'This list is shown first because it alone covers whole fleets. The index of publicly documented clusters is newer and counts what became known, so its figures are far smaller; the two never meet in one ranking. B200 and B300 include GB200 and GB300.'
          : `Whole fleets are modeled by ${families[WHOLE_FLEETS]}, the list shown first. The largest companies publish no totals: being listed says what became known, not all that exists.`,
      ],
    };
  },
});

/** All chips of whole fleets that run: what others counted of the same owners can stand next to it. */
function isOfWholeFleets({ list, group }: HolderRanking, { chip = ALL, status }: Chosen): boolean {
  return (
    list.family === WHOLE_FLEETS &&
    group === 'organization' &&
    chip === ALL &&
    (status ?? 'operational') === 'operational'
  );
}

const accelerators: DetailColumn = {
  id: 'accelerators',
  label: 'Accelerators',
  unit: 'accelerators',
};
const machines: readonly DetailColumn[] = [
  { id: 'chips', label: 'Chips' },
  { id: 'category', label: 'Category' },
];
const organizations: DetailColumn = { id: 'organisations', label: 'Organizations', type: 'number' };

const groupLabels = {
  organization: 'Organization',
  country: 'Country',
  category: 'Category',
} as const;

/** The chip that was asked for; null for all, and for the unit of performance, which is none. */
function toChipName({ tree }: HolderRanking, { chip = ALL }: Chosen): string | null {
  return chip === ALL || chip === H100_EQUIVALENT ? null : (tree.get(chip)?.name ?? null);
}

/** The filters that neither title nor unit names. */
function describeFilters({ category, kind, country, minimum, q }: Chosen): string[] {
  const isSet = (value: string | undefined): value is string =>
    value !== undefined && value !== ALL && value !== '' && value !== '0';
  return [
    ...(isSet(category) ? [categories[category as keyof typeof categories]] : []),
    ...(isSet(kind) ? [organizationKinds[kind as keyof typeof organizationKinds]] : []),
    ...(isSet(country) ? [formatCountry(country)] : []),
    ...(isSet(minimum) ? [`at least ${formatValue(Number(minimum), 'accelerators')}`] : []),
    ...(isSet(q) ? [`“${q}”`] : []),
  ];
}

function toEntry(holder: Holder, ranking: HolderRanking, href: string): Omit<RankEntry, 'color'> {
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

function toColor({ rows: [first, ...others] }: Holder, lookOf: LookOf): ColorName {
  return others.every(({ chip_vendor }) => chip_vendor === first.chip_vendor)
    ? lookOf(first.chip_vendor).color
    : SEVERAL;
}

const SEVERAL: ColorName = 'other';

/** Whose chips a color stands for, in the order of the entries. */
function buildLegend({ holders }: HolderRanking, lookOf: LookOf): NonNullable<RankModel['legend']> {
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
function toEntryHref(
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

/** What was left out, gathered by reason, and whose machines are counted with whom. */
function listNotes({ leftOut, counted, addable, holders }: HolderRanking): string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { row, reason } of leftOut) {
    const cluster = row.cluster ? ` (${row.cluster})` : '';
    const count = formatValue(row.accelerators, 'accelerators', toFigureKind(row.kind));
    const what = `${row.organization_name}${cluster} ${count}`;
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(what));
  }
  const leases = addable ? describeLeases(counted) : [];
  const isPart = holders.some(({ missing, low, high }) => {
    const isLowerEnd = low !== null && high === null;
    return isLowerEnd && missing.length > 0;
  });
  return [
    ...[...reasons].map(([reason, names]) => `Left out (${reason}): ${listNames([...names])}.`),
    ...(isPart
      ? ['“>”: some of the owner’s machines are left out, so the figure is a lower bound.']
      : []),
    ...(leases.length > 0 ? [`Counted once: ${leases.join('; ')}.`] : []),
  ];
}

const MOST_NAMES = 6;

function listNames(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${rest} more` : names.join(', ');
}
