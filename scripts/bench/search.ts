/**
 * How long the search takes: every word of every name, asked whole and half typed of
 * the tracker's own data; then over HTTP, each page asked for the first time.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { search } from '@/catalog/search';
import type { Orm } from '@/db/orm';
import { listTitles } from '@/db/queries/search';
import { build } from '../bootstrap/build.mjs';
import { end } from '../bootstrap/process.mjs';
import { findFreePort, serve } from '../bootstrap/serve.mjs';
import { measure, toMedian, toQuantile } from './support/measure';
import { withData } from './support/with-data';

const PAGES = 300;
const GOAL_MS = 20;
// Longer than the server takes to prepare its pages after a start.
const SETTLED_MS = 40_000;

export const run = (): Promise<void> =>
  withData(async ({ orm }, databaseFile) => {
    const queries = await listQueries(orm);
    report('the query alone', await measureEach(queries, (query) => search(orm, query)));
    await measurePages(databaseFile, queries);
  });

async function listQueries(orm: Orm): Promise<string[]> {
  const titles = await listTitles(orm);
  const words = [
    ...new Set(titles.flatMap((title) => title.match(/[\p{L}\p{N}]+/gu) ?? [])),
  ].sort();
  return words.flatMap((word) => [word, word.slice(0, Math.ceil(word.length / 2))]);
}

/** Pages nobody asked for before: while the server prepares others, and when it is done. */
async function measurePages(databaseFile: string, queries: readonly string[]) {
  await build();
  const port = await findFreePort();
  const server = await serve({ port, database: databaseFile });
  // Spread over the alphabet, and no page twice.
  const step = Math.floor(queries.length / (2 * PAGES));
  const spread = [...new Set(queries.filter((_, index) => index % step === 0))];
  const get = async (query: string) => {
    const answer = await fetch(`http://localhost:${port}/search?q=${encodeURIComponent(query)}`);
    if (!answer.ok) throw new Error(`/search?q=${query} answered ${answer.status}.`);
    await answer.text();
  };
  try {
    report('a page, just started', await measureEach(spread.slice(0, PAGES), get));
    await pause(SETTLED_MS);
    const p50 = report('a page', await measureEach(spread.slice(PAGES, 2 * PAGES), get));
    if (p50 > GOAL_MS) process.exitCode = 1;
  } finally {
    await end(server);
  }
}

async function measureEach(
  queries: readonly string[],
  ask: (query: string) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) times.push(await measure(() => ask(query)));
  return times;
}

/** Prints the distribution and gives the median, in milliseconds. */
function report(what: string, times: readonly number[]): number {
  const text = (share: number) => `${toQuantile(times, share).toFixed(2)} ms`;
  console.log(
    `${what}: ${times.length} queries, p50 ${text(0.5)}, p95 ${text(0.95)}, p99 ${text(0.99)}, slowest ${text(1)}`,
  );
  return toMedian(times);
}
