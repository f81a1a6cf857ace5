/**
 * How many prepared pages are served in a second, against rendering the same page
 * anew for every request: one server, the same minute, taking turns. The page
 * rendered anew is sent uncompressed, which is to its advantage.
 */
import autocannon from 'autocannon';
import { withServer } from './support/with-server';

const PAGES = ['/', '/share', '/holdings'];
const ROUNDS = 2;
const SECONDS = 3;
const CONNECTIONS = 10;
const GOAL_RATIO = 8;

export async function run(): Promise<void> {
  await withServer(
    async (root) => {
      for (const page of PAGES) await compare(root + page, page);
    },
    { TRACKER_BENCH: '1' },
  );
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
