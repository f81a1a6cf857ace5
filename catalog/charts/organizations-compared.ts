/** Up to eight organisations over time: a line each, all from one family of sources. */
import type { ColourName } from '@/charts/colours';
import { hasValue, type Series } from '@/charts/model';
import type { Orm } from '@/db/connection';
import {
  listHistoryOfOrganization,
  listOrganizationSizes,
  type NamedHistory,
} from '@/db/queries/holdings';
import { noteEstimatesOf } from '../figure-kind';
import { type Family, families, toListSlug } from '../holder-lists';
import { buildConverter, commonUnits, isUnitName } from '../holdings/conversion';
import { ALL } from '../holdings/filter';
import { buildHistoryLine, buildIndexLine } from '../holdings/history-lines';
import { formatOrganizations, parseOrganizations } from '../holdings/organization-choice';
import { listCompleteEditions, readChipTree, readRows } from '../holdings/read-list';
import type { Option } from '../parameters';
import { defineChart } from '../published-chart';
import { describeChange, joinSentences } from '../sentences';

/** Deliveries by owner and chip, and an edition’s bars, may be added over chips. */
const SUMMABLE: readonly Family[] = ['epoch-owners', 'index-edition'];

export const organizationsCompared = defineChart({
  slug: 'organizations-compared',
  name: 'Organisations compared over time',
  section: 'holdings',
  question: 'How did their fleets grow?',
  datasets: ['gpu-holdings-history', 'gpu-holdings', 'chips'],
  choices: {
    orgs: {
      label: 'Organisations (short names, joined by ~)',
      control: 'search',
      panel: 'Organisations',
      preferred: 'meta~tesla~stability-ai',
      list: async (orm) =>
        (await listOrganizationSizes(orm)).map(({ organization, name }) => ({
          value: organization,
          label: name,
        })),
      parse: (text, options) => {
        const known = new Set(options.map(({ value }) => value));
        const found = parseOrganizations(text).filter((slug) => known.has(slug));
        return found.length > 0 ? formatOrganizations(found) : null;
      },
    },
    family: {
      label: 'Source',
      control: 'links',
      follows: 'orgs',
      list: async (orm, { orgs = '' }) => {
        const lines = await readLines(orm, parseOrganizations(orgs));
        const options = [...lines].map(([family, rows]) => ({
          value: family,
          label: families[family],
          covered: new Set(rows.map(({ organization }) => organization)).size,
          size: rows.length,
        }));
        const found = options
          .sort((a, b) => b.covered - a.covered || b.size - a.size)
          .map(({ value, label, covered }) => ({ value, label: `${label} (${covered})` }));
        return found.length > 0
          ? found
          : [{ value: 'index-edition', label: families['index-edition'] }];
      },
    },
    chip: {
      label: 'Chip',
      control: 'select',
      follows: 'family',
      list: async (orm, { orgs = '', family = '' }) => {
        const rows = (await readLines(orm, parseOrganizations(orgs))).get(family as Family) ?? [];
        const chips = new Map<string, { option: Option; covered: Set<string>; size: number }>();
        for (const { chip, chip_name, organization } of rows) {
          const known = chips.get(chip) ?? {
            option: { value: chip, label: chip_name },
            covered: new Set(),
            size: 0,
          };
          known.covered.add(organization);
          known.size += 1;
          chips.set(chip, known);
        }
        const options = [...chips.values()]
          .sort((a, b) => b.covered.size - a.covered.size || b.size - a.size)
          .map(({ option, covered }) => ({
            ...option,
            label: `${option.label} (${covered.size})`,
          }));
        const all = { value: ALL, label: 'All chips' };
        const isModel = family === 'epoch-owners';
        if (options.length === 0) return [all];
        if (isModel) return [all, ...options];
        return SUMMABLE.includes(family as Family) ? [...options, all] : options;
      },
    },
    unit: {
      label: 'Unit',
      control: 'select',
      list: async () => Object.entries(commonUnits).map(([value, { label }]) => ({ value, label })),
    },
  },
  build: async (orm, { orgs = '', family = '', chip = ALL, unit = 'count' }) => {
    const slugs = parseOrganizations(orgs);
    const [sizes, tree, history] = await Promise.all([
      listOrganizationSizes(orm),
      readChipTree(orm),
      Promise.all(slugs.map((slug) => listHistoryOfOrganization(orm, slug))),
    ]);
    const names = new Map(sizes.map(({ organization, name }) => [organization, name]));
    const unitName = isUnitName(unit) ? unit : 'count';
    const common = commonUnits[unitName];
    const convert = buildConverter(unitName, tree);
    const rows = history.flat().filter((row) => row.family === family);
    const editions = family === 'index-edition' ? await readEditions(orm) : [];
    const colours = assignColours(slugs);
    const series = slugs.map((organization, index): Series => {
      const request = { organization, chip, convert, isCount: unitName === 'count' };
      return {
        id: organization,
        label: names.get(organization) ?? organization,
        colour: colours[index]!,
        points:
          family === 'index-edition'
            ? buildIndexLine(editions, request)
            : buildHistoryLine(rows, request),
      };
    });
    const drawn = series.filter(({ points }) => points.some(hasValue));
    const absent = series.filter((one) => !drawn.includes(one)).map(({ label }) => label);
    const left = listUnconverted(rows, chip, convert);
    const chipName = chip === ALL ? 'all chips' : (tree.get(chip)?.name ?? chip);
    return {
      title: `${listNames(slugs.map((slug) => names.get(slug) ?? slug))}: accelerators over time`,
      subtitle: `${common.label}, ${chipName} · ${families[family as Family] ?? ''}`,
      summary:
        drawn.length > 0
          ? joinSentences(
              ...drawn.map((one) => describeChange(one, common.unit)),
              absent.length > 0 && `${listNames(absent)}: no figure in this source.`,
            )
          : 'This source has no figure for any of them.',
      model: {
        shape: 'lines',
        unit: common.unit,
        scale: 'linear',
        axis: 'from-zero',
        series: drawn,
        isTitled: slugs.length === 1,
        notes: [
          ...noteEstimatesOf(drawn),
          ...(left.length > 0 ? [`Left out, without a specification: ${left.join(', ')}.`] : []),
        ],
      },
      reading: [
        'All lines come from one family of sources, because families count differently: a model of a whole fleet and a count of known clusters are not two points of one line.',
        familyNotes[family as Family] ??
          'Figures are joined by straight lines; nothing is known in between.',
        ...(unitName === 'count' ? [] : [`Converted: ${common.formula}.`]),
      ],
      asOf:
        drawn
          .flatMap(({ points }) => points.filter(hasValue).map(({ period }) => period.end))
          .sort()
          .at(-1) ?? '',
      trends: { scales: ['linear', 'log'] },
    };
  },
});

