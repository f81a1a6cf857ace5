/** Who holds how many accelerators: a ranking of one list, counted once, in a common unit. */
import { getVendorColour } from '@/charts/colours';
import type { RankEntry } from '@/charts/model';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { NamedHolding } from '@/db/queries/holdings';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toEvidenceHref, toRowsHref } from '../evidence-address';
import { noteEstimates, toFigureKind } from '../figure-kind';
import { categories, formatList, statuses } from '../holder-lists';
import { formatCountry } from '../holdings/country';
import { describeLeases } from '../holdings/exclusion';
import { ALL } from '../holdings/filter';
import { holderChoices } from '../holdings/holder-choices';
import { buildHolderRanking, type HolderRanking } from '../holdings/holder-ranking';
import { formatRank } from '../holdings/rank-interval';
import type { Holder } from '../holdings/ranking';
import { toOrganizationHref } from '../links';
import type { Chosen } from '../parameters';
import { toHref } from '../parameters';
import { defineChart } from '../published-chart';
import { joinSentences } from '../sentences';

export const acceleratorHolders = defineChart({
  slug: 'accelerator-holders',
  name: 'The largest holders of accelerators',
  section: 'holdings',
  question: 'Who holds the most accelerators?',
  datasets: ['gpu-holdings', 'organizations', 'chips'],
  choices: holderChoices,
  build: async (orm, values) => {
    const ranking = await buildHolderRanking(orm, values);
    const { list, addable, unit, unitName, tree } = ranking;
    const chip = values.chip === ALL ? undefined : tree.get(values.chip ?? '');
    const showsAll = values.status === ALL;
    const entries = ranking.holders.map((holder) => toEntry(holder, ranking, values));
    const state = showsAll
      ? '; lighter: being installed or announced'
      : ` ${statuses[values.status as keyof typeof statuses].toLowerCase()}`;
    return {
      title: toTitle(ranking, chip?.name ?? null),
      subtitle: `${unit.label}${state} · ${formatList(list)}`,
      summary: describe(ranking, chip?.name ?? null),
      model: {
        shape: 'ranking',
        unit: unit.unit,
        scale: values.scale === 'log' ? 'log' : 'linear',
        valueLabel: unit.label,
        entryLabel: groupLabels[ranking.group],
        columns: [
          ...(unitName === 'count' ? [] : ['Accelerators']),
          ...(ranking.group === 'organization' ? ['Chips', 'Category'] : ['Organisations']),
          'Status',
          'As of',
        ],
        entries,
        notes: [...noteEstimates(entries), ...listNotes(ranking)],
      },
      reading: [
        addable
          ? 'One list at a time: the same machines recur in every edition and in other sources, so lists are never added. Within the list each machine counts once.'
          : 'The rows of this source overlap or speak of different dates, so each stands by itself, nothing is summed, and there are no ranks.',
        unitName === 'count'
          ? 'An old accelerator counts as much as a new one; choose a unit to weigh them by what they can do.'
          : `Converted: ${unit.formula}.`,
        ...(list.family === 'epoch-owners'
          ? [
              'Epoch AI models what each owner has bought so far; nothing is retired. Ranges are sums of the ends of single ranges and therefore wider than the truth; B200 and B300 include GB200 and GB300.',
            ]
          : []),
        'Counts are mostly estimates compiled from public statements; the largest companies publish no totals of their fleets. Being listed says what became known, not all that exists.',
      ],
      asOf:
        ranking.rows
          .map(({ as_of }) => as_of)
          .sort()
          .at(-1) ?? '',
    };
  },
});

const groupLabels = {
  organization: 'Organisation',
  country: 'Country',
  category: 'Category',
} as const;

function toTitle({ group }: HolderRanking, chip: string | null): string {
  const what = chip ? `${chip} accelerators` : 'accelerators';
  if (group === 'country') return `Holders of ${what} by country`;
  if (group === 'category') return `Holders of ${what} by category`;
  return `Holders of ${what}`;
}

