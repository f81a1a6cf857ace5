import { expect, test } from 'vitest';
import { isRanking } from '@/charts/model';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import { organizationsCounted } from './organizations-counted';

const tracker = openFrozenData();

async function getCounted(query: Record<string, string>) {
  const { view } = await getChartView(tracker, organizationsCounted, query);
  if (!isRanking(view.model)) throw new Error('No ranking.');
  return { view, model: view.model };
}

test('modeled fleets come by size, each with its range and every other count', async () => {
  const { model, view } = await getCounted({});
  expect(model.entries.map(({ id }) => id)).toEqual(['google', 'microsoft', 'meta', 'xai']);
  expect(model.counts?.map(({ id }) => id)).toEqual(['part', 'index', 'sites', 'statement']);
  expect(view.summary).toMatch(
    /^Google 5\.0m, Microsoft 3\.4m, Meta 2\.3m, xAI 550,000 H100-equivalents \(Epoch AI\)\./,
  );
});

test('an organization whose fleet nobody models has its counts, and no total of zero', async () => {
  const { model, view } = await getCounted({ orgs: 'stability-ai~meta' });
  expect(model.entries.map(({ id, value }) => [id, value === null])).toEqual([
    ['meta', false],
    ['stability-ai', true],
  ]);
  expect(view.summary).toContain('no model of Stability AI');
});

test('who has no figure in a unit is named', async () => {
  const { view } = await getCounted({ orgs: 'openai~meta', unit: 'count' });
  expect(view.summary).toContain('No count in operation in this unit: OpenAI.');
});
