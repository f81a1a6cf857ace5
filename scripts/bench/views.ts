/**
 * What a view is made of, in this process; then how long filtered views take: each asked
 * once before anything of it is known (cold), once more with its drawings remembered but
 * the page rendered anew (memoized), one request at a time; then fifty others, eight at once.
 */

import { publishedCharts } from '@/catalog/published';
import { toTable } from '@/charts/kinds';
import { drawForPage } from '@/charts/page-drawings';
import type { Tracker } from '@/db/connection';
import { answerChart } from '@/exports/chart-answer';
import { showRows } from '@/units/table';
import { getChartView } from '@/views/chart-view';
import { build } from '../bootstrap/build.mjs';
import { prepareDatabase } from '../bootstrap/database.mjs';
import { end } from '../bootstrap/process.mjs';
import { databaseFile } from '../bootstrap/project.mjs';
import { findFreePort, serve } from '../bootstrap/serve.mjs';
import { measure, toMedian, toQuantile } from './support/measure';
import { withData } from './support/with-data';

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

/**
 * What a view costs in this process, and what of it an answer pays: default views of all
 * charts, of which nothing is known before. Only what shows a picture draws one.
 */

const ROUNDS = 5;

const measureParts = (): Promise<void> => withData(measureRounds);

async function measureRounds(tracker: Tracker): Promise<void> {
  // The first round loads code; nobody means that.
  await measureRound(tracker, 'first');
  const rounds: Record<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await measureRound(tracker, `${round}`));
  }
  console.log(`${publishedCharts.length} default views, nothing of them known before:`);
  for (const name of Object.keys(rounds[0]!)) {
    const times = rounds.map((round) => round[name]!);
    console.log(`  ${name.padEnd(26)} ${toMedian(times).toFixed(0).padStart(5)} ms`);
  }
}

/** Milliseconds for all charts together. */
async function measureRound(tracker: Tracker, round: string): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  const add = async (name: string, act: () => unknown) => {
    sums[name] = (sums[name] ?? 0) + (await measure(act));
  };
  // What is kept is kept for a snapshot: another id finds nothing.
  const asNew = (name: string): Tracker => ({
    ...tracker,
    snapshot: { ...tracker.snapshot, id: `${name}-${round}` },
  });
  for (const chart of publishedCharts) {
    await add('build', () => getChartView(asNew('view'), chart));
    const { view } = await getChartView(asNew('view'), chart);
    await add('draw, wide and narrow', () => drawForPage(view.drawable));
    await add('table', () => showRows(toTable(view.model).page));
    for (const extension of ['csv', 'json', 'bib']) {
      const request = new Request(`http://localhost/charts/${chart.slug}.${extension}`);
      await add(`a whole answer of .${extension}`, async () => {
        const asked = { slug: chart.slug, extension };
        const answer = await answerChart(request, asNew(extension), asked);
        await answer.arrayBuffer();
      });
    }
  }
  return sums;
}
