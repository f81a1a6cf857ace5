import { expect, test } from 'vitest';
import { getLastPoint, isTime } from '@/charts/model';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import { ownersOverTime } from './owners-over-time';

const tracker = openFrozenData();

async function getSeries(query: Record<string, string>) {
  const { view } = await getChartView(tracker, ownersOverTime, query);
  if (!isTime(view.model)) throw new Error('No series.');
  return { view, model: view.model, series: view.model.series };
}

test('owners come by size, the remainders after them', async () => {
  const { series } = await getSeries({});
  expect(series.map(({ id }) => id)).toEqual([
    ...['google', 'microsoft', 'amazon', 'meta', 'oracle', 'coreweave'],
    ...['china', 'rest-of-world'],
  ]);
});

test('an owner’s designers are added, and the ends of their ranges', async () => {
  const { series } = await getSeries({});
  const google = getLastPoint(series[0]!);
  expect(google?.period.label).toBe('2025-Q4');
  expect(google?.value).toBe(3_812_878 + 1_236_936);
  expect([google?.low, google?.high]).toEqual([3_083_116 + 955_469, 4_537_332 + 1_590_655]);
  // Its source gives no range of this quarter, which is no range of nothing.
  const [first] = series.find(({ id }) => id === 'coreweave')?.points ?? [];
  expect([first?.low, first?.high]).toEqual([null, null]);
});

test('shares of a quarter add up to the whole of the model', async () => {
  const { series } = await getSeries({ stack: 'percent' });
  const last = series.map((one) => getLastPoint(one)?.value ?? 0);
  expect(last.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 6);
});

test('power is that of the chips', async () => {
  const { model } = await getSeries({ of: 'power_mw' });
  expect(model.unit).toBe('MW');
});
