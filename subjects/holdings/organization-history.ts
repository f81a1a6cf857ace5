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
import { toShortName } from '../chips/chip-entries';
import { buildMeasure, type Measure } from './conversion';
import {
  explainFamily,
  type Histories,
  listOrganizationsWithLines,
  readHistories,
} from './histories';
import { byCoverage, type Family, families, readChipTree } from './holder-lists';
import { listOrganizations } from './queries';

export const organizationHistory = defineChart({
  slug: 'organization-history',
  name: 'An organization’s accelerators over time',
  section: 'holdings',
  question: 'How did its fleet grow?',
  datasets: [gpuHoldingsHistory, gpuHoldings],
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
        const rows = (await readHistories(orm)).rows.filter(
          (row) => row.organization === organization,
        );
        const found = [...new Set(rows.map(({ family }) => family))];
        const size = (family: Family) => rows.filter((row) => row.family === family).length;
        return found
          .toSorted((a, b) => byCoverage(a, b) || size(b) - size(a))
          .map((family) => ({ value: family, label: families[family] }));
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
    const series = buildSeries(histories, {
      organization,
      family: family as Family,
      measure: buildMeasure('count', tree),
      lookOf,
    });
    const last = series
      .flatMap((one) => {
        const point = getLastPoint(one);
        return point ? [{ label: one.label, point }] : [];
      })
      .sort((a, b) => b.point.value - a.point.value);
    const newest = last[0];
    return {
      title: `${name}: accelerators over time`,
      subtitle: `Accelerators by chip · ${families[family as Family] ?? ''}`,
      summary: newest
        ? `${name}: ${last
            .slice(0, 3)
            .map(
              ({ label, point }) =>
                `${formatValue(point.value, 'accelerators', point.kind)} ${label} (${formatDate(point.period.label)})`,
            )
            .join(', ')}.`
        : 'There is no figure.',
      model: {
        shape: 'lines',
        unit: 'accelerators',
        scale: 'linear',
        axis: 'from-zero',
        course: 'steps',
        series,
        notes: noteEstimatesOf(series),
      },
      reading: [
        'Each line is one chip in one family of sources. Whole-fleet models and counts of single clusters differ widely, so families never share a line.',
        explainFamily(family as Family),
      ],
      trends: { scales: ['linear', 'log'] },
    };
  },
});

/** A line for each chip; those of one vendor in the shades of its color. */
function buildSeries(
  { rows, build }: Histories,
  {
    organization,
    family,
    measure,
    lookOf,
  }: {
    organization: string;
    family: Family;
    measure: Measure;
    lookOf: (vendor: string) => VendorLook;
  },
): Series[] {
  const own = rows.filter((row) => row.organization === organization && row.family === family);
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
      points: build(family, { organization, chip, measure, isStated: true }),
    };
  });
}
