/** What Nvidia earns in the data center, quarter by quarter. */
import { getLastPoint } from '@/charts/model';
import { toGrowth } from '@/charts/transform/growth';
import { formatChange, formatValue } from '@/units/format-value';
import { formatPeriodLong } from '@/units/period';
import { describeDoubling } from '@/views/doubling-time';
import { defineChart } from '@/views/published-chart';
import { describeChange, joinSentences } from '@/views/sentences';
import { FISCAL, MELLANOX, REVENUE_TRENDS, toSegmentSeries } from './nvidia-segments';
import { listNvidiaRevenue } from './queries';

/** Nine quarters: the same season at both ends, two years apart. */
const TWO_YEARS = 9;

export const nvidiaDataCenterRevenue = defineChart({
  slug: 'nvidia-data-center-revenue',
  name: 'Nvidia’s data-center revenue',
  section: 'revenue',
  question: 'How much does Nvidia earn in the data center?',
  datasets: ['nvidia-revenue'],
  choices: {},
  build: async (orm) => {
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center'] });
    const series = toSegmentSeries(rows, ['data-center']);
    const growth = series[0] && getLastPoint(toGrowth(series[0], 'year'));
    const last = series[0] && getLastPoint(series[0]);
    return {
      title: 'Nvidia’s data-center revenue',
      subtitle: 'US dollars per fiscal quarter, as reported',
      summary: joinSentences(
        last
          ? `Nvidia took ${formatValue(last.value, 'USD millions')} from data centers in ${formatPeriodLong(last.period)}${growth ? `, ${formatChange(growth.value, '%')} on the year` : ''}.`
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
