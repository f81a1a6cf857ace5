/** The chips that notable models name as their training hardware. */

import { groups } from 'd3-array';
import { toEvidenceHref } from '@/address/links';
import { type ColorName, getGenerationColor } from '@/charts/colors';
import { getFirstPoint, getLastPoint, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { foldSmall } from '@/charts/transform/values';
import { chipsInNotableModels as dataset } from '@/data/chips-in-notable-models/contract';
import { notableModelCoverage } from '@/data/notable-model-coverage/contract';
import { getVendorLooks } from '@/db/queries/names';
import { formatValue } from '@/units/format-value';
import { parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { toSeriesBy } from '@/views/row-figures';
import { joinSentences } from '@/views/sentences';
import { toShortName } from '../chips/chip-entries';
import { listChipsInNotableModels, listModelCoverage } from './queries';

const FIRST_YEAR = 2016;

export const notableModelChips = defineChart({
  slug: 'chips-in-notable-models',
  name: 'Chips that trained notable models',
  section: 'papers',
  question: 'On which chips are notable models trained?',
  datasets: [dataset, notableModelCoverage],
  choices: {},
  build: async (orm) => {
    const [all, coverage, lookOf] = await Promise.all([
      listChipsInNotableModels(orm),
      listModelCoverage(orm),
      getVendorLooks(orm),
    ]);
    const rows = all.filter(({ year }) => year >= FIRST_YEAR);
    const chips = new Map(rows.map((row) => [row.chip, row]));
    const series = toSeriesBy(rows, {
      by: ({ chip }) => chip,
      look: (chip) => ({
        label: chips.get(chip)?.name ?? chip,
        short: toShortName(chips.get(chip)?.name ?? chip),
        color: lookOf(chips.get(chip)?.vendor ?? '').color,
      }),
      toPoint: (row) => ({
        period: parsePeriod(String(row.year))!,
        value: row.models,
        kind: 'measured',
        source: row.source,
        evidence: toEvidenceHref(dataset, row),
      }),
    });
    const counted = shadeByVendor(foldSmall(series, { most: 5, label: 'Other chips' }), chips);
    const newest = coverage.at(-1);
    const peak = counted
      .filter(({ id }) => id !== 'others')
      .map((one) => ({
        label: one.label,
        sum: one.points.reduce((sum, { value }) => sum + (value ?? 0), 0),
        from: getFirstPoint(one)?.period.label,
        to: getLastPoint(one)?.period.label,
      }))
      .toSorted((a, b) => b.sum - a.sum)[0];
    return {
      title: 'Chips named by notable AI models',
      subtitle: 'Models by year of publication; a model that names two chips counts for both',
      summary: joinSentences(
        peak
          ? `${peak.label} was named most, by ${formatValue(peak.sum, 'models')} models published from ${peak.from} to ${peak.to}.`
          : null,
        newest
          ? `Of ${newest.models} notable models of ${newest.year} only ${newest.models_naming_hardware} say on what they were trained.`
          : null,
      ),
      model: {
        shape: 'stacked-columns',
        unit: 'models',
        scale: 'linear',
        axis: 'from-zero',
        series: alignSeries(counted),
        notes: [
          'Most recent models do not disclose their hardware: a lower column is less disclosure, not fewer models.',
        ],
      },
      reading: [
        'Aggregated by us from Epoch AI’s notable AI models: the training hardware each model names, form factors and memory sizes merged. Models that name none are left out.',
        coverage.length > 0
          ? `Models naming hardware, of all: ${coverage.map((row) => `${row.year} ${row.models_naming_hardware}/${row.models}`).join(', ')}.`
          : '',
      ].filter(Boolean),
      trends: { stacks: ['percent', 'absolute', 'none'] },
    };
  },
});

/** Vendors side by side, each vendor's chips from the newest on in shades of its color; the rest comes last. */
function shadeByVendor(
  series: readonly Series[],
  chips: ReadonlyMap<string, { readonly vendor: string; readonly launch_date: string | null }>,
): Series[] {
  const launched = (id: string) => chips.get(id)?.launch_date ?? '';
  const bySeries = groups(series, ({ id }) => chips.get(id)?.vendor ?? LAST);
  return bySeries
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, own]) =>
      own
        .toSorted((a, b) => launched(b.id).localeCompare(launched(a.id)))
        .map((one, index) => ({ ...one, color: getShade(one.color, index) })),
    );
}

/** Areas of two vendors' chips that can be told apart: not every shade of one from every one of the other. */
function getShade(color: ColorName, index: number): ColorName {
  return shades[color]?.[index] ?? getGenerationColor(color, index);
}

const shades: Readonly<Partial<Record<ColorName, readonly ColorName[]>>> = {
  nvidia: ['nvidia-1', 'nvidia-5', 'nvidia-6'],
  google: ['google-2', 'google-3'],
};

const LAST = 'zzz';
