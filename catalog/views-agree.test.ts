/**
 * Whatever is asked of a chart over time: picture, table and words tell the same
 * figures, and the address of a view leads back to it.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHref } from '@/address/href';
import { first, type Query } from '@/address/parameters';
import { TREND_PARAMETERS } from '@/address/trends';
import { toTable } from '@/charts/kinds';
import { getLastPoint, hasValue, isTime, type Point, type TimeModel } from '@/charts/model';
import { drawForPage } from '@/charts/page-drawings';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { toPublished, toWeakestKind } from '@/units/figure-kind';
import { formatChange, formatValue } from '@/units/format-value';
import { showRows } from '@/units/table';
import { type ChartView, getChartView } from '@/views/chart-view';
import { isEverything } from '@/views/choose-cover-for-tests';
import { publishedCharts } from './published';

const tracker = openFrozenData();

const bounds = ['', 'latest', '2016', '2019', '2021-Q3', 'Q4 FY23', 'FY2025', '2024-06', 'soon'];
const ids = ['nvidia', 'amd', 'intel', 'google', 'data-center', 'gaming', 'a100', 'no-such'];
const oneOf = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const query = fc.record({
  market: oneOf('jpr-aib-desktop', 'ai-compute-shipped-epoch', 'top500-accelerated-systems'),
  shipments: oneOf('ai-chip-units-epoch', 'jpr-aib-desktop'),
  align: oneOf('fiscal', 'calendar'),
  by: oneOf('quarter', 'year', 'ttm', 'week'),
  view: oneOf('levels', 'growth-year', 'growth-quarter', 'index'),
  stack: oneOf('none', 'absolute', 'percent'),
  scale: oneOf('linear', 'log'),
  series: fc.option(
    fc.oneof(
      fc.subarray(ids).map((some) => some.join('~')),
      fc.subarray(ids),
    ),
    { nil: undefined },
  ),
  time: fc.option(
    fc.oneof(
      fc.tuple(fc.constantFrom(...bounds), fc.constantFrom(...bounds)),
      fc
        .tuple(fc.constantFrom(...bounds), fc.constantFrom(...bounds))
        .map(([from, to]) => `${from}..${to}`),
    ),
    { nil: undefined },
  ),
});

it('picture, table, summary and address agree for any parameters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...publishedCharts), query, async (chart, asked) => {
      const { view } = await getChartView(tracker, chart, asked as Query);
      expectAgreement(view);
      await expectSameAgain(view);
    }),
    { numRuns: isEverything ? 1000 : 80 },
  );
});

function expectAgreement({ model, drawable, summary }: ChartView) {
  if (!isTime(model)) return;
  const { wide, narrow } = drawForPage(drawable);
  const table = toTable(model).page;
  const figures = model.series.flatMap(({ points }) => points.filter(hasValue));
  for (const { value } of figures) expect(Number.isFinite(value)).toBe(true);
  expect(wide.hits).toHaveLength(figures.length);
  expect(narrow.hits).toHaveLength(figures.length);
  const [head, ...all] = table.columns;
  // What is computed of them for readers is no figure of the picture.
  const columns = all.filter(({ id }) => !id.endsWith('_change'));
  const cells = table.rows.flatMap((row) => columns.map((column) => column.read(row)));
  expect(cells.filter((value) => value !== null)).toHaveLength(figures.length);
  model.series.forEach((series, index) => {
    for (const { period, value, kind } of series.points) {
      const row = table.rows.find((one) => head?.read(one) === period.label);
      // A table says what files say: of what is computed six digits.
      expect(columns[index]?.read(row)).toBe(toPublished(value, kind));
    }
  });
  for (const text of [wide.svg, narrow.svg, summary]) {
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(wide.svg).toContain('role="img"');
  if (figures.length > 0) expectOwnFigure(summary, model);
}

/**
 * The words hold the newest figure of one of the series that is no projection, of a period that
 * was over or is not, or their sum, as the table writes it.
 */
function expectOwnFigure(summary: string, { series, unit }: TimeModel) {
  const pick = (isMeant: (point: Point) => boolean) =>
    series.flatMap((one) => {
      const points = one.points.filter((point) => point.kind !== 'projection' && isMeant(point));
      return getLastPoint({ ...one, points }) ?? getLastPoint(one) ?? [];
    });
  const last = pick(() => true);
  const over = pick(({ isUnfinished = false }) => !isUnfinished);
  const sum = last.reduce((all, { value }) => all + value, 0);
  const texts = [
    ...[...last, ...over].map(({ value, kind }) => formatValue(value, unit, kind)),
    formatValue(sum, unit, toWeakestKind(last)),
    ...[...last.map(({ value }) => value), sum].map((value) => formatChange(value, unit)),
  ];
  const isLeaders = /Most named|was named most/.test(summary);
  expect(isLeaders || texts.some((text) => summary.includes(text)), summary).toBe(true);
}

/** Read as an address, the view is the same view, needs no correction and cannot be shortened. */
async function expectSameAgain(view: ChartView) {
  const address = new URL(toHref('/', view.canonical), 'http://localhost');
  const read: Record<string, string> = Object.fromEntries(address.searchParams);
  const { view: again, corrections } = await getChartView(tracker, view.chart, read);
  expect(corrections).toEqual([]);
  expect(again.canonical).toEqual(view.canonical);
  expect(again.summary).toBe(view.summary);
  expect(show(again)).toEqual(show(view));
  expect(drawForPage(again.drawable)).toEqual(drawForPage(view.drawable));
}

const show = ({ model }: ChartView) => showRows(toTable(model).page);

it('a default that is spelt out changes nothing', async () => {
  for (const chart of publishedCharts) {
    const { view } = await getChartView(tracker, chart);
    const spelt = Object.fromEntries(view.offered.map(({ name, fallback }) => [name, fallback]));
    const { view: again, corrections } = await getChartView(tracker, chart, spelt);
    expect(corrections).toEqual([]);
    expect(drawForPage(again.drawable)).toEqual(drawForPage(view.drawable));
    expect(again.canonical).toEqual({});
  }
});

it.each(TREND_PARAMETERS)('%s is refused, visibly, where it makes no sense', async (parameter) => {
  const chart = publishedCharts.find(({ slug }) => slug === 'nvidia-data-center-share-of-revenue')!;
  const { corrections, view } = await getChartView(tracker, chart, { [parameter]: 'nonsense' });
  expect(corrections.map((one) => one.parameter)).toEqual([parameter]);
  expect(first(corrections[0]!.found)).toBe('nonsense');
  expect(view.canonical).toEqual({});
});
