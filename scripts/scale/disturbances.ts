/**
 * What happens while readers read: five publications, a replica that stands still during one of
 * them, a server and a replica that are killed, a server that is added.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signalAll } from '../bootstrap/process.mjs';
import { writeDifferingData } from './data';
import type { Parts } from './parts';
import { until } from './until';

/** A snapshot became public. */
export interface Switch {
  readonly snapshot: string;
  /** `performance.now()` at which it was seen in the primary. */
  readonly seen_ms: number;
  /** Seconds since 1970, as answers say it. */
  readonly published: number;
  /** Until every server showed it, and Varnish. */
  readonly shown_s: number;
}

export interface Disturbed {
  readonly switches: readonly Switch[];
  /** Seconds that each publication took. */
  readonly publications_s: readonly number[];
  /** Schemas that were dropped. */
  readonly dropped: number;
}

const PUBLICATIONS = 5;
/** A live page by which it is seen what a server shows. */
const SHOWN = '/share';

/** `seconds` is about how long all of it lasts. */
export async function disturb(parts: Parts, seconds: number): Promise<Disturbed> {
  const begun = performance.now();
  const at = (share: number) =>
    pause(Math.max(0, begun + share * seconds * 1000 - performance.now()));
  const say = (text: string) =>
    console.log(`  ${((performance.now() - begun) / 1000).toFixed(1)} s  ${text}`);

  const publications_s: number[] = [];
  const over = new AbortController();
  const watching = watchSwitches(parts, over.signal, say);
  const before = (await listSchemas(parts)).length;

  async function publishAll() {
    for (let n = 1; n <= PUBLICATIONS; n += 1) {
      await at(0.05 + ((n - 1) * 0.85) / PUBLICATIONS);
      const data = join(parts.place.folder, `data-${n}`);
      writeDifferingData(data, n);
      if (n === 2) void standStill(parts, say);
      publications_s.push(await parts.publish(data));
      say(`publication ${n} is done`);
    }
  }
  async function killAndAdd() {
    await at(0.38);
    const server = parts.servers.get('server-2');
    parts.servers.delete('server-2');
    if (server) signalAll(server.part, 'SIGKILL');
    say('server-2 is killed');
    await at(0.55);
    const [, replica] = parts.replicas;
    if (replica) signalAll(replica.part, 'SIGKILL');
    say('replica-2 is killed');
    await at(0.6);
    await parts.addServer('server-4');
    say('server-4 is added');
  }

  await Promise.all([publishAll(), killAndAdd()]);
  over.abort();
  const switches = await watching;
  const dropped = before + PUBLICATIONS - (await listSchemas(parts)).length;
  return { switches, publications_s, dropped };
}

/** A replica takes nothing over until a publication has waited for it for a while. */
async function standStill(parts: Parts, say: (text: string) => void) {
  const [replica] = parts.replicas;
  if (!replica) return;
  const before = await listSchemas(parts);
  await replica.ask('SELECT pg_wal_replay_pause()');
  say('replica-1 stands still');
  const isLoaded = async () => (await listSchemas(parts)).some((name) => !before.includes(name));
  await until('the publication has loaded', 60, isLoaded);
  await pause(STILL_MS);
  await replica.ask('SELECT pg_wal_replay_resume()');
  say('replica-1 goes on');
}

const STILL_MS = 4000;

const listSchemas = async ({ primary }: Parts): Promise<unknown[]> =>
  (
    await primary.ask(String.raw`SELECT nspname FROM pg_namespace WHERE nspname ~ '^tracker_\d+$'`)
  ).map(({ nspname }) => nspname);

const NEWEST = `SELECT serial::int AS serial, snapshot, published_at FROM tracker.publications
  ORDER BY serial DESC LIMIT 1`;

/** Every switch until the signal, with the time until all showed it. */
async function watchSwitches(
  parts: Parts,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<Switch[]> {
  const waits: Promise<Switch>[] = [];
  let [first] = await parts.primary.ask(NEWEST);
  for (let isLast = false; !isLast; await pause(50)) {
    isLast = signal.aborted;
    const [newest] = await parts.primary.ask(NEWEST);
    if (!newest || newest.serial === first?.serial) continue;
    first = newest;
    const found = {
      snapshot: String(newest.snapshot),
      seen_ms: performance.now(),
      published: Date.parse(String(newest.published_at)) / 1000,
    };
    say(`snapshot ${found.snapshot} is public`);
    waits.push(waitUntilShown(parts, found.published).then((shown_s) => ({ ...found, shown_s })));
  }
  return Promise.all(waits);
}

/**
 * Seconds until every server that runs shows what was published then, or newer, and Varnish does;
 * infinite where that was waited for in vain.
 */
export async function waitUntilShown({ site, servers }: Parts, published: number): Promise<number> {
  const isShown = async (base: string) => {
    const answer = await fetch(`${base}${SHOWN}`, { headers: { 'accept-encoding': 'gzip' } });
    await answer.arrayBuffer();
    return Number(answer.headers.get('tracker-published')) >= published;
  };
  return until(
    'all servers show what was published',
    30,
    async () => {
      const all = [site, ...[...servers.values()].map(({ port }) => `http://127.0.0.1:${port}`)];
      return (await Promise.all(all.map(isShown))).every(Boolean);
    },
    50,
  ).catch(() => Number.POSITIVE_INFINITY);
}
