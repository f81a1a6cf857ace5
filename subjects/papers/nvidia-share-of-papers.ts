/** Nvidia’s part of all mentions that the index counts. */

import { toRowsHref } from '@/address/evidence-address';
import { alignSeries } from '@/charts/align-series';
import type { Series } from '@/charts/model';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { toWeakestKind } from '@/units/figure-kind';
import { toCaution } from '@/views/cautions';
import { defineChart } from '@/views/published-chart';
import { describeChange } from '@/views/sentences';
import { edition, isVendorTotal, PAPERS_READING, PROJECTED, toYearlyPoints } from './paper-counts';
import { listPaperCounts } from './queries';

export const nvidiaShareOfPapers = defineChart({
  slug: 'nvidia-share-of-papers',
  name: 'Nvidia’s share of chip mentions in AI papers',
  section: 'papers',
  question: 'How much of AI research runs on Nvidia?',
  datasets: ['chip-usage-in-papers'],
  choices: { edition },
  build: async (orm, { edition: slug = '' }) => {
    const rows = (await listPaperCounts(orm, slug)).filter(isVendorTotal);
    const nvidia = toYearlyPoints(rows.filter(({ vendor }) => vendor === 'nvidia'));
    const points = nvidia.map((point) => {
      const all = rows
        .filter(({ period }) => period === point.period.label)
        .reduce((sum, { papers }) => sum + papers, 0);
      return {
        ...point,
        value: point.value !== null && all > 0 ? (point.value / all) * 100 : null,
        kind: toWeakestKind([{ kind: 'derived' }, point]),
        note: ['Computed from the counts by vendor.', toCaution(point.note)]
          .filter(Boolean)
          .join(' '),
        evidence: toRowsHref(chipUsageInPapers, { edition: slug, period: point.period.label }),
      };
    });
    const series: Series[] = [{ id: 'nvidia', label: 'Nvidia', color: 'nvidia', points }];
    return {
      title: 'Nvidia’s share of chip mentions in AI papers',
      subtitle: '% of the mentions of all vendors that the index follows',
      summary: describeChange(series[0]!, '%', 'Nvidia’s share of mentions') ?? '',
      model: {
        shape: 'lines',
        unit: '%',
        scale: 'linear',
        axis: 'share',
        isTitled: true,
        series: alignSeries(series),
        notes: ['Computed from the counts by vendor; not published as such.', PROJECTED],
      },
      reading: PAPERS_READING,
      trends: {},
    };
  },
});
