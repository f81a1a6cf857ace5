/**
 * What a view is made of, in this process; then how long filtered views take: each asked once before anything of it is known
 * (cold), once more with its drawings remembered but the page rendered anew
 * (memoized), one request at a time; then fifty others, eight at once.
 */
import { build } from '../bootstrap/build.mjs';
import { prepareDatabase } from '../bootstrap/database.mjs';
import { findFreePort } from '../bootstrap/port.mjs';
import { end } from '../bootstrap/process.mjs';
import { databaseFile } from '../bootstrap/project.mjs';
import { serve } from '../bootstrap/serve.mjs';
import { toMedian, toQuantile } from './measure';

const GOAL_COLD_MS = 60;
const GOAL_MEMOISED_MS = 25;
const CONCURRENT = 8;
const MANY = 50;

const ranges = ['2018..2022', '2019..2024', '2020..latest', '..2023', '2021..2025'];
const views = [
  'by=year',
  'by=ttm',
  'view=growth-year',
  'view=index',
  'scale=log',
  'align=calendar',
];
const revenue = ranges.flatMap((time) =>
  views.map((view) => `/charts/nvidia-data-center-revenue?${view}&time=${time}`),
);
const shares = ranges.flatMap((time) =>
  ['nvidia', 'nvidia~amd', 'amd', 'intel~amd'].map(
    (series) => `/charts/market-share?series=${series}&time=${time}`,
  ),
);
const papers = ranges.flatMap((time) =>
  ['nvidia~amd', 'google', 'nvidia~google~amd', 'huawei~amd'].flatMap((series) =>
    ['growth-year', 'index', 'levels'].map(
      (view) => `/charts/papers-by-vendor?view=${view}&series=${series}&time=${time}`,
    ),
  ),
);

export async function run(): Promise<void> {
  const { measureParts } = await import('./views/parts');
  await measureParts();
  await prepareDatabase();
  await build();
  const port = await findFreePort();
  const server = await serve({ port, database: databaseFile(), env: { TRACKER_BENCH: '1' } });
  const root = `http://localhost:${port}`;
  try {
    // The first pages of a fresh process load code; nobody means those.
    for (const page of ['/share', '/charts/market-share', '/charts/papers-by-vendor', '/revenue']) {
      await ask(root + page);
    }
    const sample = [...revenue, ...shares];
    const cold = await askInTurn(root, sample);
    const memoized = await askInTurn(root, sample);
    report('cold', cold, GOAL_COLD_MS);
    report('memoized', memoized, GOAL_MEMOISED_MS);
    await askManyAtOnce(root, papers.slice(0, MANY));
  } finally {
    await end(server);
  }
}

/** Milliseconds until the whole page is there. Prepared pages are passed by. */
async function ask(url: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url, { headers: { 'x-tracker-bypass': '1' } });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
  return performance.now() - begun;
}

async function askInTurn(root: string, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) times.push(await ask(root + path));
  return times;
}

async function askManyAtOnce(root: string, paths: readonly string[]): Promise<void> {
  const waiting = [...paths];
  const times: number[] = [];
  const begun = performance.now();
  const worker = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) times.push(await ask(root + path));
  };
  await Promise.all(Array.from({ length: CONCURRENT }, worker));
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${paths.length} different views, ${CONCURRENT} at once: no error, ${seconds.toFixed(1)} s, half within ${toMedian(times).toFixed(0)} ms, 95% within ${toQuantile(times, 0.95).toFixed(0)} ms`,
  );
}

function report(name: string, times: readonly number[], goal: number): void {
  const half = Math.round(toMedian(times));
  const reached = half <= goal;
  console.log(
    `${name.padEnd(9)} ${times.length} views: half within ${half} ms, 95% within ${toQuantile(times, 0.95).toFixed(0)} ms (goal for half ${goal} ms${reached ? '' : ', MISSED'})`,
  );
  if (!reached) process.exitCode = 1;
}
