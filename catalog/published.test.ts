import { describe, expect, it, test } from 'vitest';
import { isTime, type Series } from '@/charts/model';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import { chooseSome } from '@/views/choose-cover-for-tests';
import { getPublishedChart, publishedCharts } from './published';
import { expectWholeView } from './whole-views-for-tests';

const tracker = openFrozenData();

/** Of one choice; `npm run test:all` asks for every option. */
const MOST_OPTIONS = 5;

describe.each(publishedCharts.map((chart) => [chart.slug, chart] as const))('%s', (_, chart) => {
  it('answers for every choice on offer, of many options some', async () => {
    const { view: initial } = await getChartView(tracker, chart);
    const queries = initial.offered.flatMap(({ name, options }) =>
      chooseSome(options, MOST_OPTIONS).map(({ value }) => ({ [name]: value })),
    );
    for (const query of [{}, ...queries]) {
      const { view, corrections } = await getChartView(tracker, chart, query);
      expect(corrections, JSON.stringify(query)).toEqual([]);
      expectWholeView(view);
    }
  });

  it('falls back to the default view, visibly, for a value nobody offers', async () => {
    const { view: initial } = await getChartView(tracker, chart);
    // Any words can be searched for.
    const closed = initial.offered.filter(({ control }) => control !== 'search');
    for (const { name, fallback } of closed) {
      const { view, corrections } = await getChartView(tracker, chart, { [name]: 'no-such' });
      const correction = corrections.find(({ parameter }) => parameter === name);
      expect(correction).toMatchObject({ found: 'no-such', used: fallback });
      if (fallback !== '') expect(correction?.allowed).toContain(fallback);
      expect(view.canonical).toEqual({});
    }
  });
});

describe('the figures the story begins with', () => {
  async function readFigure(
    slug: string,
    query: Record<string, string>,
    id: string,
    period: string,
  ) {
    const { view } = await getChartView(tracker, getPublishedChart(slug)!, query);
    if (view.model.shape === 'ranking')
      return view.model.entries.find((one) => one.id === id)?.value;
    if (!isTime(view.model)) throw new Error(`${slug} has no series.`);
    const series = view.model.series.find((one: Series) => one.id === id);
    return series?.points.find((point) => point.period.label === period)?.value;
  }

  test.each([
    [
      '95% of machine-learning GPUs',
      'market-share',
      { market: 'ml-gpu-newstreet' },
      'nvidia',
      '2023-Q1',
      95,
    ],
    [
      'over 21,000 papers in 2022',
      'papers-by-vendor',
      { edition: 'soai-2022-12' },
      'nvidia',
      '2022',
      21_452,
    ],
    ['$3.6bn in a quarter', 'nvidia-data-center-revenue', {}, 'data-center', 'FY2023-Q4', 3_616],
    [
      '5,400 A100 of Stability AI',
      'accelerator-holders',
      { list: 'soai-2022-11', chip: 'a100' },
      'stability-ai',
      '',
      5_408,
    ],
  ])('%s', async (_, slug, query, id, period, value) => {
    expect(await readFigure(slug, query as Record<string, string>, id, period)).toBe(value);
  });
});
