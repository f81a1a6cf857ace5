/** The configurations of `docs/caches/`, where Varnish with its modules, or nginx, is installed. */
import type { OutgoingHttpHeaders } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Cache, INSTALLED, openCache } from './caches-for-tests';

const CACHES: readonly Cache[] = ['varnish', 'nginx'];

describe.each(CACHES.filter((cache) => INSTALLED[cache]))('behind %s', (cache) => {
  it('the second who asks for a page or a file has it from there, and who returns a 304', async () => {
    const { get, sites } = await openCache(cache);
    const [one, other] = sites;
    for (const path of ['/share', '/share?snapshot=0123456789ab', '/charts/market-share.csv']) {
      const first = await get(path);
      const second = await get(path);
      expect([first.headers['x-cache'], second.headers['x-cache']]).toEqual(['MISS', 'HIT']);
      expect(second.text).toBe(first.text);
      const known = await get(path, { headers: { 'if-none-match': first.headers.etag } });
      expect([known.status, known.text]).toEqual([304, '']);
    }
    expect([...one.asked, ...other.asked]).toHaveLength(3);
  });

  it('what was seen is shown on where no server answers', async () => {
    const { get, sites } = await openCache(cache);
    const brief = '/charts/brief.csv';
    for (const path of ['/share', brief]) expect((await get(path)).status).toBe(200);
    for (const site of sites) site.isFailing = true;
    // Until the file is stale.
    await pause(1100);
    for (const path of ['/share', brief, brief]) {
      const { status, text } = await get(path);
      expect([status, text]).toEqual([200, 'one']);
    }
    expect((await get('/never-seen')).status).toBeGreaterThanOrEqual(500);
  });

  it('neither health nor what is posted is kept', async () => {
    const { get, sites } = await openCache(cache);
    const posted = { method: 'POST', headers: { 'content-type': 'application/json' } };
    for (const _ of [1, 2]) {
      expect((await get('/health')).headers['x-cache']).not.toBe('HIT');
      expect((await get('/mcp', posted)).headers['x-cache']).not.toBe('HIT');
    }
    expect(sites.flatMap(({ asked }) => asked)).toEqual([]);
  });
});

