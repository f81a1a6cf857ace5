/** Up to eight organizations over time: a line each, all from one family of sources. */

import { ALL, type Choice, type Option } from '@/address/choices';
import { type Names, toKey } from '@/address/names';
import { getCategoryColor } from '@/charts/colors';
import { hasValue, type Series } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import type { Orm } from '@/db/orm';
import { defineChart } from '@/views/published-chart';
import { noteEstimatesOf } from '@/views/row-figures';
import { joinSentences } from '@/views/sentences';
import { buildMeasure, commonUnits, isUnitName } from './conversion';
import { describeLine, explainFamily, isSummable, readHistories } from './histories';
import { listUnits } from './holder-choices';
import { byCoverage, type Family, families, listFamilies, readChipTree } from './holder-lists';
import { OUTER_RANGES } from './holder-words';
import { listOrganizationSizes } from './queries';

export const MOST_ORGANIZATIONS = 8;

/** Several organizations by their short names; charts of one page share them. */
export const chooseOrganizations: Choice = {
  label: 'Organizations (short names, joined by ~)',
  dataset: 'organizations',
  kind: 'organization',
  most: MOST_ORGANIZATIONS,
  control: 'search',
  panel: 'Organizations',
  preferred: 'microsoft~meta~google~xai',
  list: async (orm) =>
    (await listOrganizationSizes(orm)).map(({ organization, name }) => ({
      value: organization,
      label: name,
    })),
};

export const organizationsCompared = defineChart({
  slug: 'organizations-compared',
  name: 'Organizations compared over time',
  section: 'holdings',
  question: 'How did their fleets grow?',
  datasets: [gpuHoldingsHistory, gpuHoldings, chips],
  choices: {
    orgs: chooseOrganizations,
    family: {
      label: 'Source',
      control: 'links',
      follows: 'orgs',
      list: async (orm, { orgs = '' }) => {
        const lines = await listLines(orm, orgs);
        const options = [...new Set(lines.map((row) => row.family))].map((family) => {
          const rows = lines.filter((row) => row.family === family);
          const covered = new Set(rows.map(({ organization }) => organization)).size;
          return { value: family, label: families[family], covered, size: rows.length };
        });
        const found = options
          .sort((a, b) => b.covered - a.covered || byCoverage(a.value, b.value) || b.size - a.size)
          .map(({ value, label, covered }) => ({ value, label, amount: covered }));
        return found.length > 0
          ? found
          : [{ value: 'index-edition', label: families['index-edition'] }];
      },
    },
    chip: {
      label: 'Chip',
      dataset: 'chips',
      control: 'select',
      follows: 'family',
      list: async (orm, { orgs = '', family = '' }) => {
        const rows = (await listLines(orm, orgs)).filter((row) => row.family === family);
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
            amount: covered.size,
          }));
        const all = { value: ALL, label: 'All chips' };
        const isModel = family === 'epoch-owners';
        if (options.length === 0) return [all];
        if (isModel) return [all, ...options];
        return isSummable(family as Family) ? [...options, all] : options;
      },
    },
    unit: {
      label: 'Unit',
      follows: 'family',
      control: 'select',
      list: async (orm, { orgs = '', family = '' }) =>
        listUnits(
          family as Family,
          (await listLines(orm, orgs)).filter((row) => row.family === family),
        ),
    },
  },
  build: async (orm, { orgs = '', family = '', chip = ALL, unit = '' }) => {
    const slugs = parseOrganizations(orgs);
    const [sizes, tree, histories] = await Promise.all([
      listOrganizationSizes(orm),
      readChipTree(orm),
      readHistories(orm),
    ]);
    const names = new Map(sizes.map(({ organization, name }) => [organization, name]));
    const unitName = isUnitName(unit) ? unit : listFamilies[family as Family].unit;
    const common = commonUnits[unitName];
    const measure = buildMeasure(unitName, tree);
    const isStated = unitName === 'count' || unitName === 'h100e-stated';
    const series = slugs.map((organization, index): Series => {
      const request = { organization, chip, measure, isStated };
      return {
        id: organization,
        label: names.get(organization) ?? organization,
        color: getCategoryColor(index),
        points: histories.build(family as Family, request),
      };
    });
    const drawn = series.filter(({ points }) => points.some(hasValue));
    const absent = series.filter((one) => !drawn.includes(one)).map(({ label }) => label);
    const left = histories.rows.filter(
      (row) =>
        row.family === family &&
        slugs.includes(row.organization) &&
        (chip === ALL || row.chip === chip) &&
        !measure(row),
    );
    const isAdded =
      chip === ALL &&
      drawn.some(({ points }) => points.some(({ low, high }) => low != null && high != null));
    const without = [...new Set(left.map(({ chip_name }) => chip_name))];
    const chipName = chip === ALL ? 'all chips' : (tree.get(chip)?.name ?? chip);
    return {
      title: `${listNames(slugs.map((slug) => names.get(slug) ?? slug))}: accelerators over time`,
      subtitle: `${common.label}, ${chipName} · ${families[family as Family] ?? ''}`,
      summary:
        drawn.length > 0
          ? joinSentences(
              `${common.label}, ${chipName} (${families[family as Family]}).`,
              ...drawn.map((one) => describeLine(one, common.unit)),
              absent.length > 0 && `${listNames(absent)}: no figure in this source.`,
            )
          : 'This source has no figure for any of them.',
      model: {
        shape: 'lines',
        unit: common.unit,
        scale: 'linear',
        axis: 'from-zero',
        course: 'steps',
        breakWords: 'counted anew',
        series: drawn,
        isTitled: slugs.length === 1,
        ...(isAdded ? { ranges: 'added' as const } : {}),
        notes: [
          ...noteEstimatesOf(drawn),
          ...(isAdded ? [OUTER_RANGES] : []),
          ...(without.length > 0
            ? [
                `Left out, ${unitName === 'h100e-stated' ? 'not stated in this unit' : 'without a specification'}: ${without.join(', ')}.`,
              ]
            : []),
        ],
      },
      reading: [
        'All lines come from one family of sources, because families count differently: a model of a whole fleet and a count of known clusters are not two points of one line.',
        explainFamily(family as Family),
        ...(isStated ? [] : [`Converted: ${common.formula}.`]),
      ],
      trends: { scales: ['linear', 'log'] },
    };
  },
});

