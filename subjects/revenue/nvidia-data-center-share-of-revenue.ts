/** How much of Nvidia is the data center. */

import { toRowsHref } from '@/address/evidence-address';
import type { Series } from '@/charts/model';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { toWeakestKind } from '@/units/figure-kind';
import { defineChart } from '@/views/published-chart';
import { describeChange } from '@/views/sentences';
import { FISCAL, MELLANOX, toSegmentSeries } from './nvidia-segments';
import { listNvidiaRevenue } from './queries';

export const nvidiaDataCenterShareOfRevenue = defineChart({
  slug: 'nvidia-data-center-share-of-revenue',
  name: 'Data center as a share of Nvidia’s revenue',
  section: 'revenue',
  question: 'How much of Nvidia is the data center?',
  datasets: ['nvidia-revenue'],
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
        note: 'Computed from data-center and total revenue of the quarter.',
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
        notes: ['Computed from reported data-center and total revenue.'],
      },
      reading: [FISCAL, MELLANOX],
      trends: { align: true },
    };
  },
});
