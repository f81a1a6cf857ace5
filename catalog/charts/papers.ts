/** Chips named in AI papers, one edition of the index at a time. */

import { alignSeries } from '@/charts/align-series';
import { getShade, getVendorColour } from '@/charts/colours';
import { getLastPoint, hasValue, type Point, type Series } from '@/charts/model';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { listChips } from '@/db/queries/chips';
import { getChipNames, getVendorNames } from '@/db/queries/names';
import { listPaperCounts, listPaperEditions, type PaperRow } from '@/db/queries/papers';
import { formatValue } from '@/units/format-value';
import { formatDate, formatPeriod, parsePeriod } from '@/units/period';
import { toEvidenceHref, toRowsHref } from '../evidence-address';
import { toFigureKind } from '../figure-kind';
import { type Choice, choice } from '../parameters';
import { defineChart } from '../published-chart';
import { describeChange, joinSentences } from '../sentences';

export const edition: Choice = {
  label: 'Edition',
  control: 'links',
  list: async (orm) =>
    (await listPaperEditions(orm)).map((row) => ({
      value: row.edition,
      label: formatDate((row.data_as_of ?? row.published_on ?? row.edition).slice(0, 7)),
    })),
};

export const PAPERS_READING = [
  'The State of AI Compute Index counts open-source AI papers that cite the use of a chip. A paper that names two chips counts for both, and chips the index does not list are not in it: these are mentions, not distinct papers.',
  'The current year of each edition is extrapolated by the publisher: it is drawn hollow and dashed. Later editions revise it. Editions are never added together.',
];

export const PROJECTED = 'Dashed: the publisher’s projection of an unfinished year.';

/** Yearly points; the index also prints part-years, which are other samples. */
export function toYearlyPoints(rows: readonly PaperRow[]): Point[] {
  return rows
    .filter(({ period }) => /^\d{4}$/.test(period))
    .map((row) => ({
      period: parsePeriod(row.period)!,
      value: row.papers,
      kind: toFigureKind(row.kind),
      source: row.source,
      note: row.note,
      evidence: toEvidenceHref(chipUsageInPapers, row),
    }));
}

// Groups that hold no other series of the picture; single startups are in `startups`.
const VENDOR_TOTALS = ['nvidia', 'google', 'apple', 'amd', 'huawei', 'startups', 'asic', 'fpga'];

export function isVendorTotal({ series, vendor }: PaperRow): boolean {
  const isOwnSeries = series === vendor || vendor === 'huawei';
  return isOwnSeries && VENDOR_TOTALS.includes(vendor);
}

export const papersByVendor = defineChart({
  slug: 'papers-by-vendor',
  name: 'AI papers by chip vendor',
  section: 'papers',
  question: 'Whose chips do AI papers use?',
  datasets: ['chip-usage-in-papers'],
  choices: {
    edition,
  },
  build: async (orm, { edition: slug = '' }) => {
    const [rows, names] = await Promise.all([listPaperCounts(orm, slug), getVendorNames(orm)]);
    const totals = rows.filter(isVendorTotal);
    const series = VENDOR_TOTALS.flatMap((vendor): Series[] => {
      const points = toYearlyPoints(totals.filter((row) => row.vendor === vendor));
      const label = vendor === 'huawei' ? 'Huawei Ascend 910' : (names.get(vendor) ?? vendor);
      const colour = getVendorColour(vendor);
      return points.length > 0 ? [{ id: vendor, label, colour, points }] : [];
    });
    const nvidia = series.find(({ id }) => id === 'nvidia');
    const ratio = nvidia ? toRatio(nvidia, series) : null;
    return {
      title: 'AI papers that name a chip, by vendor',
      subtitle: 'Papers per year (mentions)',
      summary: joinSentences(
        nvidia ? describeChange(nvidia, 'papers', 'Papers naming Nvidia chips') : null,
        ratio,
      ),
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
      asOf: nvidia ? (getLastPoint(nvidia)?.period.label ?? '') : '',
      trends: { growth: true, scales: ['log', 'linear'], stacks: ['none', 'percent'] },
    };
  },
});

function toRatio(nvidia: Series, series: readonly Series[]): string | null {
  const last = nvidia.points.findLast((point) => hasValue(point) && point.kind === 'measured');
  if (!last?.value) return null;
  const others = series
    .filter(({ id }) => id !== 'nvidia')
    .flatMap(({ points }) => points.filter(({ period }) => period.label === last.period.label))
    .reduce((sum, { value }) => sum + (value ?? 0), 0);
  if (others === 0) return null;
  return `In ${formatPeriod(last.period.label)}, the last full year, that was ${formatValue(last.value / others, 'times')} all others together.`;
}

