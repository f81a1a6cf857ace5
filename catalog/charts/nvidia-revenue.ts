/** Charts of Nvidia's own revenue. */

import { alignSeries } from '@/charts/align-series';
import type { ColourName } from '@/charts/colours';
import { getLastPoint, hasValue, type Point, type Series } from '@/charts/model';
import { toGrowth } from '@/charts/transform/growth';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { listNvidiaRevenue, type NvidiaRevenueRow } from '@/db/queries/revenue';
import { formatChange, formatValue } from '@/units/format-value';
import { formatPeriod, formatPeriodLong, parsePeriod } from '@/units/period';
import { describeDoubling } from '../doubling-time';
import { toEvidenceHref, toRowsHref } from '../evidence-address';
import { toFigureKind } from '../figure-kind';
import { choice } from '../parameters';
import { defineChart } from '../published-chart';
import { markRestated } from '../restatements';
import { describeChange, joinSentences } from '../sentences';
import type { Trends } from '../trends';

const FISCAL =
  'Nvidia’s fiscal year ends on the last Sunday of January and carries the number of the year in which it ends: Q4 FY23 ran from the end of October 2022 to 29 January 2023.';
const MELLANOX =
  'Mellanox, a maker of networking gear, is included from Q2 FY21; earlier quarters are without it.';

type Segment = NvidiaRevenueRow['segment'];

const segmentStyles: Partial<Record<Segment, { label: string; colour: ColourName }>> = {
  'data-center': { label: 'Data center', colour: 'nvidia' },
  compute: { label: 'Compute', colour: 'nvidia' },
  networking: { label: 'Networking', colour: 'nvidia-7' },
  gaming: { label: 'Gaming', colour: 'intel' },
  'professional-visualization': { label: 'Visualization', colour: 'startups' },
  automotive: { label: 'Automotive', colour: 'google' },
  'oem-and-other': { label: 'OEM & other', colour: 'other' },
  hyperscale: { label: 'Hyperscale', colour: 'nvidia' },
  'ai-clouds-industrial-enterprise': { label: 'AI clouds, industry', colour: 'nvidia-7' },
  'edge-computing': { label: 'Edge computing', colour: 'intel' },
  total: { label: 'Whole company', colour: 'apple' },
};

/** One series a segment, in the order asked for; segments without figures are left out. */
function toSeries(rows: readonly NvidiaRevenueRow[], segments: readonly Segment[]): Series[] {
  const series = segments.flatMap((segment) => {
    const points = rows.filter((row) => row.segment === segment).map(toPoint);
    const style = segmentStyles[segment];
    return points.length > 0 && style ? [{ id: segment, ...style, points }] : [];
  });
  return alignSeries(series);
}

function toPoint(row: NvidiaRevenueRow): Point {
  return {
    period: parsePeriod(row.fiscal_quarter)!,
    value: row.revenue_usd_millions,
    kind: toFigureKind(row.kind),
    source: row.source,
    note: row.note,
    evidence: toEvidenceHref(nvidiaRevenue, row),
  };
}

/** Nine quarters: the same season at both ends, two years apart. */
const TWO_YEARS = 9;

const REVENUE_TRENDS = {
  sums: true,
  growth: true,
  align: true,
  scales: ['linear', 'log'],
} satisfies Trends;

