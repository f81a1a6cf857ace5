/** One organization's accelerators over time, by chip, one family of sources at a time. */

import { getGenerationColor } from '@/charts/colors';
import { getLastPoint, type Series } from '@/charts/model';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import { getVendorLooks, type VendorColor, type VendorLook } from '@/db/queries/names';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimatesOf } from '@/views/row-figures';
import { joinSentences } from '@/views/sentences';
import { toShortName } from '../chips/chip-entries';
import { buildMeasure, type Measure } from './conversion';
import {
  explainFamily,
  type Histories,
  listOrganizationsWithLines,
  readHistories,
} from './histories';
import { byCoverage, type Family, families, readChipTree, WHOLE_FLEETS } from './holder-lists';

import { listOrganizations } from './queries';

export const organizationHistory = defineChart({
  slug: 'organization-history',
  name: 'An organization’s accelerators over time',
  section: 'holdings',
  question: 'How did its fleet grow?',
  datasets: [gpuHoldingsHistory, gpuHoldings],
  leads: ['/organizations/:organization'],
  choices: {
    organization: {
      label: 'Organization',
      dataset: 'organizations',
      control: 'select',
      preferred: 'meta',
      list: async (orm) => {
        const [all, known] = await Promise.all([
          listOrganizations(orm),
          listOrganizationsWithLines(orm),
        ]);
        return all
          .filter(({ organization }) => known.has(organization))
          .map(({ organization, name }) => ({ value: organization, label: name }));
      },
    },
    family: {
      label: 'Source',
      follows: 'organization',
      control: 'links',
      list: async (orm, { organization = '' }) => {
        const histories = await readHistories(orm);
        const rows = histories.rows.filter((row) => row.organization === organization);
        const found = [...new Set(rows.map(({ family }) => family))];
        const size = (family: Family) => rows.filter((row) => row.family === family).length;
        const sorted = found.toSorted((a, b) => byCoverage(a, b) || size(b) - size(a));
        const options = sorted.map((family) => ({
          value: family as string,
          label: families[family],
        }));
        const isStated = histories.listStatedChips(organization).length > 0;
        const place = sorted[0] === WHOLE_FLEETS ? 1 : 0;
        return isStated
          ? options.toSpliced(place, 0, { value: STATED, label: STATED_LABEL })
          : options;
      },
    },
  },
  build: async (orm, { organization = '', family }) => {
    const [histories, names, tree, lookOf] = await Promise.all([
      readHistories(orm),
      listOrganizations(orm),
      readChipTree(orm),
      getVendorLooks(orm),
    ]);
    const name = names.find((one) => one.organization === organization)?.name ?? organization;
    const isStated = family === STATED;
    const series = buildSeries(histories, {
      organization,
      family: isStated ? null : (family as Family),
      measure: buildMeasure('count', tree),
      lookOf,
    });
    const label = isStated ? STATED_LABEL : (families[family as Family] ?? '');
    const gone = isStated ? describeGone(series) : [];
    const last = series
      .flatMap((one) => {
        const point = getLastPoint(one);
        return point ? [{ label: one.label, point }] : [];
      })
      .sort((a, b) => b.point.value - a.point.value);
    const newest = last[0];
    return {
      title: `${name}: accelerators over time`,
      subtitle: `Accelerators by chip · ${label}`,
      summary: newest
        ? joinSentences(
            `${name}: ${last
              .slice(0, 3)
              .map(
                ({ label: chip, point }) =>
                  `${formatValue(point.value, 'accelerators', point.kind)} ${chip} (${formatDate(point.period.label)})`,
              )
              .join(', ')}.`,
            ...gone,
          )
        : 'There is no figure.',
      model: {
        shape: 'lines',
        unit: 'accelerators',
        scale: 'linear',
        axis: 'from-zero',
        course: 'steps',
        series,
        notes: [...noteEstimatesOf(series), ...gone],
      },
      reading: [
        ...(isStated
          ? [
              'Each line is what was publicly known of one chip: the State of AI index as it listed the organization, and the single statements before and after it, each with its own source. A statement while the index listed it repeats it and is left out.',
            ]
          : [
              'Each line is one chip in one family of sources. Whole-fleet models and counts of single clusters differ widely, so families never share a line.',
              explainFamily(family as Family),
            ]),
      ],
      trends: { scales: ['linear', 'log'] },
    };
  },
});

/** In addresses: what was publicly known, by whoever said it. */
const STATED = 'stated';
const STATED_LABEL = 'Statements, then the State of AI index';

/** "No longer listed: A100 (after Feb 7, 2024; not in the edition of Aug 1, 2026)." */
function describeGone(series: readonly Series[]): string[] {
  const gone = series.flatMap((one) => {
    const [last, end] = [getLastPoint(one), one.points.at(-1)];
    if (!last || !end || end.value !== null) return [];
    return `${one.label} (after ${formatDate(last.period.label)}; not in the edition of ${formatDate(end.period.label)})`;
  });
  return gone.length > 0 ? [`No longer listed: ${gone.join(', ')}.`] : [];
}

/** A line for each chip; those of one vendor in the shades of its color. */
function buildSeries(
  histories: Histories,
  {
    organization,
    family,
    measure,
    lookOf,
  }: {
    organization: string;
    /** null: what was publicly known, whoever said it. */
    family: Family | null;
    measure: Measure;
    lookOf: (vendor: string) => VendorLook;
  },
): Series[] {
  const { rows, build, listStatedChips, buildStated } = histories;
  const stated = family === null ? listStatedChips(organization) : [];
  const own = rows.filter(
    (row) =>
      row.organization === organization &&
      (family === null ? stated.includes(row.chip) : row.family === family),
  );
  const chips = new Map(own.map((row) => [row.chip, row]));
  const shades = new Map<VendorColor, number>();
  return [...chips.values()].map(({ chip, chip_name, chip_vendor }): Series => {
    const { color } = lookOf(chip_vendor);
    const shade = shades.get(color) ?? 0;
    shades.set(color, shade + 1);
    return {
      id: chip,
      label: chip_name,
      short: toShortName(chip_name),
      color: getGenerationColor(color, shade),
      points:
        family === null
          ? buildStated({ organization, chip, measure, isStated: true })
          : build(family, { organization, chip, measure, isStated: true }),
    };
  });
}