const familyNotes: Readonly<Partial<Record<Family, string>>> = {
  'index-edition':
    'A point is an edition of the index that is known as a whole: what it lists in operation. The charts of 2022 to 2024 list A100 alone. A line breaks where an edition does not list the organisation.',
  'epoch-owners':
    'Epoch AI models cumulative deliveries; nothing is retired. Bars are its ranges; summed over chips their ends are added, which is wider than the truth.',
};

type Line = Pick<NamedHistory, 'organization' | 'chip' | 'chip_name'>;

/** The rows behind possible lines, by family; the index stands for its complete editions. */
async function readLines(orm: Orm, slugs: readonly string[]): Promise<Map<Family, Line[]>> {
  const lines = new Map<Family, Line[]>();
  const add = (family: Family, row: Line) => lines.set(family, [...(lines.get(family) ?? []), row]);
  for (const { rows } of await readEditions(orm)) {
    for (const row of rows) {
      if (
        row.status === 'operational' &&
        row.counts === 'stock' &&
        slugs.includes(row.organization)
      ) {
        add('index-edition', row);
      }
    }
  }
  for (const slug of slugs) {
    for (const row of await listHistoryOfOrganization(orm, slug)) {
      if (row.family !== 'index-edition') add(row.family, row);
    }
  }
  return lines;
}

async function readEditions(orm: Orm) {
  const lists = await listCompleteEditions(orm);
  return Promise.all(
    lists.map(async (list) => ({ list, rows: await readRows(orm, toListSlug(list)) })),
  );
}

function listUnconverted(
  rows: readonly NamedHistory[],
  chip: string,
  convert: (chip: string) => unknown,
): string[] {
  const without = rows.filter((row) => (chip === ALL || row.chip === chip) && !convert(row.chip));
  return [...new Set(without.map(({ chip_name }) => chip_name))];
}

function listNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** Who also sells chips keeps that colour; the others take what is left, in order. */
function assignColours(slugs: readonly string[]): ColourName[] {
  const taken = new Set(slugs.map((slug) => ownColours[slug]));
  const free = FREE_COLOURS.filter((name) => !taken.has(name));
  let next = 0;
  return slugs.map((slug) => ownColours[slug] ?? free[next++ % free.length]!);
}

const ownColours: Readonly<Record<string, ColourName>> = {
  amazon: 'aws',
  google: 'google',
  huawei: 'huawei',
  intel: 'intel',
  microsoft: 'microsoft',
  nvidia: 'nvidia',
};

const FREE_COLOURS: readonly ColourName[] = [
  'intel',
  'amd',
  'startups',
  'aws',
  'microsoft',
  'nvidia',
  'google',
  'huawei',
];