export const nvidiaDataCenterRevenue = defineChart({
  slug: 'nvidia-data-center-revenue',
  name: 'Nvidia’s data-center revenue',
  section: 'revenue',
  question: 'How much does Nvidia earn in the data centre?',
  datasets: ['nvidia-revenue'],
  choices: {},
  build: async (orm) => {
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center'] });
    const series = toSeries(rows, ['data-center']);
    const growth = series[0] && getLastPoint(toGrowth(series[0], 'year'));
    const last = series[0] && getLastPoint(series[0]);
    return {
      title: 'Nvidia’s data-center revenue',
      subtitle: 'US dollars per fiscal quarter, as reported',
      summary: joinSentences(
        last
          ? `Nvidia took ${formatValue(last.value, 'USD millions')} from data centres in ${formatPeriodLong(last.period)}${growth ? `, ${formatChange(growth.value, '%')} on the year` : ''}.`
          : null,
        series[0] ? describeChange(series[0], 'USD millions', 'Quarterly revenue') : null,
        series[0] ? describeDoubling(series[0], TWO_YEARS) : null,
      ),
      model: {
        shape: 'columns',
        unit: 'USD millions',
        scale: 'linear',
        axis: 'from-zero',
        series,
        notes: [],
      },
      reading: [
        FISCAL,
        MELLANOX,
        'Doubling time is the average pace between the first and the last quarter named, as if growth had been even. Cut the time to choose another window.',
      ],
      asOf: last?.period.end ?? '',
      trends: REVENUE_TRENDS,
    };
  },
});

export const nvidiaDataCenterGrowth = defineChart({
  slug: 'nvidia-data-center-growth',
  name: 'Growth of Nvidia’s data-center revenue',
  section: 'revenue',
  question: 'How fast does it grow?',
  datasets: ['nvidia-revenue'],
  choices: {},
  build: async (orm) => {
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center'] });
    const series = toSeries(rows, ['data-center']).map((one) => toGrowth(one, 'year'));
    const known = series[0]?.points.filter(hasValue) ?? [];
    const last = known.at(-1);
    const peak = known.toSorted((a, b) => b.value - a.value)[0];
    const low = known.toSorted((a, b) => a.value - b.value)[0];
    return {
      title: 'Growth of Nvidia’s data-center revenue',
      subtitle: 'Change against the same fiscal quarter of the year before, %',
      summary:
        last && peak && low
          ? `In ${formatPeriod(last.period.label)} it was ${formatChange(last.value, '%')} on the year. The fastest growth was ${formatChange(peak.value, '%')} in ${formatPeriod(peak.period.label)}, the slowest ${formatChange(low.value, '%')} in ${formatPeriod(low.period.label)}.`
          : 'No quarter can be compared with the year before.',
      model: {
        shape: 'lines',
        unit: '%',
        scale: 'linear',
        axis: 'from-zero',
        series,
        notes: ['Computed from the reported revenue of both quarters.'],
      },
      reading: [
        'Growth compares a quarter with the same quarter a year earlier, so seasons cancel out. It says nothing about the level: a fall in growth can be a record quarter.',
        MELLANOX,
      ],
      asOf: last?.period.end ?? '',
      trends: { align: true },
    };
  },
});

export const nvidiaDataCenterShareOfRevenue = defineChart({
  slug: 'nvidia-data-center-share-of-revenue',
  name: 'Data center as a share of Nvidia’s revenue',
  section: 'revenue',
  question: 'How much of Nvidia is the data centre?',
  datasets: ['nvidia-revenue'],
  choices: {},
  build: async (orm) => {
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center', 'total'] });
    const [dataCenter, total] = toSeries(rows, ['data-center', 'total']);
    const totals = new Map(total?.points.map(({ period, value }) => [period.label, value]));
    const points = (dataCenter?.points ?? []).map((point) => {
      const whole = totals.get(point.period.label);
      return {
        ...point,
        value: whole && point.value !== null ? (point.value / whole) * 100 : null,
        note: 'Computed from data-center and total revenue of the quarter.',
        evidence: toRowsHref(nvidiaRevenue, { fiscal_quarter: point.period.label }),
      };
    });
    const series: Series[] = [
      { id: 'data-center-share', label: 'Data center', colour: 'nvidia', points },
    ];
    return {
      title: 'Data center as a share of Nvidia’s revenue',
      subtitle: '% of the company’s revenue, by fiscal quarter',
      summary: describeChange(series[0]!, '%', 'The data centre’s share of Nvidia’s revenue') ?? '',
      model: {
        shape: 'lines',
        unit: '%',
        scale: 'linear',
        axis: 'share',
        series,
        notes: ['Computed from reported data-center and total revenue.'],
      },
      reading: [FISCAL, MELLANOX],
      asOf: getLastPoint(series[0]!)?.period.end ?? '',
      trends: { align: true },
    };
  },
});

