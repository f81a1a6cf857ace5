import { expect, test } from 'vitest';
import { answerSitemap } from './sitemap';

const pages = ['/', '/share', '/papers?a=1&b=2', '/chips', '/revenue'].map((href) => ({ href }));

function ask(query: string, most: number) {
  const asked: [number, number][] = [];
  const answer = answerSitemap(
    new Request(`https://tracker.example/sitemap.xml${query}`),
    async () => ({
      count: pages.length,
      list: async (offset, limit) => {
        asked.push([offset, limit]);
        return pages.slice(offset, offset + limit);
      },
    }),
    most,
  );
  return { answer, asked };
}

const listPaths = (text: string) =>
  [...text.matchAll(/<loc>https?:\/\/[^/<]*([^<]*)<\/loc>/g)].map(([, path = '']) => path);

test('as many pages as a map may name are one map', async () => {
  const text = await (await ask('', 5).answer).text();
  expect(text).toContain('<urlset ');
  expect(listPaths(text)).toEqual(['/', '/share', '/papers?a=1&amp;b=2', '/chips', '/revenue']);
});

test('of more pages there is an index of maps, and each page is in one of them', async () => {
  const text = await (await ask('', 2).answer).text();
  expect(text).toContain('<sitemapindex ');
  const maps = listPaths(text);
  expect(maps).toEqual([1, 2, 3].map((page) => `/sitemap.xml?page=${page}`));
  const parts = await Promise.all(
    maps.map(async (path) => (await ask(path.slice(path.indexOf('?')), 2).answer).text()),
  );
  for (const part of parts) expect(part).toContain('<urlset ');
  expect(parts.flatMap(listPaths)).toEqual(pages.map(({ href }) => href.replaceAll('&', '&amp;')));
});

test('a map is made of its own pages alone, and an index of none', async () => {
  const index = ask('', 2);
  await index.answer;
  expect(index.asked).toEqual([]);
  const second = ask('?page=2', 2);
  await second.answer;
  expect(second.asked).toEqual([[2, 2]]);
});

test('a map that there is not is refused with the last one there is', async () => {
  const answer = await ask('?page=4', 2).answer;
  expect(answer.status).toBe(404);
  expect((await answer.json()).detail).toContain('page=3');
  expect((await ask('?page=none', 2).answer).status).toBe(400);
});
