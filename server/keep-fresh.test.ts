import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepFresh } from './keep-fresh';
import { openSite } from './site-for-tests';

const CARD =
  '<meta property="og:image" content="https://tracker.example/card.png?a=1&amp;size=social"/>';

describe('keeping fresh', () => {
  const pagesOfSite: RequestListener = ({ url = '' }, response) => {
    response.setHeader('content-type', url.endsWith('.xml') ? 'application/xml' : 'text/html');
    response.end(
      url === '/sitemap.xml'
        ? '<loc>https://tracker.example</loc><loc>https://tracker.example/share?a=1&amp;b=2</loc>'
        : `<link rel="stylesheet" href="/_next/static/chunks/a.css?dpl=1">${CARD}${'page '.repeat(200)}`,
    );
  };

  it('prepares what the sitemap names, its files, and after a change what was in use', async () => {
    const { site, get, pages: shelf, files, snapshot } = await openSite(pagesOfSite);
    let notes = 0;
    const pages = {
      ...shelf,
      listInUse: () => {
        notes += 1;
        return shelf.listInUse();
      },
    };
    onTestFinished(keepFresh({ pages, files, snapshot, every_ms: 10 }));
    const card = '/card.png?a=1&size=social';
    const listed = ['/', '/share?a=1&b=2', '/sitemap.xml', card];
    const everything = [...listed, '/_next/static/chunks/a.css'].sort();
    await until(() => site.asked.length === everything.length);
    expect(site.asked.toSorted()).toEqual(everything);

    await get('/papers');
    await get('/papers');
    await get('/seen-once');
    const before = notes;
    await until(() => notes > before);
    site.asked.length = 0;
    site.data = 'two';
    await until(() => site.asked.includes(card));
    expect(site.asked.toSorted()).toEqual([...listed, '/papers'].sort());

    // Preparing a page is no use of it: nobody asked for `/papers` since.
    const packed = notes;
    await until(() => notes >= packed + 20);
    site.asked.length = 0;
    site.data = 'three';
    await until(() => site.asked.includes(card));
    await until(() => notes >= packed + 40);
    expect(site.asked.toSorted()).toEqual([...listed].sort());
    expect((await get('/')).headers['server-timing']).toBe('memo;desc=hit');
  });

  it('prepares what the first map of an index names', async () => {
    const { site, pages, files, snapshot } = await openSite(({ url = '' }, response) => {
      response.setHeader(
        'content-type',
        url.startsWith('/sitemap') ? 'application/xml' : 'text/html',
      );
      const toMap = (page: number) =>
        `<sitemap><loc>https://tracker.example/sitemap.xml?page=${page}</loc></sitemap>`;
      const index = `<sitemapindex>${toMap(1)}${toMap(2)}</sitemapindex>`;
      const map = '<url><loc>https://tracker.example/share</loc></url>';
      response.end(
        url === '/sitemap.xml' ? index : url.startsWith('/sitemap') ? map : 'page '.repeat(200),
      );
    });
    onTestFinished(keepFresh({ pages, files, snapshot, every_ms: 10 }));
    await until(() => site.asked.includes('/share'));
    expect(site.asked.toSorted()).toEqual(['/', '/share', '/sitemap.xml', '/sitemap.xml?page=1']);
  });

  it('begins no page while visitors ask', async () => {
    const { site, pages, files, snapshot } = await openSite(pagesOfSite);
    let isAsking = true;
    let waits = 0;
    const lastVisit = () => {
      waits += 1;
      return isAsking ? Number.POSITIVE_INFINITY : 0;
    };
    const patience_ms = Number.POSITIVE_INFINITY;
    onTestFinished(keepFresh({ pages, files, snapshot, lastVisit, every_ms: 10, patience_ms }));
    await until(() => waits >= 5);
    expect(site.asked).toEqual(['/sitemap.xml']);
    isAsking = false;
    await until(() => site.asked.length === 5);
  });

  it('answers every request, none with older data, while the data changes under load', async () => {
    const version = () => Number(site.data);
    const { site, get, pages, files, snapshot } = await openSite(async (_request, response) => {
      const seen = version();
      await pause(2);
      response.setHeader('content-type', 'text/html');
      response.end(`${seen} `.repeat(300));
    });
    site.data = '1';
    onTestFinished(keepFresh({ pages, files, snapshot, every_ms: 5 }));
    let answered = 0;
    const visitor = async (path: string) => {
      while (answered <= 100 || version() <= 20) {
        const atLeast = version();
        const { status, text } = await get(path);
        expect(status).toBe(200);
        expect(Number.parseInt(text, 10)).toBeGreaterThanOrEqual(atLeast);
        answered += 1;
      }
    };
    const change = setInterval(() => {
      site.data = String(version() + 1);
    }, 20);
    await Promise.all(['/', '/', '/share', '/papers', '/?a=1', '/?a=2'].map(visitor));
    clearInterval(change);
  });
});

/** What never comes to hold ends with the test's own time. */
async function until(holds: () => boolean) {
  while (!holds()) await pause(5);
}
