import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { getChartView } from '@/views/chart-view';
import { listHolderContradictions } from './holder-contradictions';

const tracker = openFrozenData();

test('an organization’s page and every ranking that names it agree within their ranges', async () => {
  expect(await listHolderContradictions(tracker.orm)).toEqual([]);
});

test('the ranking that no address asks for covers whole fleets', async () => {
  const { view } = await getChartView(tracker, acceleratorHolders);
  if (view.model.shape !== 'interval-bars') throw new Error('The ranking is none.');
  const first = view.model.entries.slice(0, 5).map(({ label }) => label);
  expect(first).toEqual(expect.arrayContaining(['Google', 'Microsoft', 'Amazon (AWS)', 'Meta']));
  expect(view.model.unit).toBe('H100-equivalents');
});
