/** What Nvidia earns in the data center: by quarter, how fast it grows, its share of all revenue. */

import { toRowsHref } from '@/address/links';
import { getLastPoint, type Series } from '@/charts/model';
import { toGrowth } from '@/charts/transform/values';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { toWeakestKind } from '@/units/figure-kind';
import { formatChange, formatValue } from '@/units/format-value';
import { formatPeriodLong } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { describeChange, describeDoubling, joinSentences } from '@/views/sentences';
import {
  FISCAL,
  MELLANOX,
  REVENUE_TRENDS,
  toDataCenterSeries,
  toSegmentSeries,
} from './nvidia-segments';
import { listNvidiaRevenue } from './queries';

/** Nine quarters: the same season at both ends, two years apart. */
const TWO_YEARS = 9;

export const nvidiaDataCenterRevenue = defineChart({
  slug: 'nvidia-data-center-revenue',
  name: 'Nvidia’s data center revenue',
  section: 'revenue',
  question: 'How much does Nvidia earn in the data center?',
  datasets: [nvidiaRevenue],
  leads: ['/', '/revenue'],
  choices: {},
  build: async (orm) => {
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center'] });
    const series = toDataCenterSeries(rows);
    const growth = series[0] && getLastPoint(toGrowth(series[0], 'year'));
    const last = series[0] && getLastPoint(series[0]);
    return {
      title: 'Nvidia’s data center revenue',
      subtitle: 'US dollars per fiscal quarter, as reported',
      summary: joinSentences(
        last
          ? `Nvidia’s data center revenue was ${formatValue(last.value, 'USD millions')} in ${formatPeriodLong(last.period)}${growth ? `, ${formatChange(growth.value, '%')} from a year earlier` : ''}.`
          : null,
        series[0] ? describeChange(series[0], 'USD millions', 'Quarterly revenue') : null,
        series[0] ? describeDoubling(series[0], { most: TWO_YEARS }) : null,
      ),
      model: {
        shape: 'columns',
        unit: 'USD millions',
        scale: 'linear',
        axis: 'from-zero',
        isTitled: true,
        series,
        notes: [],
      },
      reading: [
        FISCAL,
        MELLANOX,
        'Doubling time is the average pace between the first and the last quarter named, as if growth had been even. Cut the time to choose another window.',
      ],
      trends: REVENUE_TRENDS,
    };
  },
});

export const nvidiaDataCenterShareOfRevenue = defineChart({
  slug: 'nvidia-data-center-share-of-revenue',
  name: 'Data center as a share of Nvidia’s revenue',
  section: 'revenue',
  question: 'How much of Nvidia is the data center?',
  datasets: [nvidiaRevenue],
  choices: {},
  build: async (orm) => {
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center', 'total'] });
    const [dataCenter, total] = toSegmentSeries(rows, ['data-center', 'total']);
    const totals = new Map(total?.points.map(({ period, value }) => [period.label, value]));
    const points = (dataCenter?.points ?? []).map((point) => {
      const whole = totals.get(point.period.label);
      return {
        ...point,
        value: whole && point.value !== null ? (point.value / whole) * 100 : null,
        kind: toWeakestKind([{ kind: 'derived' }, point]),
        note: 'Computed from data center and total revenue of the quarter.',
        evidence: toRowsHref(nvidiaRevenue, { fiscal_quarter: point.period.label }),
      };
    });
    const series: Series[] = [
      { id: 'data-center-share', label: 'Data center', color: 'nvidia', points },
    ];
    return {
      title: 'Data center as a share of Nvidia’s revenue',
      subtitle: '% of the company’s revenue, by fiscal quarter',
      summary: describeChange(series[0]!, '%', 'The data center’s share of Nvidia’s revenue') ?? '',
      model: {
        shape: 'lines',
        unit: '%',
        scale: 'linear',
        axis: 'share',
        isTitled: true,
        series,
        notes: ['Computed from reported data center and total revenue.'],
      },
      reading: [FISCAL, MELLANOX],
      trends: { align: true },
    };
  },
});
