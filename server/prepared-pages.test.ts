/** Pages are rendered once for everybody, and again when the data changed. */
import { describe, expect, it } from 'vitest';
import type { Page } from './page';
import { buildPageStore } from './prepared-pages';
import { html, openSite } from './site-for-tests';

describe('preparing', () => {
  it('renders a page once for all who ask at the same time, and once for those after', async () => {
    const { site, get } = await openSite((_request, response) => {
      setTimeout(() => response.end('page'), 30);
    });
    const replies = await Promise.all(Array.from({ length: 20 }, () => get('/share')));
    expect(new Set(replies.map(({ text }) => text))).toEqual(new Set(['page']));
    expect((await get('/share')).headers['server-timing']).toBe('memo;desc=hit');
    expect(site.asked).toEqual(['/share']);
  });

  it.each([
    ['/share?b=2&a=1', '/share?a=1&b=2', 1],
    ['/share?', '/share', 1],
    ['/share?q=a+b', '/share?q=a%20b', 1],
    ['/share?a=1&a=2', '/share?a=2&a=1', 2],
    ['/share?a=1', '/share?a=2', 2],
    ['/share', '/Share', 2],
  ])('%s and %s are rendered %i times', async (one, other, times) => {
    const { site, get } = await openSite(html('page'));
    await get(one);
    await get(other);
    expect(site.asked).toHaveLength(times);
  });

  it('shows no cookie, language or host to a page', async () => {
    const { get } = await openSite(({ headers }, response) => {
      response.end(JSON.stringify([headers.cookie, headers['accept-language'], headers.host]));
    });
    const mine = { cookie: 'a=1', 'accept-language': 'de', host: 'evil.example' };
    expect((await get('/', mine)).text).toBe('[null,null,"localhost:3000"]');
  });

  it('tells a page the path that was asked for, also the page for missing ones', async () => {
    const { get } = await openSite(({ url = '', headers }, response) => {
      response.setHeader('content-type', 'text/html');
      if (url.startsWith('/gone')) response.statusCode = 404;
      response.end(String(headers['x-tracker-path']));
    });
    expect((await get('/share?market=one', { 'x-tracker-path': '/else' })).text).toBe('/share');
    expect((await get('/gone?a=1')).text).toBe('/gone');
  });

  it('reads a page to its end, however large, and sends none of it as it came', async () => {
    const script = '<script>self.__next_f.push("copy")</script>';
    const large = `<main>${'row '.repeat(50_000)}</main>${script}`;
    const { site, get } = await openSite(html(large), { mayBypass: true, maxPageBytes: 100_000 });
    const mine = { 'x-tracker-bypass': '1' };
    for (const headers of [{}, {}, mine]) {
      const { text } = await get('/long', headers);
      expect([text.length, text.includes('script')]).toEqual([large.length - script.length, false]);
    }
    // Too large to be kept.
    expect(site.asked).toHaveLength(3);
  });

  it('keeps nothing where sources change', async () => {
    const { site, get } = await openSite(html('page'), { keeps: false });
    await get('/');
    await get('/');
    expect(site.asked).toHaveLength(2);
  });

  it('keeps no page that could not follow its address, and one for all marks of campaigns', async () => {
    const { site, get } = await openSite(({ url = '' }, response) => {
      const note = url.includes('zz') ? '<div role="status" data-corrected="">No zz</div>' : '';
      html(`<main>${note}</main>`)({} as never, response as never);
    });
    for (const path of ['/share?zz=1', '/share?zz=1', '/share', '/share?utm_source=a&gclid=b']) {
      await get(path);
    }
    expect(site.asked).toEqual(['/share?zz=1', '/share?zz=1', '/share']);
    await get('/share?b=%2F&utm_medium=x&a=%7E');
    expect(site.asked.at(-1)).toBe('/share?b=%2F&a=%7E');
  });

  it('shows nothing older after the data changed', async () => {
    const { site, get } = await openSite(html(() => site.data));
    expect((await get('/')).text).toBe('one');
    site.data = 'two';
    expect((await get('/')).text).toBe('two');
  });

  it('renders again what was being rendered while the data changed', async () => {
    const { site, get } = await openSite((_request, response) => {
      const mixed = site.data;
      if (site.asked.length === 1) site.data = 'two';
      response.end(`${mixed}-${site.data}`);
    });
    expect((await get('/')).text).toBe('two-two');
    expect(site.asked).toHaveLength(2);
  });

  it('gives a missing page the words of the page for them', async () => {
    const { site, get } = await openSite(({ url }, response) => {
      response.setHeader('content-type', 'text/html');
      if (url?.startsWith('/missing?')) response.end('<main>No such page</main>');
      else response.writeHead(404).end('<html></html>');
    });
    const { status, text } = await get('/charts/nope?time=2020');
    expect({ status, text }).toEqual({ status: 404, text: '<main>No such page</main>' });
    expect(site.asked).toEqual([
      '/charts/nope?time=2020',
      '/missing?address=%2Fcharts%2Fnope%3Ftime%3D2020',
    ]);
    await get('/charts/nope?time=2020');
    expect(site.asked).toHaveLength(2);
  });

  it('keeps 404s, but no failures, redirects or private answers', async () => {
    const status: Record<string, number> = { '/gone': 404, '/broken': 500, '/moved': 308 };
    const { site, get } = await openSite((message, response) => {
      const path = message.url ?? '';
      if (path === '/mine') response.setHeader('set-cookie', 'a=1');
      if (path === '/large') response.setHeader('x-tracker-length', '6');
      response.writeHead(status[path] ?? 200).end(path);
    });
    for (const path of ['/gone', '/broken', '/moved', '/mine', '/large']) {
      expect((await get(path)).status).toBe(status[path] ?? 200);
      expect((await get(path)).text).toBe(path);
    }
    expect(site.asked.filter((path) => path === '/gone')).toHaveLength(1);
    expect(site.asked).toHaveLength(1 + 4 * 2);
  });

  it('keeps files of the build when the data changes', async () => {
    const { site, get } = await openSite(html('file'));
    await get('/_next/static/chunks/a.js');
    site.data = 'two';
    await get('/_next/static/chunks/a.js');
    expect(site.asked).toHaveLength(1);
  });

  it('renders anew for a measurement only where that is allowed', async () => {
    const mine = { 'x-tracker-bypass': '1' };
    for (const [mayBypass, times] of [
      [true, 3],
      [false, 1],
    ] as const) {
      const { site, get } = await openSite(html('page'), { mayBypass });
      await get('/');
      await get('/', mine);
      await get('/', mine);
      expect(site.asked).toHaveLength(times);
    }
  });
});

