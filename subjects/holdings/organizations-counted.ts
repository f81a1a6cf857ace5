/** Some organizations side by side: the modeled fleet of each, and every other count of it. */
import { choice } from '@/address/choices';
import { toOrganizationHref } from '@/address/links';
import type { RankEntry } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { organizations } from '@/data/organizations/contract';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimates, toKindOf } from '@/views/row-figures';
import { joinNames, joinSentences } from '@/views/sentences';
import { commonUnits, isUnitName } from './conversion';
import { type Counts, describeCounts, noteCounts, readCounts } from './counts';
import { toCountedHref } from './exclusion';
import { listUnits } from './holder-choices';
import { listFamilies, readHoldings, WHOLE_FLEETS } from './holder-lists';
import { buildHolderRanking, type HolderRanking } from './holder-ranking';
import { findNewest, formatAmountInRange, OUTER_RANGES } from './holder-words';
import { chooseOrganizations, parseOrganizations } from './organizations-compared';
import { listOrganizationSizes } from './queries';

export const organizationsCounted = defineChart({
  slug: 'organizations-counted',
  name: 'Organizations by every count',
  section: 'holdings',
  question: 'Who of them has more, and by whose count?',
  datasets: [gpuHoldings, organizations, chips],
  leads: ['/compare'],
  choices: {
    orgs: chooseOrganizations,
    unit: {
      label: 'Unit',
      control: 'select',
      list: async (orm) => listUnits(WHOLE_FLEETS, await readHoldings(orm, WHOLE_FLEETS)),
    },
    scale: choice('Scale', { linear: 'Linear', log: 'Log' }),
  },
  build: async (orm, { orgs = '', unit: asked = '', scale }) => {
    const unitName = isUnitName(asked) ? asked : listFamilies[WHOLE_FLEETS].unit;
    const { unit, label } = commonUnits[unitName];
    const [ranking, counts, sizes] = await Promise.all([
      buildHolderRanking(orm, { list: WHOLE_FLEETS, unit: unitName, status: 'operational' }),
      readCounts(orm, unitName),
      listOrganizationSizes(orm),
    ]);
    const names = new Map(sizes.map(({ organization, name }) => [organization, name]));
    const entries = parseOrganizations(orgs)
      .map((slug) => toEntry(slug, names.get(slug) ?? slug, { ranking, counts }))
      .toSorted((a, b) => toSize(b) - toSize(a));
    // A count that has none of them tells nothing of them.
    const isUsed = counts.kinds.map((_, at) => entries.some((entry) => entry.counts?.[at]));
    const keep = <T>(all: readonly T[]) => all.filter((_, at) => isUsed[at]);
    const kinds = keep(counts.kinds);
    const shown = entries.map((entry) => ({ ...entry, counts: keep(entry.counts ?? []) }));
    const day = formatDate(findNewest(ranking.rows));
    return {
      title: `${joinNames(entries.map((one) => one.label))}: every count of their chips`,
      subtitle: `${label}, in operation · Epoch AI’s model of ${day} and what others counted, each with its day in the table`,
      summary: joinSentences(
        ...describeFleets(shown, ranking),
        ...describeCounts(kinds, shown, unit),
        ...describeUncounted(shown),
      ),
      model: {
        shape: 'interval-bars',
        counts: kinds,
        unit,
        scale: scale === 'log' ? 'log' : 'linear',
        valueLabel: `Modeled fleet, ${day}`,
        entryLabel: 'Organization',
        columns: [{ id: 'as_of', label: 'As of', as: 'date' }],
        entries: shown,
        ranges: 'added',
        notes: [
          ...noteEstimates(shown.filter(({ value }) => value !== null)),
          ...noteCounts(kinds, unitName, shown),
          ...describeUncounted(shown),
          OUTER_RANGES,
        ],
      },
      reading: [
        'Each mark is one count of the same machines. A part of a fleet that somebody documented is not added to the model of the whole, and no two counts are added.',
        ...kinds.map((kind) => `${kind.label}: ${kind.meaning}`),
      ],
    };
  },
});

function toEntry(
  slug: string,
  label: string,
  { ranking, counts }: { readonly ranking: HolderRanking; readonly counts: Counts },
): RankEntry {
  const holder = ranking.holders.find(({ key }) => key === slug);
  const asOf = holder ? findNewest(holder.rows) : null;
  const sources = new Set(holder?.rows.map(({ source }) => source));
  return {
    id: slug,
    label,
    href: toOrganizationHref(slug),
    date: asOf,
    value: holder?.value ?? null,
    low: holder?.low ?? null,
    high: holder?.high ?? null,
    kind: holder ? toKindOf(holder.rows) : 'modeled',
    color: 'holder',
    tone: 'full',
    details: [asOf],
    source: sources.size === 1 && holder ? holder.rows[0].source : null,
    note: holder && holder.rows.length > 1 ? `Added up over ${holder.rows.length} rows.` : null,
    evidence: holder ? toCountedHref(holder.rows, ranking.rows) : null,
    counts: counts.of(slug),
  };
}

/** Modeled fleets first, then by the largest count. */
const toSize = ({ value, counts = [] }: RankEntry): number =>
  value ?? -1 / (1 + Math.max(0, ...counts.map((one) => one?.value ?? 0)));

/** "Google 5.0m, Microsoft 3.4m H100-equivalents (Epoch AI’s model).", then each with its range. */
function describeFleets(entries: readonly RankEntry[], { holders, unit }: HolderRanking) {
  const known = entries.flatMap(({ id, label, value, kind }) => {
    const holder = holders.find(({ key }) => key === id);
    return holder && value !== null ? [{ holder, label, value, kind }] : [];
  });
  if (known.length === 0) return ['Epoch AI models the fleet of none of them.'];
  const first = known
    .slice(0, 4)
    .map(({ label, value, kind }) => `${label} ${formatValue(value, unit.unit, kind)}`);
  const what = unit.unit === 'H100-equivalents' ? ` ${unit.unit}` : '';
  const without = entries.flatMap(({ label, value }) => (value === null ? [label] : []));
  return [
    `${first.join(', ')}${what} (Epoch AI)${without.length > 0 ? `; no model of ${joinNames(without)}` : ''}.`,
    `With ranges: ${known.map(({ label, holder }) => `${label} ${formatAmountInRange(holder, unit.unit)}`).join('; ')}.`,
  ];
}

/** Those who have no figure in this unit at all. */
function describeUncounted(entries: readonly RankEntry[]): string[] {
  const none = entries.filter(
    ({ value, counts = [] }) => value === null && counts.every((one) => one === null),
  );
  return none.length > 0
    ? [`No count in operation in this unit: ${joinNames(none.map(({ label }) => label))}.`]
    : [];
}
