import { describe, expect, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { nvidiaDataCenterRevenue } from '@/subjects/revenue/nvidia-data-center-revenue';
import { marketShare } from '@/subjects/share/market-share';
import { getChartView } from '@/views/chart-view';

const tracker = openFrozenData();
const market = 'jpr-aib-desktop';
const tell = async (query: Record<string, string>) =>
  (await getChartView(tracker, marketShare, query)).view;

describe('the title of a view', () => {
  it('is the editor’s finding in its mode, with figures of the data', async () => {
    const { finding, measure } = await tell({ market });
    expect(finding).toMatch(/^Nvidia ships \d+% of desktop graphics cards, up from a low of \d+%/);
    expect(measure).toMatch(/^Share of desktop graphics cards shipped/);
  });

  it.each<Record<string, string>>([{ events: 'on' }, { stack: 'percent' }])(
    'is the same with %j',
    async (drawn) => {
      expect(await tell({ market, ...drawn })).toMatchObject({
        finding: (await tell({ market })).finding,
      });
    },
  );

  it.each([
    ['a cut in time', { market, time: '2015-Q1..2020-Q4' }],
    ['some of the series', { market, series: 'amd' }],
    ['another market', { market: 'steam-survey-cards' }],
  ])('is not the finding for %s, and no longer than a title', async (_, query) => {
    const { finding, measure, title } = await tell(query);
    expect(finding).not.toContain('Nvidia ships');
    expect(finding.length).toBeLessThanOrEqual(Math.max(90, title.length));
    expect(`${finding} ${measure}`).toContain(title);
  });

  it('is not the finding where figures are summed or compared', async () => {
    const [own, ...others] = await Promise.all(
      [{}, { by: 'year' }, { view: 'growth-year' }].map(
        async (query) => (await getChartView(tracker, nvidiaDataCenterRevenue, query)).view.finding,
      ),
    );
    expect(own).toMatch(/^Nvidia’s quarterly data center revenue is \$/);
    for (const other of others) expect(other).not.toBe(own);
  });
});
