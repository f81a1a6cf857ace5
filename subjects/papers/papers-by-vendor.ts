/** Papers that name a chip, by the chip’s vendor, and Nvidia against all of them. */

import { hasValue, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { getVendorLooks } from '@/db/queries/names';
import { isFirm } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { describeChange, joinSentences } from '@/views/sentences';
import {
  editionChoice,
  isVendorTotal,
  listCountEditions,
  MENTIONS,
  PAPERS_READING,
  PROJECTED,
  toYearlyPoints,
  VENDOR_TOTALS,
} from './paper-counts';
import { listPaperCounts, type PaperRow } from './queries';

export const papersByVendor = defineChart({
  slug: 'papers-by-vendor',
  name: 'AI papers by chip vendor',
  section: 'papers',
  question: 'Whose chips do AI papers use?',
  datasets: [chipUsageInPapers],
  leads: ['/papers'],
  choices: {
    edition: editionChoice,
  },
  editions: listCountEditions,
  build: async (orm, { edition: slug = '' }) => {
    const [rows, lookOf] = await Promise.all([listPaperCounts(orm, slug), getVendorLooks(orm)]);
    const suspects = rows.filter(isVendorTotal).filter(isSuspectProjection);
    const totals = rows.filter((row) => isVendorTotal(row) && !suspects.includes(row));
    const series = VENDOR_TOTALS.flatMap((vendor): Series[] => {
      const points = toYearlyPoints(totals.filter((row) => row.vendor === vendor));
      const own = vendor === 'huawei' ? { label: 'Huawei Ascend 910' } : {};
      return points.length > 0 ? [{ id: vendor, ...lookOf(vendor), ...own, points }] : [];
    });
    const nvidia = series.find(({ id }) => id === 'nvidia');
    const ratio = nvidia ? toRatio(nvidia, series) : null;
    return {
      title: 'Chips named in AI papers, by vendor',
      subtitle: 'Mentions per year; a paper that names two chips counts twice',
      summary: joinSentences(
        nvidia ? describeChange(nvidia, 'papers', 'Mentions of Nvidia chips') : null,
        ratio,
      ),
      caveat: MENTIONS,
      model: {
        shape: 'lines',
        unit: 'papers',
        scale: 'log',
        axis: 'from-zero',
        series: alignSeries(series),
        notes: [
          PROJECTED,
          ...suspects.map(
            ({ vendor, period, note }) =>
              `Left out: the projection of ${lookOf(vendor).label} for ${period}. ${note}`,
          ),
        ],
      },
      reading: [
        ...PAPERS_READING,
        'Huawei has one series only, the Ascend 910. “Startups” are the five or six that the index follows together.',
      ],
      trends: { growth: true, scales: ['log', 'linear'], stacks: ['none', 'percent'] },
    };
  },
});

/** A projection that its publisher most likely misprinted: no figure bears it out. */
const isSuspectProjection = ({ kind, note }: PaperRow): boolean =>
  kind === 'projection' && note?.includes('Suspect: ') === true;

function toRatio(nvidia: Series, series: readonly Series[]): string | null {
  const last = nvidia.points.findLast((point) => hasValue(point) && isFirm(point.kind));
  if (!last?.value) return null;
  const others = series
    .filter(({ id }) => id !== 'nvidia')
    .flatMap(({ points }) => points.filter(({ period }) => period.label === last.period.label))
    .reduce((sum, { value }) => sum + (value ?? 0), 0);
  if (others === 0) return null;
  return `In ${formatPeriod(last.period.label)} that was ${formatValue(last.value / others, 'times')} all rivals combined.`;
}