describe.skipIf(!INSTALLED.varnish)('Varnish', () => {
  it('shows nobody an older snapshot after a newer one, whichever server answers', async () => {
    const { get, sites } = await openCache('varnish');
    const [ahead, behind] = sites;
    const read = async (path: string) => (await get(path)).text;
    const paths = Array.from({ length: 20 }, (_, n) => `/page-${n}`);
    for (const path of paths) expect(await read(path)).toBe('one');
    ahead.data = 'two';
    // Whatever is kept is shown until one of the servers says that there is something newer.
    const fresh = Array.from({ length: 20 }, (_, n) => `/fresh-${n}`);
    const seen: string[] = [];
    for (const path of fresh) seen.push(await read(path));
    const first = seen.indexOf('two');
    expect(first).toBeGreaterThan(-1);
    const all = [...paths, ...fresh, ...fresh.map((path) => `${path}?again`)];
    const later = await Promise.all(all.map(read));
    expect(new Set([...seen.slice(first), ...later])).toEqual(new Set(['two']));
    expect(behind.data).toBe('one');
    // Nothing else was kept.
    for (const path of all) {
      const { text, headers } = await get(path);
      const said = [text, headers['x-cache'], headers['tracker-published']];
      expect(said).toEqual(['two', 'HIT', '1795000060.000']);
    }
  });

  it('tells a server that is behind what there is, so that it looks', async () => {
    const { get, sites } = await openCache('varnish', {
      sync: async (site) => void Object.assign(site, { data: 'two' }),
    });
    const [ahead, behind] = sites;
    expect((await get('/')).text).toBe('one');
    ahead.data = 'two';
    const texts: string[] = [];
    for (let n = 0; n < 20; n += 1) texts.push((await get(`/page-${n}`)).text);
    const first = texts.indexOf('two');
    expect(first).toBeGreaterThan(-1);
    expect(new Set(texts.slice(first))).toEqual(new Set(['two']));
    expect(behind.data).toBe('two');
  });

  it('forgets what is live when it is told of a newer snapshot, and nothing that is frozen', async () => {
    const { get, sites } = await openCache('varnish');
    const frozen = '/share?snapshot=0123456789ab';
    for (const path of ['/', frozen]) await get(path);
    for (const site of sites) site.data = 'two';
    const purge = (headers: OutgoingHttpHeaders) => get('/', { method: 'PURGE', headers });
    const newer = { 'surrogate-key': 'live', 'tracker-published': '1795000060.000' };
    expect((await get('/')).text).toBe('one');
    expect((await purge({ ...newer, 'x-forwarded-for': '127.0.0.1' })).status).toBe(405);
    expect((await purge({ 'surrogate-key': 'live || obj.status != 0' })).status).toBe(400);
    expect((await get('/')).text).toBe('one');
    expect((await purge(newer)).status).toBe(200);
    expect((await get('/')).text).toBe('two');
    expect((await get(frozen)).headers['x-cache']).toBe('HIT');
    // The other server says the same again: nothing is older than that.
    await purge(newer);
    expect((await get('/')).headers['x-cache']).toBe('HIT');
    await purge({ 'surrogate-key': 'snapshot-0123456789ab' });
    expect((await get(frozen)).headers['x-cache']).toBe('MISS');
  });

  it('shows older data again where everything was to be forgotten', async () => {
    const { get, sites } = await openCache('varnish');
    for (const site of sites) site.data = 'two';
    for (const path of ['/fresh', '/']) expect((await get(path)).text).toBe('two');
    for (const site of sites) site.data = 'one';
    expect((await get('/share')).status).toBe(503);
    expect((await get('/')).text).toBe('two');
    await get('/', { method: 'PURGE', headers: { 'surrogate-key': 'all' } });
    expect([(await get('/')).text, (await get('/share')).text]).toEqual(['one', 'one']);
  });

  it('answers on while no server does, and asks the other where one fails', async () => {
    const { get, sites } = await openCache('varnish');
    const [one, other] = sites;
    for (const path of ['/', '/share']) await get(path);
    one.isFailing = true;
    for (const path of ['/a', '/b', '/c']) expect((await get(path)).status).toBe(200);
    other.isFailing = true;
    for (const path of ['/', '/share', '/a']) expect((await get(path)).status).toBe(200);
    const failed = await get('/never-seen');
    expect([failed.status, failed.headers['retry-after']]).toEqual([503, '5']);
    one.isFailing = false;
    expect((await get('/never-seen')).status).toBe(200);
  });

  it('shows what was there before a publication while no server answers, and only then', async () => {
    const { get, sites } = await openCache('varnish');
    const paths = ['/', '/share', '/papers'];
    for (const path of paths) expect((await get(path)).text).toBe('one');
    for (const site of sites) site.data = 'two';
    expect((await get('/fresh')).text).toBe('two');
    expect((await get('/papers')).text).toBe('two');
    for (const site of sites) site.isFailing = true;
    const seen = [];
    for (const path of paths) seen.push((await get(path)).text);
    expect(seen).toEqual(['one', 'one', 'two']);
    for (const site of sites) site.isFailing = false;
    for (const path of paths) expect((await get(path)).text).toBe('two');
  });

  it('asks the other server for a snapshot that one has not got yet', async () => {
    const { get, sites } = await openCache('varnish');
    const [lacking] = sites;
    lacking.isLacking = true;
    const paths = Array.from({ length: 8 }, (_, n) => `/charts/a-${n}.csv?snapshot=0123456789ab`);
    for (const path of paths) expect((await get(path)).status).toBe(200);
    expect(lacking.asked.length).toBeGreaterThan(0);
    for (const site of sites) site.isLacking = true;
    expect((await get('/charts/b.csv?snapshot=0123456789ab')).status).toBe(404);
  });

  it('shows figures of servers to nobody outside', async () => {
    const { get } = await openCache('varnish');
    const outside = { headers: { 'x-forwarded-for': '203.0.113.9' } };
    const statuses = [await get('/metrics'), await get('/metrics', outside)].map(
      (one) => one.status,
    );
    expect(statuses).toEqual([200, 404]);
  });
});