function describe(ranking: HolderRanking, chip: string | null): string {
  const { holders, addable, unit, waiting } = ranking;
  const [top, second] = holders;
  const amount = ({ value }: Holder) =>
    unit.unit === 'accelerators'
      ? `${formatValue(value, unit.unit)} ${chip ?? 'accelerators'}`
      : unit.unit === 'H100-equivalents'
        ? `${formatValue(value, unit.unit)} ${unit.unit}`
        : formatValue(value, unit.unit);
  const name = (holder: Holder) => toLabel(holder, ranking);
  const isOpen = (top?.rank?.worst ?? 1) > 1;
  return joinSentences(
    !top && 'This list names nobody that fits.',
    top !== undefined && !addable && `The largest figure is ${amount(top)}: ${name(top)}.`,
    top !== undefined &&
      addable &&
      (isOpen
        ? `${name(top)} may lead with ${amount(top)}, but ranges overlap${second ? `: ${name(second)} has ${amount(second)}` : ''}.`
        : `${name(top)} leads with ${amount(top)}${second ? `, ahead of ${name(second)} with ${amount(second)}` : ''}.`),
    waiting > 0 &&
      `${waiting} more ${waiting === 1 ? 'entry is' : 'entries are'} announced or being installed.`,
  );
}

function toEntry(holder: Holder, ranking: HolderRanking, values: Chosen): RankEntry {
  const { rows, rank, value, low, high, status } = holder;
  const [first] = rows;
  const vendors = new Set(rows.map(({ chip_vendor }) => chip_vendor));
  const sources = new Set(rows.map(({ source }) => source));
  const kinds = new Set(rows.map(({ kind }) => toFigureKind(kind)));
  const detail =
    ranking.group === 'organization' ? describeMachines(rows) : [String(holder.organizations)];
  return {
    id: status === 'operational' ? holder.key : `${holder.key}-${status}`,
    rank: rank && formatRank(rank),
    label: toLabel(holder, ranking),
    href: toEntryHref(holder, ranking, values),
    ...{ value, low, high },
    kind: kinds.size === 1 ? [...kinds][0]! : 'estimate',
    colour: vendors.size === 1 ? getVendorColour(first.chip_vendor) : 'other',
    tone: status === 'operational' ? 'full' : 'lighter',
    details: [
      ...(ranking.unitName === 'count' ? [] : [formatValue(holder.accelerators, 'accelerators')]),
      ...detail,
      statuses[status],
      formatDate(rows.map(({ as_of }) => as_of).reduce((a, b) => (a > b ? a : b))),
    ],
    source: sources.size === 1 ? first.source : null,
    note: [...new Set(rows.flatMap(({ note }) => note ?? []))].join(' ') || null,
    evidence: toEntryEvidence(holder, ranking),
  };
}

/** The row that says so; for a sum or a converted count the rows behind it. */
function toEntryEvidence({ rows, status }: Holder, { unitName, group, list }: HolderRanking) {
  const [first] = rows;
  if (rows.length === 1 && unitName === 'count') return toEvidenceHref(gpuHoldings, first);
  const isOneChip = rows.every(({ chip }) => chip === first.chip);
  return toRowsHref(gpuHoldings, {
    ...(group === 'organization' ? { organization: first.organization } : {}),
    ...(group === 'category' ? { category: first.category } : {}),
    ...(isOneChip ? { chip: first.chip } : {}),
    ...{ status, family: list.family, edition: list.edition },
  });
}

/** The name of an organisation, country or category; where rows stand alone also what they are. */
function toLabel({ status, rows: [row] }: Holder, { group, addable }: HolderRanking): string {
  const name = addable
    ? {
        organization: row.organization_name,
        country: formatCountry(row.country),
        category: categories[row.category],
      }[group]
    : [row.organization_name, [row.cluster, formatDate(row.as_of)].filter(Boolean).join(', ')].join(
        ' · ',
      );
  return status === 'operational' ? name : `${name}, ${statuses[status].toLowerCase()}`;
}

/** An organisation leads to its page, a country or category to its members here. */
function toEntryHref({ key, rows: [row] }: Holder, { group }: HolderRanking, values: Chosen) {
  if (group === 'organization') return toOrganizationHref(row.organization);
  const { list = '', unit = 'count', status = 'operational', chip = ALL } = values;
  return toHref('/holdings', {
    list: list === holderChoices.list.preferred ? null : list,
    chip: chip === ALL ? null : chip,
    unit: unit === 'count' ? null : unit,
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
function listNotes({ leftOut, counted, addable }: HolderRanking): string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { row, reason } of leftOut) {
    const what = row.cluster ? `${row.organization_name} (${row.cluster})` : row.organization_name;
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(what));
  }
  const leases = addable ? describeLeases(counted) : [];
  return [
    ...[...reasons].map(([reason, names]) => `Left out (${reason}): ${listNames([...names])}.`),
    ...(leases.length > 0 ? [`Counted once: ${leases.join('; ')}.`] : []),
  ];
}

const MOST_NAMES = 6;

function listNames(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${rest} more` : names.join(', ');
}
