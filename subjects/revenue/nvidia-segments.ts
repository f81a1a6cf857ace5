/**
 * Nvidia's revenue by segment: the series of every picture of it, the platforms reported up
 * to FY2026, and those since FY2027 as first reported and as recast.
 */

import { choice } from '@/address/choices';
import { toRowsHref } from '@/address/links';
import type { Trends } from '@/address/trends';
import type { ColorName } from '@/charts/colors';
import { getLastPoint, hasValue, type Point, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { keepWhole } from '@/charts/transform/values';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import type { Orm } from '@/db/orm';
import { toWeakestKind } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import { type BuiltChart, defineChart } from '@/views/published-chart';
import { toRowFigure } from '@/views/row-figures';
import { describeChange, joinSentences } from '@/views/sentences';
import { listNvidiaRevenue, type NvidiaRevenueRow } from './queries';

export const FISCAL =
  'Nvidia’s fiscal year ends on the last Sunday of January and carries the number of the year in which it ends: Q4 FY23 ran from the end of October 2022 to January 29, 2023.';
export const MELLANOX =
  'Mellanox, a maker of networking gear, is included from Q2 FY21; earlier quarters are without it.';

type Segment = NvidiaRevenueRow['segment'];

const segmentStyles: Partial<Record<Segment, { label: string; color: ColorName }>> = {
  'data-center': { label: 'Data center', color: 'category-1' },
  compute: { label: 'Compute', color: 'category-1' },
  networking: { label: 'Networking', color: 'category-2' },
  gaming: { label: 'Gaming', color: 'category-2' },
  'professional-visualization': { label: 'Visualization', color: 'category-3' },
  automotive: { label: 'Automotive', color: 'category-4' },
  'oem-and-other': { label: 'OEM & other', color: 'category-5' },
  hyperscale: { label: 'Hyperscale', color: 'category-1' },
  'ai-clouds-industrial-enterprise': { label: 'AI clouds, industry', color: 'category-3' },
  'edge-computing': { label: 'Edge computing', color: 'category-2' },
  total: { label: 'Whole company', color: 'category-6' },
};

/** One series a segment, in the order asked for; segments without figures are left out. */
export function toSegmentSeries(
  rows: readonly NvidiaRevenueRow[],
  segments: readonly Segment[],
): Series[] {
  const series = segments.flatMap((segment) => {
    const points = rows.filter((row) => row.segment === segment).map(toPoint);
    const style = segmentStyles[segment];
    return points.length > 0 && style ? [{ id: segment, ...style, points }] : [];
  });
  return alignSeries(series);
}

/** The data center alone: it stands for the company, in the company's color. */
export function toDataCenterSeries(rows: readonly NvidiaRevenueRow[]): Series[] {
  return toSegmentSeries(rows, ['data-center']).map((one) => ({ ...one, color: 'nvidia' }));
}

function toPoint(row: NvidiaRevenueRow): Point {
  return {
    period: parsePeriod(row.fiscal_quarter, row.calendar)!,
    value: row.revenue_usd_millions,
    ...toRowFigure(nvidiaRevenue, row),
  };
}

export const REVENUE_TRENDS = {
  sums: true,
  growth: true,
  align: true,
  scales: ['linear', 'log'],
} satisfies Trends;

const PLATFORMS: readonly Segment[] = [
  'data-center',
  'gaming',
  'professional-visualization',
  'automotive',
  'oem-and-other',
];

/** A part next to its whole: two lines, never a stack. */
const COMPANY = 'company';
const RECAST = 'recast-q2-fy27';
const FIRST_REPORTED = 'as-first-reported';

export const nvidiaRevenueBySegment = defineChart({
  slug: 'nvidia-revenue-by-segment',
  name: 'Nvidia’s revenue by market platform',
  section: 'revenue',
  question: 'Where does Nvidia’s revenue come from?',
  datasets: [nvidiaRevenue],
  choices: {
    split: choice('Split', {
      platforms: 'To FY2026',
      five: 'All five platforms',
      'data-center': 'Within data center',
      [COMPANY]: 'Data center and whole company',
      [RECAST]: 'Since FY2027',
      [FIRST_REPORTED]: 'Since FY2027, as first reported',
    }),
  },
  build: async (orm, { split }) => {
    if (split === RECAST || split === FIRST_REPORTED) return buildRecast(orm, split);
    if (split === COMPANY) return buildCompany(orm);
    const segments: readonly Segment[] =
      split === 'data-center' ? ['compute', 'networking'] : PLATFORMS;
    const all = await listNvidiaRevenue(orm, { segments });
    // From FY2027 only data center goes on; a stack of one would look like a collapse.
    const last = all.findLast((row) => row.segment !== 'data-center')?.period_end ?? '';
    const reported = toSegmentSeries(
      all.filter((row) => row.period_end <= last),
      segments,
    );
    const series = split === 'platforms' ? startWhole(foldSmallPlatforms(reported)) : reported;
    const newest = keepWhole(series, 'every').series.flatMap((one) => getLastPoint(one) ?? []);
    const sum = newest.reduce((total, { value }) => total + value, 0);
    const first = newest[0];
    return {
      title:
        split === 'data-center'
          ? 'Nvidia’s data center revenue: compute and networking'
          : 'Nvidia’s revenue by market platform',
      subtitle: 'US dollars per fiscal quarter, market platforms as reported up to FY2026',
      summary: first
        ? `In ${formatPeriod(first.period.label)} ${series[0]!.label.toLowerCase()} made ${formatValue(first.value, 'USD millions')} of ${formatValue(sum, 'USD millions')}, or ${formatValue((first.value / sum) * 100, '%')}.`
        : 'There is no figure.',
      model: {
        shape: 'stacked-columns',
        unit: 'USD millions',
        scale: 'linear',
        axis: 'from-zero',
        series,
        parts: 'every',
        notes: ['The scheme ended with Q4 FY26.'],
      },
      reading: [
        'Market platforms are not the reportable segments “Compute & Networking” and “Graphics” of the filings. Compute and networking are parts of data center.',
        'Sales for crypto mining sat in gaming and OEM in FY2018, FY2019 and FY2022.',
        FISCAL,
      ],
      trends: { ...REVENUE_TRENDS, stacks: ['absolute', 'percent', 'none'] },
    };
  },
});

async function buildCompany(orm: Orm): Promise<BuiltChart> {
  const segments = ['total', 'data-center'] as const;
  const series = toSegmentSeries(await listNvidiaRevenue(orm, { segments }), segments);
  return {
    title: 'Nvidia’s revenue: the whole company and data center',
    subtitle: 'US dollars per fiscal quarter',
    summary: joinSentences(...series.map((one) => describeChange(one, 'USD millions'))),
    model: {
      shape: 'lines',
      unit: 'USD millions',
      scale: 'linear',
      axis: 'from-zero',
      series,
      notes: ['Data center is a part of the whole company.'],
    },
    reading: [MELLANOX, FISCAL],
    trends: REVENUE_TRENDS,
  };
}

/** Data center, gaming, and the three that together were never much, as one where all are known. */
function foldSmallPlatforms(series: readonly Series[]): Series[] {
  const kept = series.filter(({ id }) => id === 'data-center' || id === 'gaming');
  const folded = series.filter((one) => !kept.includes(one));
  const points = (kept[0]?.points ?? []).map((point): Point => {
    const parts = folded.flatMap((one) => findPoint(one, point) ?? []).filter(hasValue);
    const isWhole = parts.length === folded.length;
    return {
      period: point.period,
      source: point.source,
      value: isWhole ? parts.reduce((sum, { value }) => sum + value, 0) : null,
      kind: toWeakestKind([{ kind: 'derived' }, ...parts]),
      note: `Added up: ${folded.map(({ label }) => label).join(', ')}.`,
      evidence: toRowsHref(nvidiaRevenue, { fiscal_quarter: point.period.label }),
    };
  });
  return [...kept, { id: 'other', label: 'All other', color: 'category-3', points }];
}

/** From the first quarter after which every part is known: before it columns would be holes. */
function startWhole(series: readonly Series[]): Series[] {
  const periods = series[0]?.points.map(({ period }) => period) ?? [];
  const holed = periods.findLast((period) =>
    series.some((one) => findPoint(one, { period })?.value == null),
  );
  return series.map((one) => ({
    ...one,
    points: one.points.filter(({ period }) => period.start > (holed?.start ?? '')),
  }));
}

const findPoint = ({ points }: Series, { period: { label } }: Pick<Point, 'period'>) =>
  points.find(({ period }) => period.label === label);

/** The platforms that Nvidia reports since FY2027, on one of two bases that are never mixed. */
async function buildRecast(
  orm: Orm,
  basis: typeof RECAST | typeof FIRST_REPORTED,
): Promise<BuiltChart> {
  const segments: readonly Segment[] = [
    'hyperscale',
    'ai-clouds-industrial-enterprise',
    'edge-computing',
  ];
  const isFirst = basis === FIRST_REPORTED;
  const [first, recast] = await Promise.all([
    listNvidiaRevenue(orm, { basis: FIRST_REPORTED, segments }),
    listNvidiaRevenue(orm, { basis: RECAST, segments }),
  ]);
  const [rows, others] = isFirst ? [first, recast] : [recast, first];
  const { series, sentence } = markRestated(
    toSegmentSeries(rows, segments),
    others,
    isFirst ? 'later recast' : 'first reported',
  );
  const newest = series.flatMap((one) => {
    const last = getLastPoint(one);
    return last ? [`${one.label} ${formatValue(last.value, 'USD millions')}`] : [];
  });
  const last = rows.at(-1);
  return {
    title: 'Nvidia’s revenue by the platforms of FY2027',
    subtitle: `US dollars per fiscal quarter, ${isFirst ? 'as first reported' : 'as recast in Q2 FY27'}`,
    summary: last ? `${formatPeriod(last.fiscal_quarter)}: ${newest.join(', ')}.` : 'No figures.',
    model: {
      shape: 'stacked-columns',
      unit: 'USD millions',
      scale: 'linear',
      axis: 'from-zero',
      series,
      parts: 'every',
      notes: [
        'Quarters that Nvidia did not give on this basis are left blank.',
        ...(sentence ? [sentence] : []),
      ],
    },
    reading: [
      'From Q1 FY27 Nvidia reports data center in two parts, hyperscale and the rest, and puts gaming, visualization, automotive and OEM together as edge computing. In Q2 FY27 one customer moved to hyperscale and earlier quarters were recast. The two bases are never mixed.',
      FISCAL,
    ],
    trends: { ...REVENUE_TRENDS, stacks: ['absolute', 'percent', 'none'] },
  };
}

/**
 * Notes each figure that differs from the one of the same quarter and segment on
 * the other basis, and says all of them in one sentence; null where none differs.
 */
export function markRestated(
  series: readonly Series[],
  others: readonly NvidiaRevenueRow[],
  word: 'first reported' | 'later recast',
): { series: Series[]; sentence: string | null } {
  const known = new Map(
    others.map((row) => [`${row.segment} ${row.fiscal_quarter}`, row.revenue_usd_millions]),
  );
  const said = new Map<string, string[]>();
  const marked = series.map((one) => ({
    ...one,
    points: one.points.map((point) => {
      const other = known.get(`${one.id} ${point.period.label}`);
      if (other === undefined || point.value === null || other === point.value) return point;
      const amount = formatValue(other, 'USD millions');
      const quarter = formatPeriod(point.period.label);
      const change = `${one.label} ${formatValue(point.value, 'USD millions')}, ${word} as ${amount}`;
      said.set(quarter, [...(said.get(quarter) ?? []), change]);
      const note = [point.note, `Restated: ${word} as ${amount}.`].filter(Boolean).join(' ');
      return { ...point, note };
    }),
  }));
  const quarters = [...said].map(([quarter, changes]) => `${quarter}: ${changes.join('; ')}`);
  return {
    series: marked,
    sentence: quarters.length > 0 ? `Restated quarters. ${quarters.join('. ')}.` : null,
  };
}
