/** What Nvidia reports since FY2027, as first reported and as recast. */

import { choice } from '@/address/choices';
import { getLastPoint } from '@/charts/model';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { FISCAL, REVENUE_TRENDS, type Segment, toSegmentSeries } from './nvidia-segments';
import { listNvidiaRevenue } from './queries';
import { markRestated } from './restatements';

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
  },
});
