/** Queries that visitors type, on the tracker's own data and pages: what comes first. */
import { describe, expect, test } from 'vitest';
import { type SearchResult, search } from '@/catalog/search';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { allPages } from './all-pages';

const tracker = openFrozenData();

async function list(query: string): Promise<readonly SearchResult[]> {
  const { groups } = await search(tracker.orm, query, allPages);
  return groups.flatMap(({ results }) => results);
}

test.each([
  // What is called so comes first, whatever its kind.
  ['nvidia', '/vendors/nvidia'],
  ['Google', '/vendors/google'],
  ['amd', '/vendors/amd'],
  ['intel', '/vendors/intel'],
  ['meta', '/vendors/meta'],
  ['microsoft', '/vendors/microsoft'],
  ['aws', '/vendors/aws'],
  ['stability ai', '/organizations/stability-ai'],
  ['a100', '/chips/a100'],
  ['blackwell', '/chips/blackwell'],
  ['prices', '/prices'],
  ['compare', '/compare'],
  // However a chip is written.
  ['rtx4090', '/chips/rtx-4090'],
  ['RTX 4090', '/chips/rtx-4090'],
  ['gb 200', '/chips/gb200'],
  ['GB200', '/chips/gb200'],
  ['A-100', '/chips/a100'],
  ['A 100', '/chips/a100'],
  ['mi-300x', '/chips/mi300x'],
  // Topics lead to their pages.
  ['training cost', '/calculators/training'],
  ['cost of training', '/calculators/training'],
  ['serving cost', '/calculators/inference'],
  ['inference', '/calculators/inference'],
  ['cost per query', '/calculators/inference'],
  ['h100 price', '/prices'],
  ['a100 rent', '/prices'],
  ['how much does an a100 cost', '/prices'],
  ['market share', '/share'],
  ['nvidia market share', '/share'],
  ['who has the most gpus', '/holdings'],
  ['nvidia revenue', '/revenue'],
  ['export controls', '/timeline/export-controls'],
  ['api', '/docs/api'],
])('%s leads to %s first', async (query, href) => {
  expect((await list(query))[0]?.href).toBe(href);
});

test('finds the events of a category by its name', async () => {
  const events = (await list('export controls')).filter(({ kind }) => kind === 'events');
  expect(events.length).toBeGreaterThanOrEqual(12);
});

describe('what is shown of a find', () => {
  test.each(['nvidia', 'a100', 'google', 'calculators', 'datasets', 'prices', 'h100'])(
    'of %s holds no slugs and no marks of code',
    async (query) => {
      for (const { excerpt, title, href } of await list(query)) {
        expect(`${title} ${excerpt}`, href).not.toMatch(/`/);
        const slug = href.split(/[/#=]/).at(-1)!;
        if (slug.includes('-')) expect(excerpt, href).not.toContain(slug);
      }
    },
  );
});

test('common words of a question are neither looked for nor offered', async () => {
  const { words, instead } = await search(tracker.orm, 'how much is the zzzzzz of nvidia', []);
  expect(words).toEqual(['zzzzzz', 'nvidia']);
  expect(instead.map((one) => one.words)).toEqual(['nvidia']);
});
