/** A chip with more prices than can be told apart one by one; made up. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listNotes, locate } from '@/charts/kinds';
import { findBands } from '@/charts/kinds/dated/bands';
import type { ChartModel } from '@/charts/model';
import { drawForPage } from '@/charts/page-drawings';
import { copyFrozenData } from '@/db/frozen-data-for-tests';
import { rentalPricesByChip } from '@/subjects/prices/rental-prices';
import { type ChartView, getChartView } from '@/views/chart-view';
import { showAddress } from './show-address';

/** Six hundred in twenty months, thirty in each, from 1.00 to 3.90 dollars. */
const { tracker, remove } = copyFrozenData(`
  DELETE FROM rental_prices WHERE chip = 'h100-sxm' AND term = 'on-demand';
  WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 599)
  INSERT INTO rental_prices
    (date, provider, provider_kind, chip, term, price_usd_per_hour, standing, source)
  SELECT
    (2023 + n / 30 / 12) || '-' || substr('0' || (n / 30 % 12 + 1), -2) || '-15',
    'Provider ' || (n % 30), 'gpu-cloud', 'h100-sxm', 'on-demand', 1 + (n % 30) / 10.0, 'verified',
    (SELECT source FROM sources ORDER BY source LIMIT 1)
  FROM numbers;
  UPDATE snapshot SET id = 'f00000000600';
`);
afterAll(remove);

const query = { chip: 'h100-sxm', term: 'on-demand' };
let view: ChartView;
let model: ChartModel & { readonly shape: 'scatter' };
beforeAll(async () => {
  ({ view } = await getChartView(tracker, rentalPricesByChip, query));
  if (view.model.shape !== 'scatter') throw new Error('Prices are no dots.');
  ({ model } = view as { model: typeof model });
});

test('six hundred prices are a band a month, and the words say so', () => {
  const bands = findBands(model)?.bands ?? [];
  expect(bands.map(({ period, count }) => [period.label, count]).slice(0, 2)).toEqual([
    ['2023-01', 30],
    ['2023-02', 30],
  ]);
  expect(bands).toHaveLength(20);
  expect(bands[0]?.spread).toMatchObject({ low: 1, high: 3.9, median: 2.45 });
  expect(view.subtitle).toContain('the middle half and the median over time');
  expect(listNotes(model).join(' ')).toMatch(
    /600 prices: bands hold the middle half of each month.*Single prices reach from \$1\.00 to \$3\.90; the files have all of them/,
  );
});

test('what is drawn and can be pointed at grows with the months, not with the prices', () => {
  const { wide } = drawForPage({ model, label: 'Prices' });
  expect(wide.hits.length).toBeLessThan(100);
  expect(wide.svg.length).toBeLessThan(30_000);
  expect(locate(model)(0, 600).period?.label).toBe('2023-01');
});

test('its page shows a few figures, and the rest by a link', async () => {
  const show = (more: string) =>
    showAddress(`/charts/rental-prices?chip=h100-sxm&term=on-demand${more}`);
  const countRows = (page: string) => page.match(/id="rental-prices-figures-\d+"/g)?.length ?? 0;
  const page = await show('');
  expect(countRows(page)).toBe(0);
  const opened = await show('&table=rental-prices');
  expect(countRows(opened)).toBeGreaterThan(0);
  expect(countRows(opened)).toBeLessThan(50);
  expect(opened).toMatch(/Show 500 of 600 rows/);
  const whole = await show('&table=rental-prices&rows=all');
  expect(countRows(whole)).toBe(500);
  expect(whole).toMatch(/All in the CSV file/);
});
