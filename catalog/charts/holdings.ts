/** Who holds how many accelerators: rankings of one list, and one organisation's history. */
import { getShade, getVendorColour } from '@/charts/colours';
import { getLastPoint, type Point, type RankEntry, type Series } from '@/charts/model';
import {
  listHistoryOfOrganization,
  listHolderLists,
  listHoldings,
  listOrganizations,
  listOrganizationsWithHistory,
  type NamedHistory,
  type NamedHolding,
} from '@/db/queries/holdings';
import { formatValue } from '@/units/format-value';
import { formatDate, parsePeriod } from '@/units/period';
import { toFigureKind } from '../figure-kind';
import {
  categories,
  explainExclusion,
  type Family,
  families,
  formatList,
  isAddable,
  statuses,
  toListSlug,
} from '../holder-lists';
import { choice, type Option } from '../parameters';
import { defineChart } from '../published-chart';
import { joinSentences } from '../sentences';

async function findList(orm: Parameters<typeof listHolderLists>[0], slug: string) {
  const list = (await listHolderLists(orm)).find((one) => toListSlug(one) === slug);
  if (!list) throw new Error(`There is no list of holders "${slug}".`);
  return list;
}

export const acceleratorHolders = defineChart({
  slug: 'accelerator-holders',
  name: 'The largest holders of accelerators',
  section: 'holdings',
  question: 'Who holds the most accelerators?',
  datasets: ['gpu-holdings', 'organizations'],
  choices: {
    list: {
      label: 'List',
      control: 'select',
      preferred: 'soai-2026-08',
      list: async (orm) =>
        (await listHolderLists(orm)).map((list) => ({
          value: toListSlug(list),
          label: `${formatList(list)} (${list.count})`,
          group: list.edition ? 'State of AI Compute Index' : 'Other sources',
        })),
    },
    chip: {
      label: 'Chip',
      follows: 'list',
      control: 'select',
      preferred: 'a100',
      list: async (orm, { list = '' }) => {
        const rows = await listHoldings(orm, await findList(orm, list));
        const chips = new Map<string, Option & { count: number }>();
        for (const { chip, chip_name } of rows) {
          const count = (chips.get(chip)?.count ?? 0) + 1;
          chips.set(chip, { value: chip, label: `${chip_name} (${count})`, count });
        }
        return [...chips.values()]
          .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
          .map(({ value, label }) => ({ value, label }));
      },
    },
    status: choice('Status', [
      { value: 'operational', label: 'In operation' },
      { value: 'all', label: 'With installing and announced' },
    ]),
    scale: choice('Scale', [
      { value: 'linear', label: 'Linear' },
      { value: 'log', label: 'Log' },
    ]),
  },
  build: async (orm, { list: slug = '', chip = '', status, scale }) => {
    const list = await findList(orm, slug);
    const rows = (await listHoldings(orm, list)).filter((row) => row.chip === chip);
    const addable = isAddable(list.family);
    const excluded = addable ? rows.filter((row) => explainExclusion(row) !== null) : [];
    const counted = rows.filter((row) => !excluded.includes(row));
    const shown = counted.filter((row) => status === 'all' || row.status === 'operational');
    const entries = addable ? sumByOrganization(shown) : shown.map(toSingleEntry);
    const ranked = entries.toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label));
    const chipName = rows[0]?.chip_name ?? chip;
    const [top, second] = ranked;
    const held = counted.length - shown.length;
    return {
      title: `Holders of ${chipName} accelerators`,
      subtitle: `Accelerators${status === 'all' ? '; lighter: being installed or announced' : ' in operation'} · ${formatList(list)}`,
      summary: joinSentences(
        top && !addable
          ? `The largest count of ${chipName} is ${formatValue(top.value, 'accelerators')}: ${top.label}.`
          : top
            ? `${top.label} leads with ${formatValue(top.value, 'accelerators')} ${chipName}${second ? `, ahead of ${second.label} with ${formatValue(second.value, 'accelerators')}` : ''}.`
            : `This list names no ${chipName} in operation.`,
        held > 0 &&
          `${held} more ${held === 1 ? 'entry is' : 'entries are'} announced or being installed.`,
      ),
      model: {
        shape: 'ranking',
        unit: 'accelerators',
        scale: scale === 'log' ? 'log' : 'linear',
        valueLabel: 'Accelerators',
        entryLabel: 'Organisation',
        columns: ['Category', 'Status', 'As of'],
        entries: ranked,
        notes: listExclusionNotes(excluded),
      },
      reading: [
        addable
          ? 'One list at a time: the same machines recur in every edition and in other sources, so lists are never added. Within the list an organisation’s entries are summed.'
          : 'The rows of this source overlap or speak of different dates, so each stands by itself and nothing is summed.',
        'Counts are mostly estimates compiled from public statements; the largest companies publish no totals of their fleets. Being listed says what became known, not all that exists.',
      ],
      asOf:
        rows
          .map(({ as_of }) => as_of)
          .sort()
          .at(-1) ?? '',
    };
  },
});

