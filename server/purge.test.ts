import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepPurged, readPurgeAddresses } from './purge';
import type { Shown } from './shown';

/** A cache that notes how it is asked to forget. */
async function openCache(port = 0) {
  const heard: { method?: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const cache = { status: 200, heard, address: '' };
  const server = createServer(({ method, headers }, response) => {
    heard.push({ method, headers });
    response.writeHead(cache.status).end('words');
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  cache.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return cache;
}

function start(addresses: readonly string[]) {
  const state: { shown: Shown | null } = { shown: { id: 'a', published: 1_795_000_000.5 } };
  const words: string[] = [];
  const log = (said: string) => words.push(said);
  onTestFinished(keepPurged({ addresses, shown: () => state.shown, log, every_ms: 2 }));
  return { state, words };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 2));
}

/** Long enough for another look. */
const wait = () => new Promise((done) => setTimeout(done, 30));

describe('telling caches of new data', () => {
  it('tells each when it starts and when another snapshot is shown, and not in between', async () => {
    const caches = [await openCache(), await openCache()];
    const { state, words } = start(caches.map(({ address }) => address));
    await until(() => caches.every(({ heard }) => heard.length === 1));
    await wait();
    state.shown = null;
    await wait();
    state.shown = { id: 'b', published: 1_795_000_060 };
    await until(() => caches.every(({ heard }) => heard.length === 2));
    await wait();
    for (const { heard } of caches) {
      expect(heard.map(({ method }) => method)).toEqual(['PURGE', 'PURGE']);
      expect(heard.map(({ headers }) => headers['surrogate-key'])).toEqual(['live', 'live']);
      const times = heard.map(({ headers }) => headers['tracker-published']);
      expect(times).toEqual(['1795000000.500', '1795000060.000']);
    }
    expect(words).toEqual([]);
  });

  it('tries again where it fails, says so once, and lets no other cache wait', async () => {
    const [broken, other] = [await openCache(), await openCache()];
    broken.status = 405;
    const { state, words } = start([broken.address, other.address]);
    await until(() => other.heard.length === 1 && broken.heard.length === 3);
    expect(words).toEqual([expect.stringMatching(/could not be purged.*it answered 405.*minute/)]);
    broken.status = 200;
    state.shown = { id: 'b', published: 1_795_000_060 };
    await until(() => words.length === 2);
    expect(words[1]).toContain('again');
    // It is told of what is shown now, not of what it missed.
    expect(broken.heard.at(-1)?.headers['tracker-published']).toBe('1795000060.000');
    expect(other.heard).toHaveLength(2);
  });

  it('goes on where no cache is', async () => {
    const { words } = start(['http://127.0.0.1:9/']);
    await until(() => words.length === 1);
    expect(words[0]).toContain('http://127.0.0.1:9/');
  });

  it('reads addresses, and refuses what is none', () => {
    expect(readPurgeAddresses(undefined)).toEqual([]);
    const two = ['http://10.0.0.5:8080/', 'https://cache.example/purge'];
    expect(readPurgeAddresses(` ${two.join(', ')}\n`)).toEqual(two);
    for (const wrong of ['cache:8080', 'ftp://cache/', 'http://', 'http://me:word@cache/']) {
      expect(() => readPurgeAddresses(wrong)).toThrow('TRACKER_PURGE');
    }
  });
});
