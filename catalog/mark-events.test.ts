/** Events next to pictures, on the tracker's own data. */
import { expect, test } from 'vitest';
import { isTime } from '@/charts/model';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import { getPublishedChart } from './published';

const tracker = openFrozenData();

async function readMarks(slug: string, query: Readonly<Record<string, string>>) {
  const { view } = await getChartView(tracker, getPublishedChart(slug)!, {
    ...query,
    events: 'on',
  });
  if (!isTime(view.model)) throw new Error('It is a picture over time.');
  return { labels: view.model.marks!.map(({ label }) => label), events: view.events };
}

test('desktop cards are explained by desktop cards alone', async () => {
  const { labels, events } = await readMarks('market-share', { market: 'jpr-aib-desktop' });
  expect(labels.toSorted()).toEqual([
    'GTX 1080 Ti',
    'RTX 2080 Ti',
    'RTX 3090 and 3080',
    'RTX 4090',
  ]);
  expect(events.map(({ title }) => title)).not.toContain('A10 and A30');
});

test('ChatGPT and the rules on exports are the first to be named', async () => {
  for (const [slug, query] of [
    ['nvidia-data-center-revenue', {}],
    ['market-share', { market: 'china-ai-cards-idc' }],
    ['papers-by-vendor', {}],
  ] as const) {
    const { labels } = await readMarks(slug, query);
    const main = labels.slice(0, 8);
    expect(main, slug).toContain('Oct 2023 rules');
    if (slug !== 'market-share') expect(main[0], slug).toBe('ChatGPT');
  }
});

test('only main events are marked, and the list below holds the others', async () => {
  const { labels, events } = await readMarks('nvidia-data-center-revenue', {});
  expect(labels.filter((label) => label.length > 24)).toEqual([]);
  expect(events.length).toBeGreaterThan(labels.length);
});
