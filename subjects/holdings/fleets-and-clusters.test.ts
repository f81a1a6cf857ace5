import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import { fleetsAndClusters } from './fleets-and-clusters';

const tracker = openFrozenData();

async function getBars(query: Record<string, string> = {}) {
  const { view } = await getChartView(tracker, fleetsAndClusters, query);
  if (view.model.shape !== 'interval-bars') throw new Error('No bars.');
  return { view, model: view.model, bars: view.model.bars };
}

test('each owner has its total with a range, and the part that stands in named clusters', async () => {
  const { view, model, bars } = await getBars();
  expect(model.unit).toBe('H100-equivalents');
  const [google] = bars;
  expect(google?.label).toBe('Google');
  expect(Math.round(google!.value)).toBe(4_990_948);
  expect(Math.round(google!.low!)).toBe(3_744_430);
  const xai = bars.find(({ id }) => id === 'xai')!;
  // Its source gives no range, which is no range of nothing.
  expect([xai.low, xai.high]).toEqual([null, null]);
  expect(Math.round(xai.part!.value)).toBe(275_804);
  expect([xai.asOf, xai.part!.asOf]).toEqual(['2025-12-31', '2025-07-22']);
  expect(view.summary).toContain('xAI’s fleet is documented best');
  expect(model.notes.join(' ')).toContain('outer ranges');
});

test('in accelerators the same owners are counted, old ones as new ones', async () => {
  const { model, bars, view } = await getBars({ unit: 'count' });
  expect(model.unit).toBe('accelerators');
  expect(bars.map(({ id }) => id)).toContain('xai');
  expect(view.summary).not.toContain('accelerators accelerators');
});
