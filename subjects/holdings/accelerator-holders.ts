/** Who holds how many accelerators: a ranking of one list, counted once, in a common unit. */

import { ALL, type Chosen } from '@/address/choices';
import type { DetailColumn } from '@/charts/kinds/table';
import { chips } from '@/data/chips/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { organizations as organizationList } from '@/data/organizations/contract';
import { getVendorLooks } from '@/db/queries/names';
import { formatCountry, formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimates, toFigureKind } from '@/views/row-figures';
import { joinSentences } from '@/views/sentences';
import { H100_EQUIVALENT } from './conversion';
import { describeCounts, noteCounts, readCounts } from './counts';
import { describeCoverageOf, readCoverage } from './coverage';
import { describeHolders } from './describe-holders';
import { describeLeases } from './exclusion';
import { holderChoices, organizationKinds } from './holder-choices';
import { buildLegend, toColor, toEntry, toEntryHref } from './holder-entries';
import {
  categories,
  families,
  formatList,
  listFamilies,
  listSameEditions,
  readDefaultList,
  WHOLE_FLEETS,
} from './holder-lists';
import { buildHolderRanking, explainNobody, type HolderRanking } from './holder-ranking';
import {
  COUNTRIES,
  describeChina,
  describeCoverage,
  describeState,
  findNewest,
  hasAddedRanges,
  OUTER_RANGES,
  toTitle,
} from './holder-words';
import type { Holder } from './ranking';

export const acceleratorHolders = defineChart({
  slug: 'accelerator-holders',
  name: 'The largest owners of AI chips',
  section: 'holdings',
  question: 'Who holds the most accelerators?',
  datasets: [gpuHoldings, organizationList, chips],
  leads: ['/holdings'],
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
