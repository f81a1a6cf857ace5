/**
 * How many pages are rendered in a second by one process and by as many as there are
 * processors. How many prepared pages are served in a second, against rendering the same page
 * anew for every request: one server, the same minute, taking turns. The page
 * rendered anew is sent uncompressed, which is to its advantage.
 */
import { availableParallelism } from 'node:os';
import autocannon from 'autocannon';
import { withServer } from './support/with-server';

const PAGES = ['/', '/share', '/holdings'];
const ROUNDS = 2;
const SECONDS = 3;
const CONNECTIONS = 10;
const GOAL_RATIO = 8;

export async function run(): Promise<void> {
  for (const workers of new Set([1, availableParallelism()])) {
    const env = { TRACKER_BENCH: '1', TRACKER_WORKERS: String(workers) };
    await withServer((root) => countCold(root, workers), env);
  }
  await withServer(
    async (root) => {
      for (const page of PAGES) await compare(root + page, page);
    },
    { TRACKER_BENCH: '1' },
  );
}

/** Rendered anew for each view, until renderers are warm and after. */
async function countCold(root: string, workers: number) {
  for (const page of PAGES) {
    const bypass = { 'x-tracker-bypass': '1' };
    await load(root + page, bypass, SECONDS);
    const result = await load(root + page, bypass, 2 * SECONDS);
    console.log(`${page} rendered by ${workers}: ${describe([result])}`);
  }
  const text = await (await fetch(`${root}/metrics`)).text();
  const memory = [...text.matchAll(/memory_bytes\{process="([^"]+)"\} (\d+)/g)];
  const each = memory.map(([, name, bytes]) => `${name} ${Math.round(Number(bytes) / 1024 ** 2)}`);
  console.log(`  MB: ${each.join(', ')}`);
}

async function compare(url: string, page: string) {
  const anew: autocannon.Result[] = [];
  const prepared: autocannon.Result[] = [];
  await load(url, {}, 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    anew.push(await load(url, { 'x-tracker-bypass': '1' }, SECONDS));
    prepared.push(await load(url, { 'accept-encoding': 'br' }, SECONDS));
  }
  const ratio = rate(prepared) / rate(anew);
  const reached = ratio >= GOAL_RATIO;
  console.log(`${page}
  anew      ${describe(anew)}
  prepared  ${describe(prepared)}
  ${ratio.toFixed(1)}× the throughput (goal ${GOAL_RATIO}×${reached ? '' : ', MISSED'})`);
  if (!reached) process.exitCode = 1;
}

async function load(url: string, headers: Record<string, string>, duration: number) {
  const result = await autocannon({ url, connections: CONNECTIONS, duration, headers });
  const failed = result.errors + result.non2xx;
  if (failed > 0) throw new Error(`${url}: ${failed} requests failed; nothing was measured.`);
  return result;
}

const rate = (results: autocannon.Result[]) =>
  results.reduce((sum, { requests }) => sum + requests.average, 0) / results.length;

function describe(results: autocannon.Result[]): string {
  const worst = Math.max(...results.map(({ latency }) => latency.p99));
  return `${rate(results).toFixed(0).padStart(6)} requests/s, 99% within ${worst.toFixed(0)} ms`;
}
