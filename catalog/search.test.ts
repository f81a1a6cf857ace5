/** The search on the tracker's own data. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tracker } from '@/db/connection';
import { openRealData } from './real-data-for-tests';
import { search } from './search';

let tracker: Tracker;
let remove: () => void;
beforeAll(async () => {
  ({ tracker, remove } = await openRealData());
});
afterAll(() => remove());

const pages = [{ href: '/prices', label: 'Prices' }];
const find = (query: string) => search(tracker.orm, query, pages);

test.each([
  ['a100', 'chip', '/chips/a100'],
  ['nvidia', 'vendor', '/vendors/nvidia'],
  ['stability', 'organization', '/organizations/stability-ai'],
  ['add in boards', 'market', '/share?market=jpr-aib-desktop'],
  ['dgx a100', 'system', '/prices#system-dgx-a100-320gb'],
  ['rental prices', 'dataset', '/datasets/rental-prices'],
  ['half life', 'chart', '/charts/chip-half-life'],
  ['workhorse', 'claim', '/article#claim-03'],
  ['jpr aib', 'source', expect.stringMatching(/^\/sources\?q=/)],
  ['pri', 'page', '/prices'],
])('%s finds a %s and leads to its page', async (query, kind, href) => {
  const { groups } = await find(query);
  const results = groups.find((group) => group.kind === kind)?.results ?? [];
  expect(results.map((result) => result.href)).toContainEqual(href);
});

describe('where nothing is found', () => {
  test.each([
    ['nvdia', ['Nvidia']],
    ['blakwell', ['Blackwell']],
    ['stabilty ai', ['Stability ai']],
    ['Cerebas wafer', ['Cerebras wafer']],
    ['zzzzzz', []],
    ['qq', []],
  ])('%s suggests %o', async (query, suggested) => {
    const { groups, instead } = await find(query);
    expect(groups).toEqual([]);
    expect(instead.map(({ words }) => words)).toEqual(suggested);
    for (const { words, finds } of instead) {
      expect(finds).toBeGreaterThan(0);
      expect((await find(words)).groups).not.toEqual([]);
    }
  });

  test('words that stand nowhere together are offered one by one', async () => {
    const { instead } = await find('cineca cerebras');
    expect(instead.map(({ words }) => words)).toEqual(['cineca', 'cerebras']);
  });
});

test('lists the best of each kind, names first, and counts them all', async () => {
  const { groups, total } = await find('a100');
  expect(groups.map(({ kind }) => kind)[0]).toBe('chip');
  expect(groups[0]?.results[0]?.href).toBe('/chips/a100');
  expect(groups.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['claim', 'source']));
  const listed = groups.flatMap(({ results }) => results).length;
  expect(total).toBeGreaterThan(listed);
});
