/** Whether figures of different datasets fit each other, one comparison at a time. */

import { groups } from 'd3-array';
import {
  getLastPoint,
  isTime,
  listPeriods,
  type RankEntry,
  type RankModel,
  type Series,
  type TimeModel,
  toStart,
} from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import {
  type ComparedRow,
  type Reconciliation,
  wordTolerance,
} from '@/data/checks/reconciliations';
import { chipSales } from '@/data/chip-sales/contract';
import { chips } from '@/data/chips/contract';
import { dataCenterTimelines } from '@/data/data-center-timelines/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { markets } from '@/data/markets/contract';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { getVendorLooks, type VendorLook } from '@/db/queries/names';
import { formatValue } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import { readReconciliations } from '@/views/failed-checks';
import { type BuiltChart, defineChart } from '@/views/published-chart';
import { joinSentences, listLastValues } from '@/views/sentences';

export const figuresThatFit = defineChart({
  slug: 'figures-that-fit',
  name: 'Whether figures fit each other',
  section: 'checks',
  question: 'Do figures of different datasets fit each other?',
  datasets: [
    ...[chipSales, nvidiaRevenue, gpuHoldings, dataCenterTimelines, dataCenters],
    ...[gpuMarketShare, markets, chips],
  ],
  choices: {
    check: {
      label: 'Comparison',
      control: 'select',
      list: async (orm) =>
        (await readReconciliations(orm)).map(({ slug, name }) => ({
          value: slug,
          label: toStart(name),
        })),
    },
  },
  build: async (orm, { check }) => {
    const one = (await readReconciliations(orm)).find(({ slug }) => slug === check);
    if (!one) throw new Error(`There is no comparison "${check}".`);
    const { question, labels, unit, formula, limits, picture } = one;
    const title = toStart(one.name);
    const model = toModel(one, await getVendorLooks(orm));
    const isRatio = picture.startsWith('ratios');
    return {
      title,
      subtitle: isRatio
        ? `${labels[0]} as % of: ${toLower(labels[1])}`
        : `${labels[0]}; ${toLower(labels[1])}; ${unit === 'USD millions' ? 'US dollars' : unit}`,
      summary: joinSentences(`${title}: ${describe(one)}`, describeNewest(model)),
      model,
      reading: [question, formula, limits],
      caveat: limits,
    };
  },
});

/** "43 of 44 agree; 1 differs (Google, Q4 2025: 91%)." */
function describe({ verdict, compared }: Reconciliation): string {
  const said = verdict.charAt(0).toLowerCase() + verdict.slice(1);
  const [worst] = compared
    .filter((row) => row.verdict === 'differs')
    .toSorted((a, b) => Math.abs((b.percent ?? 100) - 100) - Math.abs((a.percent ?? 100) - 100));
  if (!worst) return said;
  const when = worst.period ? `, ${formatPeriod(worst.period)}` : '';
  return said.replace(/\.$/, ` (${worst.subject}${when}: ${formatPercent(worst)}).`);
}

/** Over time: what the newest period says. */
function describeNewest(model: BuiltChart['model']): string | null {
  if (!isTime(model)) return null;
  const newest = listPeriods(model).at(-1);
  const own = model.series.filter((series) => getLastPoint(series)?.period.label === newest?.label);
  return newest
    ? `${toStart(formatPeriod(newest.label))}: ${listLastValues(own, model.unit)}.`
    : null;
}

const toLower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const formatPercent = ({ percent }: ComparedRow): string =>
  formatValue(percent === null ? null : Math.round(percent), '%');

function toModel(one: Reconciliation, look: (vendor: string) => VendorLook): BuiltChart['model'] {
  const notes = [wordTolerance(one), 'Computed by us.'];
  switch (one.picture) {
    case 'over-time':
      return { ...LINES, unit: one.unit, axis: 'from-zero', series: toBoth(one), notes };
    case 'ratios-over-time':
      return { ...LINES, unit: '%', axis: 'free', series: toRatios(one, look), notes };
    case 'parts':
      return {
        ...RANKED,
        shape: 'interval-bars',
        unit: one.unit,
        valueLabel: one.labels[1],
        counts: [{ id: 'first', label: one.labels[0], meaning: one.formula, mark: 'inside' }],
        entries: one.compared
          .toSorted((a, b) => (b.others ?? 0) - (a.others ?? 0))
          .flatMap((row) => toPart(one, row)),
        notes,
      };
    case 'ratios':
      return {
        ...RANKED,
        shape: 'ranking',
        unit: '%',
        axis: 'from-zero',
        valueLabel: one.labels[0],
        entries: one.compared.flatMap((row) => toEntry(one, row)),
        notes,
      };
  }
}

const RANKED = {
  scale: 'linear',
  entryLabel: 'What',
  columns: [{ id: 'verdict', label: 'Verdict' }],
} as const satisfies Partial<RankModel>;

const LINES = { shape: 'lines', scale: 'linear' } as const satisfies Partial<TimeModel>;

const COLORS = ['category-1', 'category-2'] as const;

/** Both figures of each period, the first with those it is compared by. */
function toBoth({ compared, labels, rows }: Reconciliation): Series[] {
  return alignSeries(
    labels.map((label, side): Series => {
      const points = inTime(compared).map(({ row, period }) => ({
        period,
        value: side === 0 ? row.ours : row.others,
        kind: side === 0 ? ('derived' as const) : ('measured' as const),
        source: side === 0 ? row.ours_source : row.others_source,
        evidence: rows[side]?.href ?? null,
      }));
      return { id: side === 0 ? 'first' : 'second', label, color: COLORS[side] ?? 'ink', points };
    }),
  );
}

/** The first figure in percent of the second, a line for each subject. */
function toRatios(
  { compared, rows }: Reconciliation,
  look: (vendor: string) => VendorLook,
): Series[] {
  return alignSeries(
    groups(inTime(compared), ({ row }) => row.id).map(([id, own]): Series => {
      const points = own.map(({ row, period }) => ({
        period,
        value: row.percent,
        kind: 'derived' as const,
        source: row.ours_source,
        evidence: rows[0]?.href ?? null,
      }));
      return { id, ...look(id), points };
    }),
  );
}

const inTime = (compared: readonly ComparedRow[]) =>
  compared
    .flatMap((row) => {
      const period = parsePeriod(row.period ?? '');
      return period ? [{ row, period }] : [];
    })
    .toSorted((a, b) => a.period.start.localeCompare(b.period.start));

/** The second figure as a bar, with the first inside. */
function toPart({ rows }: Reconciliation, row: ComparedRow): RankEntry[] {
  const { id, subject, period, ours, others, ours_source, others_source, verdict } = row;
  if (others === null) return [];
  const part = { kind: 'derived', source: ours_source, evidence: rows[0]?.href ?? null } as const;
  return [
    {
      ...{ id, label: subject, href: null, value: others, date: period },
      ...{ kind: 'derived', source: others_source, evidence: rows[1]?.href ?? null },
      ...{ color: 'holder-tint', tone: 'full', details: [verdict] },
      counts: [ours === null ? null : { value: ours, asOf: period ?? '', ...part }],
    },
  ];
}

function toEntry({ rows }: Reconciliation, row: ComparedRow): RankEntry[] {
  const { id, subject, period, percent, verdict, ours_source } = row;
  if (percent === null) return [];
  return [
    {
      ...{ id, label: subject, href: rows[0]?.href ?? null, value: percent, date: period },
      ...{ color: verdict === 'differs' ? 'warning' : 'category-1', tone: 'full' },
      ...{ kind: 'derived', source: ours_source, details: [verdict] },
    },
  ];
}