const PLATFORMS: readonly Segment[] = [
  'data-center',
  'gaming',
  'professional-visualization',
  'automotive',
  'oem-and-other',
];

export const nvidiaRevenueBySegment = defineChart({
  slug: 'nvidia-revenue-by-segment',
  name: 'Nvidia’s revenue by market platform',
  section: 'revenue',
  question: 'Where does Nvidia’s revenue come from?',
  datasets: ['nvidia-revenue'],
  choices: {
    split: choice('Split', [
      { value: 'platforms', label: 'Five platforms' },
      { value: 'data-center', label: 'Within data center' },
    ]),
  },
  build: async (orm, { split }) => {
    const segments: readonly Segment[] =
      split === 'data-center' ? ['compute', 'networking'] : PLATFORMS;
    const all = await listNvidiaRevenue(orm, { segments });
    // From FY2027 only data center goes on; a stack of one would look like a collapse.
    const last = all.findLast((row) => row.segment !== 'data-center')?.period_end ?? '';
    // A column that lacks a platform would read as a fall; such quarters stay blank.
    const isWhole = (quarter: string) =>
      all.filter((row) => row.fiscal_quarter === quarter).length === segments.length;
    const series = toSeries(
      all.filter((row) => row.period_end <= last && isWhole(row.fiscal_quarter)),
      segments,
    );
    const newest = series.flatMap((one) => getLastPoint(one) ?? []);
    const sum = newest.reduce((total, { value }) => total + value, 0);
    const first = newest[0];
    return {
      title:
        split === 'data-center'
          ? 'Nvidia’s data-center revenue: compute and networking'
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
        notes: [
          'The scheme ended with Q4 FY26. Quarters for which not every part could be confirmed are left blank.',
        ],
      },
      reading: [
        'Market platforms are not the reportable segments “Compute & Networking” and “Graphics” of the filings. Compute and networking are parts of data center.',
        'Sales for crypto mining sat in gaming and OEM in FY2018, FY2019 and FY2022.',
        FISCAL,
      ],
      asOf: last,
      trends: { ...REVENUE_TRENDS, stacks: ['absolute', 'percent', 'none'] },
    };
  },
});

export const nvidiaRecastPlatforms = defineChart({
  slug: 'nvidia-recast-platforms',
  name: 'Nvidia’s platforms since FY2027',
  section: 'revenue',
  question: 'What does Nvidia report since FY2027?',
  datasets: ['nvidia-revenue'],
  choices: {
    basis: choice('Basis', [
      { value: 'recast-q2-fy27', label: 'As recast in Q2 FY27' },
      { value: 'as-first-reported', label: 'As first reported' },
    ]),
  },
  build: async (orm, { basis }) => {
    const segments: readonly Segment[] = [
      'hyperscale',
      'ai-clouds-industrial-enterprise',
      'edge-computing',
    ];
    const isFirst = basis === 'as-first-reported';
    const [first, recast] = await Promise.all([
      listNvidiaRevenue(orm, { basis: 'as-first-reported', segments }),
      listNvidiaRevenue(orm, { basis: 'recast-q2-fy27', segments }),
    ]);
    const [rows, others] = isFirst ? [first, recast] : [recast, first];
    const { series, sentence } = markRestated(
      toSeries(rows, segments),
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
        notes: [
          'Quarters that Nvidia did not give on this basis are left blank.',
          ...(sentence ? [sentence] : []),
        ],
      },
      reading: [
        'From Q1 FY27 Nvidia reports data center in two parts, hyperscale and the rest, and puts gaming, visualization, automotive and OEM together as edge computing. In Q2 FY27 one customer moved to hyperscale and earlier quarters were recast. The two bases are never mixed.',
        FISCAL,
      ],
      asOf: last?.period_end ?? '',
      trends: { ...REVENUE_TRENDS, stacks: ['absolute', 'percent', 'none'] },
    };
  },
});
