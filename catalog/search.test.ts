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
  ['workhorse', 'article-claims', '/article?claim=claim-03#claim-03'],
  ['jpr aib', 'sources', expect.stringMatching(/^\/sources\?q=/)],
  ['pri', 'page', '/prices'],
])('%s finds one of %s and leads to its page', async (query, kind, href) => {
  const { groups } = await find(query);
  const results = groups.find((group) => group.kind === kind)?.results ?? [];
  expect(results.map((result) => result.href)).toContainEqual(href);
});

describe('a misspelled word', () => {
  test.each([
    ['nvdia', ['Nvidia']],
    ['blakwell', ['Blackwell']],
    ['stabilty ai', ['Stability ai']],
    ['Cerebas wafer', ['Cerebras wafer']],
    ['zzzzzz', []],
    ['qq', []],
  ])('%s suggests %o', async (query, suggested) => {
    const { instead } = await find(query);
    expect(instead.map(({ words }) => words)).toEqual(suggested);
    for (const { words, finds } of instead) {
      expect(finds).toBeGreaterThan(0);
      const { groups, isPartial } = await find(words);
      expect(groups).not.toEqual([]);
      expect(isPartial).toBe(false);
    }
  });
});

describe('where nothing holds all words', () => {
  test('what holds some is shown, and said to be that', async () => {
    const { groups, isPartial } = await find('cineca cerebras');
    expect(isPartial).toBe(true);
    const hrefs = groups.flatMap(({ results }) => results.map(({ href }) => href));
    expect(hrefs).toEqual(expect.arrayContaining(['/organizations/cineca', '/vendors/cerebras']));
  });

  test('a time that no text holds is left out before words are', async () => {
    const { total, isPartial } = await find('nvidia h100 February 2031');
    expect(isPartial).toBe(false);
    expect(total).toBe((await find('nvidia h100')).total);
  });

  test('a word alone finds nothing, and nothing is shown for it', async () => {
    expect(await find('zzzzzz')).toMatchObject({ groups: [], answers: [], isPartial: false });
  });
});

test('data centers are found by their names, and lead to their pages', async () => {
  const group = (await find('colossus 2')).groups.find(({ kind }) => kind === 'data-centers');
  expect(group?.results[0]?.href).toBe('/data-centers/colossus-2');
});

test.each(['gpu-holdings', 'models-with-hardware', 'top500-by-chip'])(
  '%s are found, and lead to the evidence of a row',
  async (kind) => {
    const words = {
      'gpu-holdings': 'polaris',
      'models-with-hardware': 'gpt-3',
      'top500-by-chip': 'v100',
    }[kind];
    const group = (await find(words ?? '')).groups.find((one) => one.kind === kind);
    expect(group?.results[0]?.href).toMatch(new RegExp(`^/evidence/${kind}/`));
  },
);

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
