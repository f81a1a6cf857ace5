import { createHash } from 'node:crypto';
import { type RequestListener, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { html, OURS, openSite } from './site-for-tests';

describe('answering', () => {
  const long = 'The market in one look. '.repeat(200);

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br;q=0', 'gzip'],
    ['*', 'br'],
    ['GZIP', 'gzip'],
    ['deflate', undefined],
    ['', undefined],
  ])('answers "Accept-Encoding: %s" in %s', async (accepted, encoding) => {
    const { get } = await openSite(html(long));
    const reply = await get('/', { 'accept-encoding': accepted });
    expect(reply.headers['content-encoding']).toBe(encoding);
    const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''];
    expect((decode?.(reply.body) ?? reply.body).toString()).toBe(long);
    expect(reply.headers['content-length']).toBe(String(reply.body.length));
    expect(reply.headers.vary).toContain('accept-encoding');
  });

  it('answers 304 to whoever has the page, and the page after a change', async () => {
    const { site, get } = await openSite(html(() => long + site.data));
    const first = await get('/', { 'accept-encoding': 'br' });
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]{22}-br"$/);
    const mine = { 'accept-encoding': 'br', 'if-none-match': `"other", W/${etag}` };
    const again = await get('/', mine);
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    expect((await get('/', { 'if-none-match': etag })).status).toBe(200);
    site.data = 'two';
    expect((await get('/', mine)).status).toBe(200);
  });

  it('answers 412 where the page is no longer the one that goes on', async () => {
    const { site, get } = await openSite(html(() => long + site.data));
    const { etag = '' } = (await get('/')).headers;
    const ask = async (tags: string) => (await get('/', { 'if-match': tags })).status;
    expect(await ask(`"other", ${etag}`)).toBe(200);
    expect(await ask('*')).toBe(200);
    const refused = await get('/', { 'if-match': '"nope"' });
    expect([refused.status, refused.text]).toEqual([412, '']);
    // Bytes that are as good as the same are not the same.
    expect(await ask(`W/${etag}`)).toBe(412);
    site.data = 'two';
    expect(await ask(etag)).toBe(412);
  });

  it('tells who writes which methods there are', async () => {
    const { get } = await openSite((_request, response) => response.writeHead(405).end());
    const { status, headers } = await get('/charts/market-share.csv', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('answers HEAD with the headers alone', async () => {
    const { site, get } = await openSite(html(long));
    const head = await get('/', {}, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(String(long.length));
    await get('/');
    expect(site.asked).toHaveLength(1);
  });

  it('lets a browser keep a page if it asks whether it is still the newest, a shared cache for a minute', async () => {
    const { get } = await openSite(html(long));
    const { headers } = await get('/');
    expect(headers['cache-control']).toBe(
      'public, max-age=0, s-maxage=60, stale-while-revalidate=600',
    );
    expect(headers['surrogate-key']).toBe('live snapshot-ab12cd34ef56');
  });

  it('lets a shared cache keep the page of a snapshot for a year', async () => {
    const { get } = await openSite(html(long));
    const { headers } = await get('/share?snapshot=0123456789ab&scale=log');
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=31536000');
    expect(headers['surrogate-key']).toBe('snapshot-0123456789ab');
  });

  it('lets nobody keep for long that a page is missing, whatever its address names', async () => {
    const { get } = await openSite(({ url = '' }, response) => {
      response.statusCode = url.startsWith('/missing?') ? 200 : 404;
      html('No such page')({} as never, response as never);
    });
    for (const path of ['/nope', '/charts/market-share?snapshot=0123456789ab']) {
      const { status, headers } = await get(path);
      expect([status, headers['cache-control']]).toEqual([404, 'public, max-age=0, s-maxage=10']);
    }
  });

  it('streams a large download to a slow reader, whole and unkept', async () => {
    const chunk = Buffer.alloc(50_000, 'x');
    const { site, get } = await openSite(async (_request, response) => {
      for (let sent = 0; sent < 40; sent += 1) {
        if (!response.write(chunk)) await new Promise((done) => response.once('drain', done));
      }
      response.end('end');
    });
    for (const _ of [1, 2]) {
      const { body } = await get('/download.csv');
      expect(body.length).toBe(40 * chunk.length + 3);
      expect(body.subarray(-3).toString()).toBe('end');
    }
    expect(site.asked).toHaveLength(2);
  });

  describe('parts', () => {
    const body = '0123456789';
    const file: RequestListener = (_request, response) => {
      response.setHeader('content-type', 'application/vnd.sqlite3');
      response.setHeader('etag', '"ten"');
      response.setHeader('x-tracker-length', String(body.length));
      for (const digit of body) response.write(digit);
      response.end();
    };

    it.each([
      ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
      ['bytes=4-', 206, 'bytes 4-9/10', '456789'],
      ['bytes=-3', 206, 'bytes 7-9/10', '789'],
      ['bytes=-30', 206, 'bytes 0-9/10', body],
      ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
      ['bytes=10-', 416, 'bytes */10', ''],
      ['bytes=-0', 416, 'bytes */10', ''],
      ['bytes=5-2', 416, 'bytes */10', ''],
      ['bytes=-', 200, undefined, body],
      ['bytes=0-1,4-5', 200, undefined, body],
      ['pages=0-1', 200, undefined, body],
    ])('answers "Range: %s" with %i %s, from memory as from a stream', async (range, ...said) => {
      for (const [handle, times] of [
        [html(body), 1],
        [file, 2],
      ] as const) {
        const { site, get } = await openSite(handle);
        for (const _ of [1, 2]) {
          const { status, headers, text } = await get('/file', { range });
          expect([status, headers['content-range'], text]).toEqual(said);
          expect(headers['content-length']).toBe(String(text.length));
        }
        expect(site.asked).toHaveLength(times);
      }
    });

    it('counts the bytes of the page itself, whatever it is packed into', async () => {
      const { get } = await openSite(html(long));
      const reply = await get('/', { range: 'bytes=4-9', 'accept-encoding': 'br' });
      expect([reply.text, reply.headers['content-encoding']]).toEqual(['market', undefined]);
    });

    it('gives the whole where If-Range names other bytes', async () => {
      const { site, get } = await openSite(html(() => `${site.data} of it`));
      const etag = (await get('/')).headers.etag;
      const mine = { range: 'bytes=0-2', 'if-range': etag };
      expect((await get('/', mine)).text).toBe('one');
      site.data = 'two';
      expect((await get('/', mine)).text).toBe('two of it');
      expect((await get('/', { ...mine, 'if-range': 'W/"a"' })).status).toBe(200);
    });

    it('says how long a file is and that it comes in parts, before anything is read', async () => {
      const { get } = await openSite(file);
      const { headers, text } = await get('/file', { range: 'bytes=0-3' }, 'HEAD');
      expect([headers['content-length'], headers['accept-ranges'], text]).toEqual([
        '10',
        'bytes',
        '',
      ]);
      expect(headers).not.toHaveProperty('x-tracker-length');
    });
  });

  it('tells Next to stop when the reader of a download leaves', async () => {
    let stopped: () => void = () => {};
    const stop = new Promise<void>((done) => {
      stopped = done;
    });
    const { port } = await openSite((_request, response) => {
      response.setHeader('x-tracker-length', '1000000');
      const timer = setInterval(() => response.write('more'), 5);
      response.on('close', () => {
        clearInterval(timer);
        stopped();
      });
    });
    const leaving = request({ host: '127.0.0.1', port, path: '/', agent: false }, (response) => {
      response.once('data', () => leaving.destroy());
      response.on('error', () => {});
    }).on('error', () => {});
    leaving.end();
    await stop;
  });

  it.each([
    [true, 500, 'failed'],
    [false, 503, 'npm run ingest'],
  ])('tells a failure of ours (database there: %s) from missing data', async (has, code, words) => {
    const handle: RequestListener = (_request, response) => response.writeHead(500).end('failed');
    const { get } = await openSite(handle, { hasData: () => has });
    const { status, text } = await get('/share');
    expect(status).toBe(code);
    expect(text).toContain(words);
    const head = await get('/share', {}, 'HEAD');
    expect([head.status, head.text]).toEqual([code, '']);
  });

  it('says in words of its own that a page failed, whatever Next sends for it', async () => {
    const handle: RequestListener = (_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.writeHead(500).end('<html id="__next_error__"><script>words()</script></html>');
    };
    const { get } = await openSite(handle);
    const { status, text, headers } = await get('/share');
    expect(status).toBe(500);
    expect(text).toContain('<h1>We couldn’t load this page</h1>');
    expect(text).not.toContain('script');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('fails where a part of a page waits for scripts', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { get } = await openSite(html('<main><template id="B:0"></template></main>'));
    const { status, text } = await get('/share');
    expect([status, text.includes('template')]).toEqual([500, false]);
  });

  it('allows the same scripts on every page: our files, and ours that stand in pages', async () => {
    const { get } = await openSite(html('<script>self.__next_f.push([1,"a"])</script>'));
    const hash = createHash('sha256').update(OURS.theme).digest('base64');
    for (const path of ['/', '/share?market=one', '/nope']) {
      const policy = (await get(path)).headers['content-security-policy'];
      expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    }
  });

  it.each([
    ['/embed/market-share', '*'],
    ['/charts/market-share.svg', '*'],
    ['/charts/market-share.pdf', '*'],
    ['/calculators/training.svg', '*'],
    ['/charts/market-share', "'self'"],
    ['/charts/market-share.json', "'self'"],
    ['/embedded', "'self'"],
  ])('%s may stand in frames of: %s', async (path, sites) => {
    const { get } = await openSite(html('page'));
    const policy = (await get(path)).headers['content-security-policy'];
    expect(policy).toContain(`frame-ancestors ${sites}`);
  });

  it.each([
    ['/charts/market-share.svg', 'image/svg+xml', /^default-src 'none';.*sandbox/, 'cross-origin'],
    ['/charts/market-share.png', 'image/png', /^default-src 'none'; frame/, 'cross-origin'],
    ['/charts/market-share.json', 'application/json', /^default-src 'none'; frame/, 'same-origin'],
    ['/share', 'text/html', /^default-src 'self'; script-src 'self'/, 'same-origin'],
  ])('lets %s do what a %s needs', async (path, type, policy, resource) => {
    const { get } = await openSite((_request, response) => {
      response.setHeader('content-type', type);
      response.end('<main></main>');
    });
    const { headers } = await get(path);
    expect(headers['content-security-policy']).toMatch(policy);
    expect(headers['cross-origin-resource-policy']).toBe(resource);
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('camera=()');
  });

  it('shows nobody the pages by which Next fails', async () => {
    const { site, get } = await openSite(({ url = '' }, response) => {
      response.statusCode = url.startsWith('/missing?') ? 200 : 500;
      html('No such page')({} as never, response as never);
    });
    for (const path of ['/_global-error', '/_error', '/_next/image']) {
      const { status, text } = await get(path);
      expect([status, text]).toEqual([404, 'No such page']);
    }
    expect(site.asked).toHaveLength(3);
  });

  it('tells a browser before it asks that every address may be read from any site', async () => {
    const { site, get } = await openSite(html('page'));
    const asking = {
      origin: 'https://a.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    };
    const { status, headers } = await get('/charts/market-share.csv', asking, 'OPTIONS');
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-methods']).toContain('GET');
    expect(headers['access-control-allow-headers']).toMatch(/if-none-match.*range/);
    expect(Number(headers['access-control-max-age'])).toBeGreaterThan(0);
    expect(site.asked).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
    'refuses %s and says what is allowed',
    async (method) => {
      const { site, get } = await openSite(html('page'));
      const { status, headers, text } = await get('/share', {}, method);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(JSON.parse(text)).toMatchObject({
        status: 405,
        detail: expect.stringContaining(method),
      });
      expect(site.asked).toEqual([]);
    },
  );

  it.each([
    [`/share?q=${'x'.repeat(9000)}`, 414],
    ['/share/%E0%A4%A', 400],
    ['/%', 400],
    ['/a%00b', 400],
    ['/share?q=100%', 200],
    ['/share?q=%E0%A4%A', 200],
    ['http://elsewhere.example/share', 200],
  ])('answers %.40s with %i', async (path, status) => {
    const { get } = await openSite(html('page'));
    expect((await get(path)).status).toBe(status);
  });
});
