/**
 * The rules for Varnish in `docs/caches/`, in front of two doors of ours; only where Varnish and
 * its modules are installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { html, openSite, stopLater } from './site-for-tests';

const RULES = join(import.meta.dirname, '..', 'docs', 'caches');
const hasVarnish =
  spawnSync('varnishd', ['-C', '-f', join(RULES, 'varnish-servers.vcl'), '-p', `vcl_path=${RULES}`])
    .status === 0;

describe.skipIf(!hasVarnish)('Varnish with our rules', () => {
  it('answers the second request for pages, frozen pages and files, and returning readers with 304', async () => {
    const { get, sites } = await openCache();
    for (const path of ['/share', '/share?snapshot=0123456789ab', '/charts/market-share.csv']) {
      const first = await get(path);
      const second = await get(path);
      expect([first.headers['x-cache'], second.headers['x-cache']]).toEqual(['MISS', 'HIT']);
      expect(second.text).toBe(first.text);
      const known = await get(path, { headers: { 'if-none-match': first.headers.etag } });
      expect([known.status, known.text]).toEqual([304, '']);
    }
    const asked = sites.flatMap((site) => site.asked.filter((path) => path !== '/health'));
    expect(asked).toHaveLength(3);
  });

  it('shows nobody an older snapshot after a newer one, whichever server answers', async () => {
    const { get, sites } = await openCache();
    const [ahead, behind] = sites;
    const paths = ['/', '/share', '/papers', '/holdings', '/revenue', '/chips'];
    for (const path of paths) expect((await get(path)).text).toBe('one');
    ahead.data = 'two';
    // Whatever is kept is shown until one of the servers says that there is something newer.
    const fresh = ['/a', '/b', '/c', '/d'];
    const seen: string[] = [];
    for (const path of [...fresh, ...paths, ...fresh]) seen.push((await get(path)).text);
    const first = seen.indexOf('two');
    expect(first).toBeGreaterThan(-1);
    expect(first).toBeLessThan(2);
    expect(new Set(seen.slice(first))).toEqual(new Set(['two']));
    expect(behind.data).toBe('one');
    // Nothing of it was kept, and the next server is asked at once.
    for (const path of [...paths, ...fresh]) {
      const { text, headers } = await get(path);
      expect([text, headers['x-cache'], headers['tracker-published']]).toEqual([
        'two',
        'HIT',
        '1795000060.000',
      ]);
    }
  });

  it('tells a server that is behind what there is, so that it looks', async () => {
    const { get, sites } = await openCache({
      sync: async (site) => void Object.assign(site, { data: 'two' }),
    });
    const [ahead, behind] = sites;
    expect((await get('/')).text).toBe('one');
    ahead.data = 'two';
    const texts = [];
    for (const path of ['/a', '/b', '/c', '/d']) texts.push((await get(path)).text);
    expect(texts.slice(1)).toEqual(['two', 'two', 'two']);
    expect(behind.data).toBe('two');
  });

  it('forgets what is live when it is told of a newer snapshot, and nothing that is frozen', async () => {
    const { get, sites } = await openCache();
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
    const { get, sites } = await openCache();
    for (const site of sites) site.data = 'two';
    expect((await get('/')).text).toBe('two');
    for (const site of sites) site.data = 'one';
    expect((await get('/share')).status).toBe(503);
    expect((await get('/')).text).toBe('two');
    await get('/', { method: 'PURGE', headers: { 'surrogate-key': 'all' } });
    expect([(await get('/')).text, (await get('/share')).text]).toEqual(['one', 'one']);
  });

  it('answers on while no server does, and asks the other where one fails', async () => {
    const { get, sites } = await openCache();
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

  it('keeps neither health nor what is posted, and shows figures of servers to nobody else', async () => {
    const { get } = await openCache();
    for (const path of ['/health', '/metrics']) {
      for (const _ of [1, 2]) expect((await get(path)).headers['x-cache']).toBe('MISS');
    }
    const posted = { method: 'POST', headers: { 'content-type': 'application/json' } };
    for (const _ of [1, 2]) expect((await get('/mcp', posted)).headers['x-cache']).toBe('MISS');
    const outside = { headers: { 'x-forwarded-for': '203.0.113.9' } };
    expect((await get('/metrics', outside)).status).toBe(404);
  });
});

interface Site {
  data: string;
  isFailing: boolean;
  readonly asked: string[];
}

/** Varnish in front of two doors, asked in turn. */
async function openCache(options: { sync?: (site: { data: string }) => Promise<unknown> } = {}) {
  const open = async () => {
    const opened = await openSite((asked, response) => {
      if (sites.find((one) => one.asked === opened.site.asked)?.isFailing) {
        response.writeHead(500).end();
      } else if (asked.url?.includes('.csv')) {
        response.setHeader('content-type', 'text/csv');
        response.setHeader('cache-control', 'public, max-age=60, stale-while-revalidate=600');
        response.end(opened.site.data);
      } else html(opened.site.data)(asked, response);
    }, options);
    return opened;
  };
  const opened = [await open(), await open()] as const;
  const sites = opened.map(({ site }) =>
    Object.assign(site, { isFailing: false }),
  ) as unknown as readonly [Site, Site];
  const folder = mkdtempSync(join(tmpdir(), 'tracker-varnish-'));
  cpSync(RULES, folder, { recursive: true });
  const file = join(folder, 'varnish-servers.vcl');
  const backends = opened.map(
    ({ port }, n) => `backend s${n} { .host = "127.0.0.1"; .port = "${port}"; .probe = ready; }`,
  );
  const written = readFileSync(file, 'utf8')
    .replace(/^backend one .*$/m, backends.join('\n'))
    .replace('servers.add_backend(one);', 'servers.add_backend(s0); servers.add_backend(s1);');
  writeFileSync(file, written);
  const port = await findFreePort();
  // As root it would become somebody who may not read the folder.
  const flags = [
    '-j',
    'none',
    '-F',
    '-f',
    file,
    '-a',
    `127.0.0.1:${port}`,
    '-n',
    join(folder, 'run'),
    '-s',
    'malloc,32m',
  ];
  const varnish = spawn('varnishd', [...flags, '-p', `vcl_path=${folder}`], { stdio: 'ignore' });
  stopLater(() => {
    varnish.kill();
    varnish.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  });
  const get = (
    path: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: OutgoingHttpHeaders } = {},
  ) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>(
      (resolve, reject) => {
        request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        })
          .on('error', reject)
          .end();
      },
    );
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await get('/health').catch(() => null);
    if (answer) break;
    await pause(50);
  }
  return { get, sites };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
