/**
 * `npm run rehearse`: an invented month is added to a copy of today's `data/`, and
 * everything that shows newest figures has to follow by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listKeyFigures } from '@/catalog/key-figures';
import { getPublishedChart } from '@/catalog/published';
import { search } from '@/catalog/search';
import { isTime, listFigures } from '@/charts/model';
import { datasets } from '@/data/datasets';
import { wordProblem } from '@/data/wording';
import { openTracker } from '@/db/connection';
import { ingest } from '@/db/ingest';
import { listSources } from '@/db/queries/names';
import { answerChart } from '@/exports/chart-answer';
import { getArticleView } from '@/subjects/article/article-view';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { marketShare } from '@/subjects/share/market-share';
import { getVendorView } from '@/subjects/vendors/vendor-view';
import { formatValue } from '@/units/format-value';
import { formatPeriod, formatPeriodLong } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { testAnyData } from './any-data';
import { inventMonth } from './invent-month';

const LIVE = resolve('data');
const work = mkdtempSync(join(tmpdir(), 'tracker-rehearsal-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const whole = join(work, 'whole');
const month = inventMonth(LIVE, whole, 'startups');

describe('the data check', () => {
  async function listProblems(color: string) {
    const dataDirectory = join(work, `color-${color}`);
    inventMonth(LIVE, dataDirectory, color);
    const databaseFile = join(work, 'unwritten.sqlite');
    const { problems } = await ingest({ datasets, dataDirectory, databaseFile, write: false });
    return problems.map(wordProblem);
  }

  it.each([
    ['none', '', /^vendors\.csv, line \d+, color: .*(blank|empty|missing)/i],
    ['one that nobody mixed', 'polka-dots', /^vendors\.csv, line \d+, color: "polka-dots"/],
    ['gray', 'other', /^vendors\.csv, line \d+, color: .*rehearsal-silicon.* gray/],
  ])('names the vendor’s line when its color is %s, and nothing else', async (_, color, says) => {
    const problems = await listProblems(color);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });
});

describe('with a month more', () => {
  testAnyData(() => whole);

  it.each(['nvidia-data-center-revenue', 'nvidia-data-center-share-of-revenue'])(
    '%s goes on to the new quarter',
    async (slug) => {
      const { view } = await getChartView(openTracker(), getPublishedChart(slug)!);
      expect(view.asOf).toBe(month.fiscal.end);
      const [lead] = view.summary.split('. ');
      expect(lead).toContain(formatPeriod(month.fiscal.label));
      expect(view.summary).not.toContain(formatPeriod(month.fiscal.before));
    },
  );

  it('tells the new revenue in sentence, key figure, file and file’s name', async () => {
    const tracker = openTracker();
    const { end, dataCenter } = month.fiscal;
    const value = formatValue(dataCenter, 'USD millions');
    const chart = getPublishedChart('nvidia-data-center-revenue')!;
    expect((await getChartView(tracker, chart)).view.summary).toContain(value);
    const figures = await listKeyFigures(tracker);
    expect(figures.map(({ period }) => period)).toContain(formatPeriodLong(month.fiscal));
    const file = { slug: chart.slug, extension: 'csv' };
    const request = new Request(`http://localhost/charts/${chart.slug}.csv`);
    const answer = await answerChart(request, tracker, file);
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`-(fy)?${end.slice(0, 4)}`, 'i'),
    );
    expect(await answer.text()).toContain(String(dataCenter));
  });

  it.each(Object.entries(month.markets))('%s goes on to %s', async (market, quarter) => {
    const { view } = await getChartView(openTracker(), marketShare, { market });
    expect(view.asOf).toBe(quarter);
    expect(view.summary.split('. ')[0]).toContain(formatPeriod(quarter));
    if (!isTime(view.model)) throw new Error('Shares are a picture over time.');
    const added = view.model.series.find(({ id }) => id === month.vendor.vendor);
    expect(added?.label).toBe(month.vendor.name);
    expect(added?.color).not.toBe('other');
  });

  it('offers and ranks the new edition', async () => {
    const list = month.edition.edition;
    const { view, corrections } = await getChartView(openTracker(), acceleratorHolders, { list });
    expect(corrections).toEqual([]);
    expect(listFigures(view.model).length).toBeGreaterThan(0);
    expect(view.asOf).toBe(month.edition.day);
    const offered = view.offered.find(({ name }) => name === 'list')!.options;
    expect(new Set(offered.map(({ label }) => label)).size).toBe(offered.length);
  });

  it('draws the revenue of a company whose fiscal year is its own', async () => {
    const chart = getPublishedChart('data-center-revenue-by-vendor')!;
    const { view } = await getChartView(openTracker(), chart);
    if (!isTime(view.model)) throw new Error('Revenue is a picture over time.');
    const added = view.model.series.find(({ id }) => id === month.vendor.vendor);
    const reported = added?.points.flatMap((point) => point.reported ?? []);
    expect(reported).toMatchObject([{ label: month.fiscal.label }]);
    expect(reported?.[0]?.end).not.toBe(month.fiscal.end);
  });

  it('shows the new market, and the new claim with its answer and its name', async () => {
    const tracker = openTracker();
    const { view, corrections } = await getChartView(tracker, marketShare, {
      market: month.market,
    });
    expect(corrections).toEqual([]);
    expect(listFigures(view.model).length).toBeGreaterThan(0);
    const { claims } = await getArticleView(tracker, getPublishedChart);
    const claim = claims.find(({ row }) => row.claim === month.claim);
    expect(claim?.today).toMatchObject([{ label: 'Its share', value: '1%' }]);
    expect(claim?.says).toContainEqual({
      text: 'Rehearsal Works',
      href: `/vendors/${month.vendor.vendor}`,
    });
  });

  it('has a page for the vendor and finds its chip and the document', async () => {
    const tracker = openTracker();
    const { vendor, chip, source } = month;
    expect(JSON.stringify(await getVendorView(tracker, vendor.vendor))).toContain(chip.name);
    expect(JSON.stringify(await search(tracker.orm, chip.name, []))).toContain(
      `/chips/${chip.chip}`,
    );
    expect(await listSources(tracker.orm, [source.source])).toMatchObject([source]);
  });
});