/** One entry per organisation and status; what is not in operation is drawn lighter. */
function sumByOrganization(rows: readonly NamedHolding[]): RankEntry[] {
  const groups = new Map<string, NamedHolding[]>();
  for (const row of rows) {
    const key =
      row.status === 'operational' ? row.organization : `${row.organization}-${row.status}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([id, group]) => {
    const [first] = group as [NamedHolding, ...NamedHolding[]];
    const total = (read: (row: NamedHolding) => number) =>
      group.reduce((sum, row) => sum + read(row), 0);
    const ranged = group.some((row) => row.accelerators_low !== null);
    return {
      ...toEntry(first),
      id,
      label: toLabel(first),
      value: total(({ accelerators }) => accelerators),
      low: ranged ? total((row) => row.accelerators_low ?? row.accelerators) : null,
      high: ranged ? total((row) => row.accelerators_high ?? row.accelerators) : null,
      details: [
        [...new Set(group.map(({ category }) => categories[category]))].join(', '),
        statuses[first.status],
        formatDate(
          group
            .map(({ as_of }) => as_of)
            .sort()
            .at(-1)!,
        ),
      ],
      note: group.flatMap(({ note }) => note ?? []).join(' ') || null,
    };
  });
}

function toLabel({ organization_name, status }: NamedHolding): string {
  return status === 'operational'
    ? organization_name
    : `${organization_name}, ${statuses[status].toLowerCase()}`;
}

function toSingleEntry(row: NamedHolding): RankEntry {
  const what = [row.cluster, formatDate(row.as_of)].filter(Boolean).join(', ');
  return { ...toEntry(row), label: `${row.organization_name} · ${what}` };
}

function toEntry(row: NamedHolding): RankEntry {
  return {
    id: row.holding,
    label: row.organization_name,
    href: `/organizations/${row.organization}`,
    value: row.accelerators,
    low: row.accelerators_low,
    high: row.accelerators_high,
    kind: toFigureKind(row.kind),
    colour: getVendorColour(row.chip_vendor),
    tone: row.status === 'operational' ? 'full' : 'lighter',
    details: [categories[row.category], statuses[row.status], formatDate(row.as_of)],
    source: row.source,
    note: row.note,
  };
}

function listExclusionNotes(excluded: readonly NamedHolding[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const row of excluded) {
    const reason = explainExclusion(row)!;
    const what = row.cluster ? `${row.organization_name} (${row.cluster})` : row.organization_name;
    reasons.set(reason, [...(reasons.get(reason) ?? []), what]);
  }
  return [...reasons].map(
    ([reason, names]) => `Left out as ${reason}: ${[...new Set(names)].join(', ')}.`,
  );
}

/** History lines of one organisation, one family at a time. */
export const organizationHistory = defineChart({
  slug: 'organization-history',
  name: 'An organisation’s accelerators over time',
  section: 'holdings',
  question: 'How did its fleet grow?',
  datasets: ['gpu-holdings-history'],
  choices: {
    organization: {
      label: 'Organisation',
      control: 'select',
      preferred: 'meta',
      list: async (orm) =>
        (await listOrganizationsWithHistory(orm)).map(({ organization, name }) => ({
          value: organization,
          label: name,
        })),
    },
    family: {
      label: 'Source',
      follows: 'organization',
      control: 'links',
      list: async (orm, { organization = '' }) => {
        const rows = await listHistoryOfOrganization(orm, organization);
        const found = [...new Set(rows.map(({ family }) => family))];
        const size = (family: Family) => rows.filter((row) => row.family === family).length;
        return found
          .toSorted((a, b) => size(b) - size(a))
          .map((family) => ({ value: family, label: families[family] }));
      },
    },
  },
  build: async (orm, { organization = '', family }) => {
    const [all, names] = await Promise.all([
      listHistoryOfOrganization(orm, organization),
      listOrganizations(orm),
    ]);
    const rows = all.filter((row) => row.family === family);
    const name = names.find((one) => one.organization === organization)?.name ?? organization;
    const series = toHistorySeries(rows);
    const last = series
      .flatMap((one) => {
        const point = getLastPoint(one);
        return point ? [{ label: one.label, point }] : [];
      })
      .sort((a, b) => b.point.value - a.point.value);
    const first = series[0]?.points[0];
    const newest = last[0];
    return {
      title: `${name}: accelerators over time`,
      subtitle: `Accelerators by chip · ${families[family as Family] ?? ''}`,
      summary:
        newest && first
          ? `${name}: ${last
              .slice(0, 3)
              .map(
                ({ label, point }) =>
                  `${formatValue(point.value, 'accelerators')} ${label} (${formatDate(point.period.label)})`,
              )
              .join(', ')}.`
          : 'There is no figure.',
      model: {
        shape: 'lines',
        unit: 'accelerators',
        scale: 'linear',
        axis: 'from-zero',
        series,
        notes: [],
      },
      reading: [
        'Each line is one chip in one family of sources. Whole-fleet models and counts of single clusters differ widely, so families never share a line.',
        family === 'epoch-owners'
          ? 'Epoch AI estimates what each owner has bought so far; the figures are medians of wide intervals.'
          : 'Figures are joined by straight lines; nothing is known in between.',
      ],
      asOf:
        rows
          .map(({ as_of }) => as_of)
          .sort()
          .at(-1) ?? '',
    };
  },
});

function toHistorySeries(rows: readonly NamedHistory[]): Series[] {
  const chips = [...new Set(rows.map(({ chip }) => chip))];
  const shades = new Map<string, number>();
  return chips.map((chip): Series => {
    const own = rows.filter((row) => row.chip === chip);
    const vendor = own[0]!.chip_vendor;
    const shade = shades.get(vendor) ?? 0;
    shades.set(vendor, shade + 1);
    return {
      id: chip,
      label: own[0]!.chip_name,
      colour: getShade(vendor, shade),
      points: own.map(
        (row): Point => ({
          period: parsePeriod(row.as_of)!,
          value: row.accelerators,
          low: row.accelerators_low,
          high: row.accelerators_high,
          kind: toFigureKind(row.kind),
          source: row.source,
          note: row.note,
        }),
      ),
    };
  });
}
