/** Chips sold by quarter, of one designer chip by chip or of all designers, as Epoch AI models them. */

import { groups, sum } from 'd3-array';
import { type Choice, choice } from '@/address/choices';
import { toDatasetHref, toEvidenceHref } from '@/address/links';
import { getCategoryColor } from '@/charts/colors';
import { hasValue, type Point, type Series, type TimeMark } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { foldSmall } from '@/charts/transform/values';
import { chipSales } from '@/data/chip-sales/contract';
import { chips } from '@/data/chips/contract';
import { listEditionsOf } from '@/db/queries/editions';
import { getChipNames, getVendorLooks } from '@/db/queries/names';
import { formatDate, formatPeriod, parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { toSeriesBy } from '@/views/row-figures';
import { describeLeaders, joinNames, joinSentences, listLastValues } from '@/views/sentences';
import { type ChipSaleRow, listChipSales, listSalesDesigners } from './queries';

/** Designers side by side instead of one designer's chips. */
const ALL_DESIGNERS = 'all';

const designers: Choice = {
  label: 'Designer',
  dataset: 'vendors',
  control: 'select',
  preferred: 'nvidia',
  list: async (orm) => {
    const [slugs, lookOf] = await Promise.all([listSalesDesigners(orm), getVendorLooks(orm)]);
    return [
      { value: ALL_DESIGNERS, label: 'All designers' },
      ...slugs.map((value) => ({ value, label: `${lookOf(value).label}, by chip` })),
    ];
  },
};

export const chipsSold = defineChart({
  slug: 'chips-sold',
  name: 'AI chips sold by chip',
  section: 'share',
  question: 'Which AI chips are sold, and how many?',
  datasets: [chipSales, chips],
  choices: {
    designer: designers,
    unit: choice('Unit', { h100e: 'H100-equivalents', units: 'Chips' }),
  },
  editions: listEditionsOf(chipSales),
  build: async (orm, { designer = '', unit = '', edition = '' }) => {
    const [rows, names, lookOf] = await Promise.all([
      listChipSales(orm, edition),
      getChipNames(orm),
      getVendorLooks(orm),
    ]);
    const measure = unit === 'units' ? 'units' : 'h100e';
    const isWhole = designer === ALL_DESIGNERS;
    const common = isWhole ? findCommonQuarters(rows) : null;
    const own = rows.filter(({ vendor, period }) =>
      common ? period >= common.from && period <= common.to : vendor === designer,
    );
    const series = alignSeries(
      isWhole ? sumByDesigner(own, measure, lookOf) : toChipSeries(own, measure, names),
    );
    const of = isWhole ? 'all designers' : lookOf(designer).label;
    const what = measure === 'units' ? 'chips' : 'H100-equivalents';
    const missing = common ? listMissing(series, common) : [];
    return {
      title: `AI chips sold by ${of}${isWhole ? '' : ', by chip'}`,
      subtitle: `${measure === 'units' ? 'Chips' : 'H100-equivalents'} per quarter, medians of a model by Epoch AI, edition of ${formatDate(edition)}`,
      summary: joinSentences(
        describeNewest(series, what),
        describeLeaders(series, 'Most sold'),
        ...missing.map(({ label, last }) => `${label} is estimated to ${last} only.`),
      ),
      origin: 'Epoch AI',
      caveat: isWhole ? LEFT_OUT : null,
      model: {
        shape: 'stacked-columns',
        unit: measure === 'units' ? 'accelerators' : 'H100-equivalents',
        scale: 'linear',
        axis: 'from-zero',
        parts: 'any',
        series,
        marks: missing.map(({ mark }) => mark),
        notes: [
          ...(isWhole ? [] : noteIncomplete(series)),
          ...missing.map(
            ({ label, last }) =>
              `Without ${label} after ${last}, of which no estimate was published: later quarters are not whole, and shares of others too high.`,
          ),
          ...noteHoles(series),
          ...(common ? noteOutside(rows, common) : []),
        ],
      },
      reading: [
        'Each figure is the median of a model, with its 5th and 95th percentile as a band where chips are lines. Medians may be added up, their ranges may not: sums have none.',
        'H100-equivalents count a chip by its peak 8-bit speed (dense) against an H100. Counts of chips give an H20 or a TPU the weight of a B300.',
        'H100 and H200 are one series in the source; B200 and B300 include GB200 and GB300; Trainium1 includes Inferentia2.',
        'An edition revises the one before and is never joined with it.',
        LEFT_OUT,
        'Nvidia’s units rest on its revenue: to compare them with its revenue is partly circular.',
      ],
      trends: {
        sums: !isWhole,
        growth: true,
        scales: ['linear', 'log'],
        stacks: ['absolute', 'percent', 'none'],
      },
    };
  },
});

const LEFT_OUT =
  'Microsoft, Meta, Intel, Alibaba, Baidu, Cerebras and Groq are not in the model: no sum is the whole market.';

type Measure = 'units' | 'h100e';

/** A chip's figure with its range. */
function toPoint(row: ChipSaleRow, measure: Measure): Point {
  return {
    period: parsePeriod(row.period)!,
    value: row[measure],
    low: row[`${measure}_low`],
    high: row[`${measure}_high`],
    ...toOrigin([row]),
  };
}

/** A series a chip, in the order of the first sale. */
function toChipSeries(
  rows: readonly ChipSaleRow[],
  measure: Measure,
  names: ReadonlyMap<string, string>,
): Series[] {
  const series = toSeriesBy(rows, {
    by: ({ chip }) => chip,
    look: (chip) => ({ label: shortenName(names.get(chip) ?? chip), color: 'other' }),
    toPoint: (row) => toPoint(row, measure),
  });
  return colorBySize(foldSmall(series, { most: 6, label: 'Others together' })).map(setApart);
}

/** What a figure says of the rows that it is made of, the last of which it leads to. */
function toOrigin(rows: readonly ChipSaleRow[]) {
  const row = rows.at(-1)!;
  return {
    kind: 'modeled' as const,
    source: row.source,
    note: rows.length > 1 ? `Sum of the medians of ${rows.length} chips.` : row.note,
    evidence: toEvidenceHref(chipSales, row),
    ...(rows.some(({ quarter }) => quarter === 'part') && { isUnfinished: true }),
  };
}

/** A series a designer, of sums without ranges; the largest first. */
function sumByDesigner(
  rows: readonly ChipSaleRow[],
  measure: Measure,
  lookOf: Awaited<ReturnType<typeof getVendorLooks>>,
): Series[] {
  return groups(
    rows,
    ({ vendor }) => vendor,
    ({ period }) => period,
  )
    .map(([vendor, periods]) => ({
      id: vendor,
      ...lookOf(vendor),
      points: periods.map(([period, own]) => ({
        period: parsePeriod(period)!,
        value: sum(own, (row) => row[measure]),
        ...toOrigin(own),
      })),
    }))
    .toSorted((a, b) => getPeak(b) - getPeak(a));
}

const getPeak = ({ points }: Series): number => Math.max(...points.map(({ value }) => value ?? 0));

/** Colors by size, so that the best sold are told apart first; order stays that of the first sale. */
function colorBySize(series: readonly Series[]): Series[] {
  const bySize = series.toSorted((a, b) => getPeak(b) - getPeak(a)).map(({ id }) => id);
  return series.map((one) => ({ ...one, color: getCategoryColor(bySize.indexOf(one.id)) }));
}

/** "H100/H200" for "H100 or H200", "B300" for "B300 (Blackwell Ultra)": among its designer’s own. */
const shortenName = (name: string): string =>
  name.replace(/ \(.*\)$/, '').replaceAll(/ (and|or) /g, '/');

/** No line leads to an incomplete quarter or away from it: it would be a fall, or a rise. */
function setApart(series: Series): Series {
  const points = series.points.map((point, index): Point => {
    const isApart = point.isUnfinished || series.points[index - 1]?.isUnfinished;
    return isApart ? { ...point, startsAnew: true } : point;
  });
  return { ...series, points };
}

interface Quarters {
  readonly from: string;
  readonly to: string;
  /** How many designers are known in the first. */
  readonly count: number;
}

/**
 * From the first quarter that is whole of as many designers as any other, to the newest whole
 * one: before it, a sum would be of fewer.
 */
function findCommonQuarters(rows: readonly ChipSaleRow[]): Quarters {
  const whole = rows.filter(({ quarter }) => quarter === 'whole');
  const known = groups(whole, ({ period }) => period)
    .map(([period, own]) => ({ period, count: new Set(own.map(({ vendor }) => vendor)).size }))
    .toSorted((a, b) => a.period.localeCompare(b.period));
  const most = Math.max(...known.map(({ count }) => count));
  const first = known.find(({ count }) => count === most);
  return { from: first?.period ?? '', to: known.at(-1)?.period ?? '', count: most };
}

interface Missing {
  readonly label: string;
  /** The last quarter with a figure, in words. */
  readonly last: string;
  /** A rule from which on the designer is missing. */
  readonly mark: TimeMark;
}

/** Designers of which the newest quarters have no estimate. */
function listMissing(series: readonly Series[], { to }: Quarters): Missing[] {
  return series.flatMap(({ label, short = label, points }) => {
    const last = points.findLast(hasValue)?.period;
    const next = series
      .flatMap((one) => one.points)
      .find(({ period }) => last && period.start > last.end)?.period;
    if (!last || !next || last.label === to) return [];
    const title = `No estimate of ${label} after ${formatPeriod(last.label)}`;
    const mark = {
      date: parsePeriod(next.start)!,
      label: `without ${short}`,
      title,
      href: toDatasetHref('chip-sales'),
    };
    return [{ label, last: formatPeriod(last.label), mark }];
  });
}

function noteIncomplete(series: readonly Series[]): string[] {
  const open = series.flatMap(({ points }) => points.filter(({ isUnfinished }) => isUnfinished));
  const labels = [...new Set(open.map(({ period }) => formatPeriod(period.label)))];
  return labels.length === 0
    ? []
    : [`Pale and dashed: ${joinNames(labels)}, of which only some weeks are estimated.`];
}

/** Quarters between a chip's first and last of which nothing was estimated. */
function noteHoles(series: readonly Series[]): string[] {
  return series.flatMap(({ label, points }) => {
    const holes = points.filter((point) => !hasValue(point));
    const quarters = joinNames(holes.map(({ period }) => formatPeriod(period.label)));
    return holes.length === 0 ? [] : [`No estimate of ${label} for ${quarters}.`];
  });
}

/** What is known of other quarters, and not drawn. */
function noteOutside(rows: readonly ChipSaleRow[], { from, to, count }: Quarters): string[] {
  const later = rows.filter(({ period }) => period > to).map(({ period }) => period);
  const [incomplete] = later.sort();
  return [
    ...(rows.some(({ period }) => period < from)
      ? [`Begins in ${formatPeriod(from)}, the first quarter estimated of all ${count} designers.`]
      : []),
    ...(incomplete
      ? [`Not drawn: ${formatPeriod(incomplete)}, incomplete. Choose a designer to see it.`]
      : []),
  ];
}

/** "Q2 2026: B300 3.4m, B200 560,000 H100-equivalents." of the newest whole quarter. */
function describeNewest(series: readonly Series[], what: string): string | null {
  const isOver = (point: Point) => hasValue(point) && !point.isUnfinished;
  const newest = series
    .flatMap(({ points }) => points.filter(isOver).map(({ period: { label } }) => label))
    .sort()
    .at(-1);
  if (!newest) return null;
  const last = series.map((one) => ({
    ...one,
    points: one.points.filter(({ period }) => period.label === newest),
  }));
  return `${formatPeriod(newest)}: ${listLastValues(last, 'accelerators')} ${what}.`;
}
