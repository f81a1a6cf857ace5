/** The search on the tracker's own data. */
import { describe, expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { search } from './search';

const tracker = openFrozenData();

const pages = [{ href: '/prices', label: 'Prices', description: 'Rental prices per GPU-hour.' }];
const find = (query: string) => search(tracker.orm, query, pages);

test.each([
  ['a100', 'chips', '/chips/a100'],
  ['nvidia', 'vendors', '/vendors/nvidia'],
  ['stability', 'organizations', '/organizations/stability-ai'],
  ['add in boards', 'markets', '/share?market=jpr-aib-desktop'],
  ['dgx a100', 'systems', '/prices#system-dgx-a100-320gb'],
  ['rental prices', 'datasets', '/datasets/rental-prices'],
  ['launches', 'chart', '/charts/chip-launches'],
  ['alphago', 'events', '/timeline?event=alphago-paper#alphago-paper'],
  ['workhorse', 'article-claims', '/article#claim-03'],
  ['jpr aib', 'sources', expect.stringMatching(/^\/sources\?q=/)],
  ['pri', 'page', '/prices'],
])('%s finds one of %s and leads to its page', async (query, kind, href) => {
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
  expect(groups.map(({ kind }) => kind)[0]).toBe('chips');
  expect(groups[0]?.results[0]?.href).toBe('/chips/a100');
  expect(groups.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['article-claims', 'sources']),
  );
  const listed = groups.flatMap(({ results }) => results).length;
  expect(total).toBeGreaterThan(listed);
});