export const papersByNvidiaChip = defineChart({
  slug: 'papers-by-nvidia-chip',
  name: 'AI papers by Nvidia chip',
  section: 'papers',
  question: 'Which Nvidia chip leads, and when?',
  datasets: ['chip-usage-in-papers', 'chips'],
  choices: {
    edition,
    chips: choice('Chips', [
      { value: 'data-centre', label: 'Data centre' },
      { value: 'other', label: 'Desktop and embedded' },
    ]),
  },
  build: async (orm, { edition: slug = '', chips: group }) => {
    const [rows, names, chips] = await Promise.all([
      listPaperCounts(orm, slug),
      getChipNames(orm),
      listChips(orm),
    ]);
    const forServers = new Set(
      chips.filter(({ kind }) => kind === 'datacenter-gpu').map(({ chip }) => chip),
    );
    const launched = new Map(chips.map(({ chip, launch_date }) => [chip, launch_date ?? '']));
    const nvidia = rows.filter(({ vendor, chip }) => vendor === 'nvidia' && chip !== null);
    const slugs = [...new Set(nvidia.map(({ chip }) => chip!))]
      .filter((chip) => forServers.has(chip) === (group === 'data-centre'))
      .sort((a, b) => launched.get(a)!.localeCompare(launched.get(b)!) || a.localeCompare(b));
    const series = slugs.map(
      (chip, index): Series => ({
        id: chip,
        label: names.get(chip) ?? chip,
        colour: getShade('nvidia', index),
        points: toYearlyPoints(nvidia.filter((row) => row.chip === chip)),
      }),
    );
    return {
      title: `AI papers by Nvidia chip: ${group === 'data-centre' ? 'data centre' : 'desktop and embedded'}`,
      subtitle: 'Papers per year (mentions)',
      summary: describeLeaders(series),
      model: {
        shape: 'lines',
        unit: 'papers',
        scale: 'linear',
        axis: 'from-zero',
        series: alignSeries(series),
        notes: [PROJECTED],
      },
      reading: [
        ...PAPERS_READING,
        'Several chips share a series in the source: H100 and H200, the Blackwell chips, Titan cards, Jetson modules.',
      ],
      asOf:
        series
          .map((one) => getLastPoint(one)?.period.label ?? '')
          .sort()
          .at(-1) ?? '',
      trends: { growth: true, scales: ['linear', 'log'], stacks: ['none', 'percent'] },
    };
  },
});

/** "V100 led from 2018 to 2022, A100 from 2023 to 2025." */
function describeLeaders(series: readonly Series[]): string {
  const leaders = new Map<string, { label: string; value: number }>();
  for (const { label, points } of series) {
    for (const { period, value } of points.filter(hasValue)) {
      const before = leaders.get(period.label);
      if (!before || value > before.value) leaders.set(period.label, { label, value });
    }
  }
  const runs: { label: string; from: string; to: string }[] = [];
  for (const [year, { label }] of [...leaders].sort()) {
    const run = runs.at(-1);
    if (run?.label === label) run.to = year;
    else runs.push({ label, from: year, to: year });
  }
  const parts = runs.map(({ label, from, to }) =>
    from === to ? `${label} in ${from}` : `${label} from ${from} to ${to}`,
  );
  return parts.length > 0 ? `Most named: ${parts.join(', ')}.` : 'There is no figure.';
}

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
        note: 'Computed from the counts by vendor.',
        evidence: toRowsHref(chipUsageInPapers, { edition: slug, period: point.period.label }),
      };
    });
    const series: Series[] = [{ id: 'nvidia', label: 'Nvidia', colour: 'nvidia', points }];
    return {
      title: 'Nvidia’s share of chip mentions in AI papers',
      subtitle: '% of the mentions of all vendors that the index follows',
      summary: describeChange(series[0]!, '%', 'Nvidia’s share of mentions') ?? '',
      model: {
        shape: 'lines',
        unit: '%',
        scale: 'linear',
        axis: 'share',
        series: alignSeries(series),
        notes: ['Computed from the counts by vendor; not published as such.', PROJECTED],
      },
      reading: PAPERS_READING,
      asOf: points.at(-1)?.period.label ?? '',
      trends: {},
    };
  },
});