function page(size: number) {
  const page: Page = {
    status: 200,
    headers: {},
    body: Buffer.alloc(size),
    tag: 'tag',
    rendered_ms: 1,
    encoded: new Map(),
  };
  return { page, asked: { target: '/', same: '/' }, served: 0 };
}

describe('the store of pages', () => {
  it('lets the longest unused go first when memory runs out', () => {
    const store = buildPageStore({ maxBytes: 50_000 });
    for (const key of ['a', 'b', 'c']) store.set(key, page(8_000));
    store.get('a');
    store.set('d', page(8_000));
    expect(['a', 'b', 'c', 'd'].filter((key) => store.get(key))).toEqual(['a', 'c', 'd']);
    expect(store.calculatedSize).toBeLessThanOrEqual(50_000);
  });

  it('counts what it holds, also when a page is replaced or all are forgotten', () => {
    const store = buildPageStore({ maxBytes: 1_000_000 });
    store.set('a', page(10_000));
    const one = store.calculatedSize;
    store.set('a', page(10_000));
    expect(store.calculatedSize).toBe(one);
    store.clear();
    expect(store.calculatedSize).toBe(0);
  });

  it('refuses a page that would need all of the memory', () => {
    const store = buildPageStore({ maxBytes: 50_000 });
    store.set('small', page(1_000));
    store.set('huge', page(60_000));
    expect([store.get('small') !== undefined, store.get('huge')]).toEqual([true, undefined]);
  });

  it('forgets a page when its time is over', () => {
    // Zero would mean no time at all.
    let time = 1;
    const store = buildPageStore({ maxBytes: 50_000, perf: { now: () => time } });
    store.set('a', page(1_000), { ttl: 30_000 });
    time = 30_001;
    expect(store.get('a')).toBeDefined();
    time = 30_002;
    expect(store.get('a')).toBeUndefined();
    expect(store.calculatedSize).toBe(0);
  });
});
