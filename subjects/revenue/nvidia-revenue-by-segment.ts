/** Where Nvidia’s revenue came from, by the platforms reported up to FY2026. */

import { choice } from '@/address/choices';
import { getLastPoint } from '@/charts/model';
import { keepWhole } from '@/charts/transform/keep-whole';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { FISCAL, REVENUE_TRENDS, type Segment, toSegmentSeries } from './nvidia-segments';
import { listNvidiaRevenue } from './queries';

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
    const series = toSegmentSeries(
      all.filter((row) => row.period_end <= last),
      segments,
    );
    const newest = keepWhole(series, 'every').series.flatMap((one) => getLastPoint(one) ?? []);
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
