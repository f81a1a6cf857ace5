import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { defineDataset, reference, slug, text } from '@/data/contract';
import { source } from '@/data/shared-columns';
import { sources } from '@/data/sources/contract';
import { toOrm } from '../orm';
import { toCreateStatement } from '../to-table';
import { countSourceUses, listNewestSources } from './sources';
import { countValues } from './value-counts';

const about = {
  story: 'Invented for tests.',
  credit: 'Nobody',
  license: 'CC-BY-4.0',
  grain: 'One row per thing.',
  key: ['thing'],
  checks: [],
} as const;
const thing = slug({ label: 'Thing', meaning: 'What.' });
const shares = defineDataset({
  ...about,
  slug: 'shares',
  title: 'Shares',
  columns: { thing, source, place: text({ label: 'Place', meaning: 'Where.', optional: true }) },
});
const chips = defineDataset({
  ...about,
  slug: 'chips',
  title: 'Chips',
  columns: {
    thing,
    price_source: reference({
      label: 'Price from',
      meaning: 'Where the price was read.',
      to: 'sources',
      optional: true,
    }),
  },
});
const names = defineDataset({ ...about, slug: 'names', title: 'Names', columns: { thing } });
const registry = [sources, shares, chips, names];

const client = new Database(':memory:');
for (const contract of registry) client.exec(toCreateStatement(contract, registry));
client.exec(`
  INSERT INTO sources (source, origin, publisher, title, published_on, retrieved, kind, grade) VALUES
    ('a', 'O', 'P', 'T', '2023', '2026-01-31', 'news', 'press'), ('b', 'O', 'P', 'T', NULL, '2026-01-31', 'news', 'press'),
    ('c', 'O', 'P', 'T', '2024-05', '2026-01-31', 'blog', 'press'), ('d', 'O', 'P', 'T', '2026', '2026-01-31', 'blog', 'press');
  INSERT INTO shares VALUES ('x', 'a', 'Oslo'), ('y', 'a', NULL), ('z', 'c', 'Bern'), ('w', 'b', 'Oslo');
  INSERT INTO chips VALUES ('h100', 'a'), ('h200', NULL);`);
const orm = toOrm(client);
afterAll(() => client.close());

describe('citations', () => {
  it('are counted per source and dataset, whatever the column is called', async () => {
    expect(await countSourceUses(orm, registry)).toEqual([
      { source: 'a', dataset: 'shares', column: 'source', rows: 2 },
      { source: 'a', dataset: 'chips', column: 'price_source', rows: 1 },
      { source: 'b', dataset: 'shares', column: 'source', rows: 1 },
      { source: 'c', dataset: 'shares', column: 'source', rows: 1 },
    ]);
  });

  it('are counted of the sources that are asked for alone', async () => {
    expect(await countSourceUses(orm, registry, { filters: { kind: 'blog' } })).toEqual([
      { source: 'c', dataset: 'shares', column: 'source', rows: 1 },
    ]);
    const second = { sort: [{ column: 'published_on' }], offset: 1, limit: 1 };
    expect(await countSourceUses(orm, registry, second)).toEqual([
      { source: 'c', dataset: 'shares', column: 'source', rows: 1 },
    ]);
  });

  it('need one dataset that cites, or none', async () => {
    expect(await countSourceUses(orm, [sources, chips])).toEqual([
      { source: 'a', dataset: 'chips', column: 'price_source', rows: 1 },
    ]);
    expect(await countSourceUses(orm, [sources, names])).toEqual([]);
  });

  it.each([
    ['newest first, undated last', shares, 9, 'c a b', 3],
    ['as many as asked for', shares, 1, 'c', 3],
    ['without blanks', chips, 9, 'a', 1],
    ['the list’s own', sources, 2, 'd c', 4],
    ['none where nothing is cited', names, 9, '', 0],
  ])('list sources %s', async (_, contract, limit, slugs, total) => {
    const found = await listNewestSources(orm, contract, limit);
    expect(found.newest.map((row) => row.source).join(' ')).toBe(slugs);
    expect(found.total).toBe(total);
  });
});

describe('values of a column', () => {
  it('are counted, blanks last', async () => {
    expect(await countValues(orm, shares, 'place')).toEqual([
      { value: 'Bern', rows: 1 },
      { value: 'Oslo', rows: 2 },
      { value: null, rows: 1 },
    ]);
  });

  it('are refused for an unknown column', async () => {
    await expect(countValues(orm, shares, 'constructor')).rejects.toThrow('has no column');
  });
});
