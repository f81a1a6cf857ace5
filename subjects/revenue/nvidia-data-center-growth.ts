/** How fast Nvidia’s data-center revenue grows. */
import { hasValue } from '@/charts/model';
import { toGrowth } from '@/charts/transform/growth';
import { formatChange } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { MELLANOX, toSegmentSeries } from './nvidia-segments';
import { listNvidiaRevenue } from './queries';

export const nvidiaDataCenterGrowth = defineChart({
  slug: 'nvidia-data-center-growth',
  name: 'Growth of Nvidia’s data-center revenue',
  section: 'revenue',
  question: 'How fast does it grow?',
  datasets: ['nvidia-revenue'],
  choices: {},
  build: async (orm) => {
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center'] });
    const series = toSegmentSeries(rows, ['data-center']).map((one) => toGrowth(one, 'year'));
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
        isTitled: true,
        series,
        notes: ['Computed from the reported revenue of both quarters.'],
      },
      reading: [
        'Growth compares a quarter with the same quarter a year earlier, so seasons cancel out. It says nothing about the level: a fall in growth can be a record quarter.',
        MELLANOX,
      ],
      trends: { align: true },
    };
  },
});
