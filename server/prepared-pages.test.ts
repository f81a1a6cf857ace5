/** Pages are rendered once for everybody, and again when the data changed. */
import { describe, expect, it } from 'vitest';
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

  it('keeps what the router asks for apart from the page', async () => {
    const { get } = await openSite((message, response) => {
      response.end(message.headers.rsc ? 'payload' : 'page');
    });
    expect((await get('/')).text).toBe('page');
    expect((await get('/', { rsc: '1' })).text).toBe('payload');
    expect((await get('/')).text).toBe('page');
  });

  it('shows no cookie, language or host to a page', async () => {
    const { get } = await openSite(({ headers }, response) => {
      response.end(JSON.stringify([headers.cookie, headers['accept-language'], headers.host]));
    });
    const mine = { cookie: 'a=1', 'accept-language': 'de', host: 'evil.example' };
    expect((await get('/', mine)).text).toBe('[null,null,"localhost:3000"]');
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

  it('gives words to a missing page that Next sends without a body', async () => {
    const { site, get } = await openSite(({ url }, response) => {
      response.setHeader('content-type', 'text/html');
      const isUnmatched = url?.startsWith('/charts/nope/-') ?? false;
      response.writeHead(404).end(isUnmatched ? '<main>No such chart</main>' : '<html></html>');
    });
    const { status, text } = await get('/charts/nope?time=2020');
    expect({ status, text }).toEqual({ status: 404, text: '<main>No such chart</main>' });
    expect(site.asked).toEqual(['/charts/nope?time=2020', '/charts/nope/-?time=2020']);
  });

  it('keeps 404s, but no failures, redirects or private answers', async () => {
    const status: Record<string, number> = { '/gone': 404, '/broken': 500, '/moved': 308 };
    const { site, get } = await openSite((message, response) => {
      const path = message.url ?? '';
      if (path === '/mine') response.setHeader('set-cookie', 'a=1');
      if (path === '/never') response.setHeader('x-tracker-cache', 'no');
      response.writeHead(status[path] ?? 200).end(path);
    });
    for (const path of ['/gone', '/broken', '/moved', '/mine', '/never']) {
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
