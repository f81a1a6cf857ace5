/** A table of very many rows: published, and browsed while others read other pages. */

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { toQuantile } from '../bench/support/measure';
import { TABLE, writeLargeData } from './data';
import { waitUntilShown } from './disturbances';
import type { Parts } from './parts';
import { ask } from './readers';
import { until } from './until';

/** Of the dataset's page: each is asked for once, so none is prepared. */
const PAGES = [
  '',
  '?page=2',
  '?page=1000',
  '?page=20000',
  '?sort=price_usd_per_hour',
  '?sort=-price_usd_per_hour',
  '?sort=provider~-date',
  '?chip=h100',
  '?term=on-demand',
  '?term=on-demand&provider_kind=gpu-cloud',
  '?price_usd_per_hour__gte=2&price_usd_per_hour__lt=3',
  '?date__gte=2025-01',
];

/** Words are looked for in every text of every row. */
const SEARCHES = ['?q=lambda', '?q=h100+spot'];

/** Another page that visitors have, and others that nobody had. */
const OTHER = '/share';
const COLD = ['/datasets/chips', '/datasets/organizations', '/datasets/gpu-holdings'];

export interface LargeTable {
  readonly rows: number;
  readonly published_s: number;
  /** From the switch on. */
  readonly shown_s: number;
  /** Address → milliseconds. */
  readonly pages: ReadonlyMap<string, number>;
  readonly searches: ReadonlyMap<string, number>;
  /** Of another page, meanwhile, in milliseconds. */
  readonly other: readonly number[];
  readonly cold: readonly number[];
  readonly failed: readonly string[];
}

export async function browseLargeTable(parts: Parts, rows: number): Promise<LargeTable> {
  const data = join(parts.place.folder, 'data-large');
  writeLargeData(data, rows);
  const server = await parts.addServer('server-1');
  // A server that has just started loads its code with its first pages.
  for (const address of COLD) await ask(parts.site, address, { kind: 'live' });
  const published_s = await parts.publish(data);
  const [newest] = await parts.primary.ask(
    'SELECT published_at FROM tracker.publications ORDER BY serial DESC LIMIT 1',
  );
  const shown_s = await waitUntilShown(parts, Date.parse(String(newest?.published_at)) / 1000);

  const site = `http://127.0.0.1:${server.port}`;
  await until('the server has prepared its pages', 120, () => isAtRest(site), 500);
  const failed: string[] = [];
  const measure = async (address: string) => {
    const { status, asked_ms, answered_ms } = await ask(site, address, { kind: 'live' });
    if (status !== 200) failed.push(`${address}: ${status}`);
    return answered_ms - asked_ms;
  };
  const [other, cold]: [number[], number[]] = [[], []];
  let isOver = false;
  const readOthers = async () => {
    while (!isOver) {
      other.push(await measure(OTHER));
      await pause(10);
    }
  };
  const readCold = async () => {
    for (let n = 1; !isOver; n += 1) {
      cold.push(await measure(`${COLD[n % COLD.length]}?page=1&q=a${n}`));
      await pause(50);
    }
  };
  const others = Promise.all([readOthers(), readCold()]);
  const measureAll = async (queries: readonly string[]) => {
    const measured = new Map<string, number>();
    for (const query of queries) {
      const address = `/datasets/${TABLE}${query}`;
      measured.set(address, await measure(address));
    }
    return measured;
  };
  const pages = await measureAll(PAGES);
  const searches = await measureAll(SEARCHES);
  isOver = true;
  await others;
  return { rows, published_s, shown_s, pages, searches, other, cold, failed };
}

/** Whether it renders nothing of its own accord, for three seconds. */
async function isAtRest(site: string): Promise<boolean> {
  for (let looks = 0; looks < 30; looks += 1) {
    const metrics = await (await fetch(`${site}/metrics`)).text();
    if (/^tracker_queue_running\{[^}]*\} [1-9]/m.test(metrics)) return false;
    await pause(100);
  }
  return true;
}

export const toP99 = (figures: readonly number[]): number => toQuantile(figures, 0.99);
