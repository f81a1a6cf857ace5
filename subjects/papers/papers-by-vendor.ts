/** Papers that name a chip, by the chip’s vendor, and Nvidia against all of them. */

import { toRowsHref } from '@/address/links';
import { hasValue, type Point, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { getVendorLooks } from '@/db/queries/names';
import { isFirm, toWeakestKind } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { describeChange, joinSentences, toCaution } from '@/views/sentences';
import {
  editionChoice,
  isVendorTotal,
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
  choices: {
    edition: editionChoice,
  },
  build: async (orm, { edition: slug = '' }) => {
    const [rows, lookOf] = await Promise.all([listPaperCounts(orm, slug), getVendorLooks(orm)]);
    const totals = rows.filter(isVendorTotal);
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
        notes: [PROJECTED],
      },
      reading: [
        ...PAPERS_READING,
        'Huawei has one series only, the Ascend 910. “Startups” are the five or six that the index follows together.',
      ],
      trends: { growth: true, scales: ['log', 'linear'], stacks: ['none', 'percent'] },
    };
  },
});

function toRatio(nvidia: Series, series: readonly Series[]): string | null {
  const last = nvidia.points.findLast((point) => hasValue(point) && isFirm(point.kind));
  if (!last?.value) return null;
  const others = series
    .filter(({ id }) => id !== 'nvidia')
    .flatMap(({ points }) => points.filter(({ period }) => period.label === last.period.label))
    .reduce((sum, { value }) => sum + (value ?? 0), 0);
  if (others === 0) return null;
  return `In ${formatPeriod(last.period.label)}, the last year that is no projection, that was ${formatValue(last.value / others, 'times')} all others together.`;
}

export const nvidiaShareOfPapers = defineChart({
  slug: 'nvidia-share-of-papers',
  name: 'Nvidia’s share of chip mentions in AI papers',
  section: 'papers',
  question: 'How much of AI research runs on Nvidia?',
  datasets: [chipUsageInPapers],
  choices: { edition: editionChoice },
  build: async (orm, { edition: slug = '' }) => {
    const points = compareNvidia(await listPaperCounts(orm, slug), slug, (own, others) => ({
      value: own.papers + others > 0 ? (own.papers / (own.papers + others)) * 100 : null,
      note: joinSentences('Computed from the counts by vendor.', toCaution(own.note)),
    }));
    const series = alignSeries([{ id: 'nvidia', label: 'Nvidia', color: 'nvidia', points }]);
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
        series,
        notes: [COMPUTED, PROJECTED],
      },
      reading: PAPERS_READING,
      trends: {},
    };
  },
});

export const nvidiaToOthersInPapers = defineChart({
  slug: 'nvidia-to-others-in-papers',
  name: 'Nvidia against all others in AI papers',
  section: 'papers',
  question: 'How many times all the others is Nvidia?',
  datasets: [chipUsageInPapers],
  choices: { edition: editionChoice },
  build: async (orm, { edition: slug = '' }) => {
    const points = compareNvidia(await listPaperCounts(orm, slug), slug, (own, others) => ({
      value: others > 0 ? own.papers / others : null,
      note: null,
    }));
    const series = alignSeries([
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
        notes: [COMPUTED, PROJECTED],
      },
      reading: [
        ...PAPERS_READING,
        'A falling multiple can go with a rising count: it falls when the others grow faster.',
      ],
      trends: { scales: ['linear', 'log'] },
    };
  },
});

const COMPUTED = 'Computed from the counts by vendor; not published as such.';

/** What becomes of Nvidia's count of each year and the sum of all other vendors' that year. */
function compareNvidia(
  rows: readonly PaperRow[],
  edition: string,
  compute: (own: PaperRow, others: number) => Pick<Point, 'value' | 'note'>,
): Point[] {
  const totals = rows.filter(isVendorTotal);
  return totals
    .filter(({ vendor }) => vendor === 'nvidia')
    .flatMap((row) => {
      const others = totals
        .filter(({ period, vendor }) => period === row.period && vendor !== 'nvidia')
        .reduce((sum, { papers }) => sum + papers, 0);
      return toYearlyPoints([row]).map((point) => ({
        ...point,
        ...compute(row, others),
        kind: toWeakestKind([{ kind: 'derived' }, point]),
        evidence: toRowsHref(chipUsageInPapers, { edition, period: row.period }),
      }));
    });
}
