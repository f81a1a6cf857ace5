/** How many times all other vendors together Nvidia is, in AI papers. */

import { toRowsHref } from '@/address/evidence-address';
import { alignSeries } from '@/charts/align-series';
import type { Series } from '@/charts/model';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { toWeakestKind } from '@/units/figure-kind';
import { defineChart } from '@/views/published-chart';
import { describeChange } from '@/views/sentences';
import { edition, isVendorTotal, PAPERS_READING, PROJECTED, toYearlyPoints } from './paper-counts';
import { listPaperCounts } from './queries';

export const nvidiaToOthersInPapers = defineChart({
  slug: 'nvidia-to-others-in-papers',
  name: 'Nvidia against all others in AI papers',
  section: 'papers',
  question: 'How many times all the others is Nvidia?',
  datasets: ['chip-usage-in-papers'],
  choices: { edition },
  build: async (orm, { edition: slug = '' }) => {
    const rows = (await listPaperCounts(orm, slug)).filter(isVendorTotal);
    const nvidia = toYearlyPoints(rows.filter(({ vendor }) => vendor === 'nvidia'));
    const points = nvidia.map((point) => {
      const others = rows
        .filter(({ period, vendor }) => period === point.period.label && vendor !== 'nvidia')
        .reduce((sum, { papers }) => sum + papers, 0);
      const value = point.value !== null && others > 0 ? point.value / others : null;
      const evidence = toRowsHref(chipUsageInPapers, { edition: slug, period: point.period.label });
      const kind = toWeakestKind([{ kind: 'derived' }, point]);
      return { ...point, value, kind, evidence, note: null };
    });
    const series: Series[] = alignSeries([
      { id: 'nvidia-to-others', label: 'Nvidia to all others', color: 'nvidia', points },
    ]);
    return {
      title: 'Mentions of Nvidia chips in AI papers, for each of another vendor’s',
      subtitle: 'Mentions of Nvidia ÷ mentions of all other vendors together, per year',
      summary:
        describeChange(series[0]!, 'times', 'Nvidia’s multiple of all others') ??
        'There is no figure.',
      model: {
        shape: 'lines',
        unit: 'times',
        scale: 'linear',
        axis: 'from-zero',
        series,
        notes: ['Computed from the counts by vendor; not published as such.', PROJECTED],
      },
      reading: [
        ...PAPERS_READING,
        'A falling multiple can go with a rising count: it falls when the others grow faster.',
      ],
      trends: { scales: ['linear', 'log'] },
    };
  },
});
