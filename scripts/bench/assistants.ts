/**
 * What assistants get from `/mcp`: calls a second of each tool, eight at once, and how long one
 * takes; and what a prepared page takes meanwhile.
 */
import { DRAWING_TOOL } from '@/exports/mcp/message';
import { measure, report, toMedian } from './support/measure';
import { withServer } from './support/with-server';

const AT_ONCE = 8;
const CALLS = 200;
const IMAGES = 24;

const CHARTS = ['market-share', 'shipments', 'accelerator-holders', 'papers-by-vendor'];
const calls: readonly (readonly [name: string, (at: number) => object, count: number])[] = [
  ['search', (at) => ({ q: `H100 price ${2020 + (at % 7)}` }), CALLS],
  ['get_chart', (at) => ({ chart: CHARTS[at % CHARTS.length] }), CALLS],
  ['compare_organizations', () => ({ organizations: ['Meta', 'Google', 'xAI'] }), CALLS],
  ['get_evidence', () => ({ figure: EVIDENCE }), CALLS],
  ['query_dataset', (at) => ({ dataset: 'gpu-holdings', page: 1 + (at % 4) }), CALLS],
  ['render_chart', (at) => ({ chart: CHARTS[at % CHARTS.length], size: 'social' }), IMAGES],
];
const EVIDENCE = '/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia';

export const run = (): Promise<void> => withServer(measureTools);

async function measureTools(root: string): Promise<void> {
  for (const [name, toGiven, count] of calls) {
    await ask(root, name, toGiven(0));
    const times: number[] = [];
    const begun = performance.now();
    let next = 0;
    const worker = async () => {
      while (next < count) {
        const at = next;
        next += 1;
        const start = performance.now();
        await ask(root, name, toGiven(at));
        times.push(performance.now() - start);
      }
    };
    const all = Promise.all(Array.from({ length: AT_ONCE }, worker));
    const page = await timePage(root);
    await all;
    const seconds = (performance.now() - begun) / 1000;
    report(name, count / seconds, { unit: 'calls/s', least: name === DRAWING_TOOL ? 2 : 20 });
    report('  half within', toMedian(times), {
      unit: 'ms',
      most: name === DRAWING_TOOL ? 4000 : 1000,
    });
    report('  / at that time', page, { unit: 'ms', most: 50 });
  }
}

async function ask(root: string, name: string, given: object): Promise<void> {
  const body = JSON.stringify({
    ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
    params: { name, arguments: given },
  });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${root}/mcp`, { method: 'POST', headers, body });
  const { result } = (await answer.json()) as { result?: { isError?: boolean } };
  if (!answer.ok || !result || result.isError)
    throw new Error(`${name} answered ${answer.status}.`);
}

/** Half of some visits while calls are answered. */
async function timePage(root: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < VISITS; turn += 1) {
    times.push(await measure(async () => (await fetch(root)).text()));
  }
  return toMedian(times);
}

const VISITS = 20;
