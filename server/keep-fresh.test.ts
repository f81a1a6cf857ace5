import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keepFresh } from './keep-fresh';
import { openSite, stopLater } from './site-for-tests';

describe('keeping fresh', () => {
  const pagesOfSite: RequestListener = ({ url = '' }, response) => {
    response.setHeader('content-type', url.endsWith('.xml') ? 'application/xml' : 'text/html');
    response.end(
      url === '/sitemap.xml'
        ? '<loc>https://tracker.example</loc><loc>https://tracker.example/share?a=1&amp;b=2</loc>'
        : `<script src="/_next/static/chunks/a.js?dpl=1"></script>${'page '.repeat(200)}`,
    );
  };

  it('prepares what the sitemap names, its scripts, and after a change what was in use', async () => {
    const { site, get, pages, files, snapshot } = await openSite(pagesOfSite);
    stopLater(keepFresh({ pages, files, snapshot, every_ms: 10 }));
    const everything = ['/', '/_next/static/chunks/a.js', '/share?a=1&b=2', '/sitemap.xml'];
    await until(() => site.asked.length === everything.length);
    expect(site.asked.toSorted()).toEqual(everything);

    await get('/papers');
    await get('/papers');
    await get('/seen-once');
    await pause(30);
    site.asked.length = 0;
    site.data = 'two';
    await until(() => site.asked.includes('/papers'));
    expect(site.asked.toSorted()).toEqual(['/', '/papers', '/share?a=1&b=2', '/sitemap.xml']);
    expect((await get('/papers')).headers['server-timing']).toBe('memo;desc=hit');
  });

  it('begins no page while visitors ask', async () => {
    const { site, pages, files, snapshot } = await openSite(pagesOfSite);
    let isAsking = true;
    const lastVisit = () => (isAsking ? performance.now() : 0);
    stopLater(keepFresh({ pages, files, snapshot, lastVisit, every_ms: 10 }));
    await until(() => site.asked.includes('/sitemap.xml'));
    await pause(300);
    expect(site.asked).toEqual(['/sitemap.xml']);
    isAsking = false;
    await until(() => site.asked.length === 4);
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
    stopLater(keepFresh({ pages, files, snapshot, every_ms: 5 }));
    const end = performance.now() + 1500;
    let answered = 0;
    const visitor = async (path: string) => {
      while (performance.now() < end) {
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
    expect(answered).toBeGreaterThan(100);
    expect(version()).toBeGreaterThan(20);
  });
});

async function until(holds: () => boolean) {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 400) throw new Error('It never came to hold.');
    await pause(5);
  }
}
