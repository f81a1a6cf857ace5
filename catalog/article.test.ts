/** The article on the tracker's own data. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tracker } from '@/db/connection';
import { type ArticleView, getArticleView } from './article';
import { openRealData } from './real-data';

let tracker: Tracker;
let remove: () => void;
let view: ArticleView;
beforeAll(async () => {
  ({ tracker, remove } = await openRealData());
  view = await getArticleView(tracker);
});
afterAll(() => remove());

test('tells every claim once, in a chapter of the story', () => {
  const claims = view.chapters.flatMap((chapter) => chapter.claims.map(({ claim }) => claim));
  expect(claims).toHaveLength(62);
  expect(new Set(claims).size).toBe(62);
  expect(view.verdicts.reduce((sum, { count }) => sum + count, 0)).toBe(62);
});

test('names a document for every claim', () => {
  for (const { claims } of view.chapters) {
    expect(claims.length).toBeGreaterThan(0);
    for (const { document, claim } of claims) expect(document, claim).not.toBeNull();
  }
});

test('sets the best-known figures against the newest of the data', () => {
  expect(view.thenAndNow.map(({ label, told }) => [label, told])).toEqual([
    ['Nvidia’s share of the market', '95%'],
    ['AI papers a year that name Nvidia chips', '21,452'],
    ['A100 at Stability AI', '5,400'],
    ['Nvidia’s data-center revenue in a quarter', '$3.62bn'],
    ['The price of an A100', '$10,000'],
  ]);
  const now = (label: string) => view.thenAndNow.find((one) => one.label === label)!;
  expect(now('Nvidia’s data-center revenue in a quarter')).toMatchObject({
    now: '$89.0bn',
    now_when: 'Q2 FY27',
  });
  expect(now('A100 at Stability AI').now).toBe('no longer listed');
  for (const figure of view.thenAndNow) {
    expect(Object.values(figure).join(' ')).not.toMatch(/NaN|undefined|–/);
  }
});