/** The rows behind the lines of the organizations that an address names. */
async function listLines(orm: Orm, orgs: string) {
  const slugs = parseOrganizations(orgs);
  return (await readHistories(orm)).rows.filter((row) => slugs.includes(row.organization));
}

function listNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** The slugs, each once, at most eight; whether they exist is for others to say. */
export function parseOrganizations(text: string): string[] {
  const slugs = text
    .toLowerCase()
    .split(/[~,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...new Set(slugs)].slice(0, MOST_ORGANIZATIONS);
}

export function formatOrganizations(slugs: readonly string[]): string {
  return slugs.join('~');
}

/**
 * Who a visitor's words name, in their order, as slugs: one name, or several with commas
 * between them. `unknown` is the first name that means nobody or several; null: none.
 */
export function findOrganizations<O extends { organization: string; name: string }>(
  text: string,
  names: Names,
  organizations: readonly O[],
): { found: readonly string[]; unknown: string | null } {
  const whole = findOrganization(text, names, organizations);
  if (whole) return { found: [whole.organization], unknown: null };
  const words = text.split(/[,;、，]/).flatMap((name) => name.trim() || []);
  const each = words.map((name) => [name, findOrganization(name, names, organizations)] as const);
  return {
    found: each.flatMap(([, one]) => one?.organization ?? []),
    unknown: each.find(([, one]) => one === null)?.[0] ?? null,
  };
}

/**
 * The organization that a visitor's words mean: what is called so in any spelling, else the
 * only one whose name holds the words; null where that is open.
 */
function findOrganization<O extends { organization: string; name: string }>(
  text: string,
  names: Names,
  organizations: readonly O[],
): O | null {
  const words = toKey(text);
  if (words === '') return null;
  const called = names.find(text).filter(({ dataset }) => dataset === 'organizations');
  const named = organizations.filter((one) => called.some(({ row }) => row === one.organization));
  const held = organizations.filter(({ name }) => toKey(name).includes(words));
  const found = named.length > 0 ? named : held;
  return found.length === 1 ? (found[0] ?? null) : null;
}
