/**
 * What pages and files cost as the data grows: the tracker's own, ten and a hundred times
 * over. One renderer shows all three, each published in the place of the one before, so that
 * "first" is what the first visitor of a new snapshot waits, "again" every later one whose
 * page is not prepared, and neither holds the loading of modules. Fails where ten times the
 * data cost more than about ten times the work, or where a page is slow with all of it.
 */
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { datasets } from '@/data/datasets';
import { ingest } from '@/db/ingest';
import { toPlainHtml } from '@/server/plain-html';
import { startRenderer } from '@/server/renderers';
import { build } from '../bootstrap/build.mjs';
import { prepareDatabase } from '../bootstrap/database.mjs';
import { writeRepeatedData } from './ingest/repeated-data';
import { measure, toMedian } from './support/measure';

const PAGES = [
  '/',
  '/share',
  '/papers',
  '/share/compare',
  '/competition',
  '/vendors',
  '/vendors/nvidia',
  '/holdings',
  '/compare?organizations=meta,microsoft',
  '/data-centers',
  '/data-centers/amazon-madison-mega-site',
  '/organizations',
  '/organizations/meta',
  '/revenue',
  '/chips',
  '/chips/h100',
  '/chips/compare',
  '/prices',
  '/charts/rental-prices',
  '/charts/rental-prices?table=rental-prices',
  '/charts/accelerator-holders',
  '/timeline',
  '/timeline/export-controls',
  '/article',
  '/datasets',
  '/datasets/gpu-holdings',
  '/datasets/gpu-holdings?page=30',
  '/datasets/gpu-holdings?organization=meta',
  '/datasets/gpu-holdings?q=tesla',
  '/datasets/gpu-holdings?sort=-accelerators',
  '/datasets/rental-prices',
  '/datasets/rental-prices?page=100',
  '/datasets/rental-prices?q=lambda',
  '/datasets/gpu-market-share',
  '/datasets/sources',
  '/evidence/gpu-holdings/aleph-alpha-a100-soai-2022-11-private-cloud',
  '/sources',
  '/corrections',
  '/freshness',
  '/checks',
  '/open-questions',
  '/snapshots',
  '/search?q=meta',
  '/search.json?q=meta',
  '/sitemap.xml',
  '/evidence/gpu-holdings/sitemap.xml',
  '/timeline.atom',
  '/datasets/gpu-holdings.atom',
  '/charts/rental-prices.svg',
];
/** Files whose length is the data's own: what counts is when they begin. */
const FILES = ['/datasets/rental-prices.csv', '/datasets/rental-prices.json'];
const TIMES = [1, 10, 100];
/** Milliseconds of a page with a hundred times the data. */
const MOST_AGAIN = 300;
const MOST_FIRST = 500;
/** Ten times the data may make a page this many times as slow, above what noise is. */
const MOST_GROWTH = 12;
const NOISE_MS = 25;
const ROUNDS = 3;

interface Cost {
  readonly first: number;
  readonly again: number;
  readonly bytes: number;
  readonly packed: number;
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
  const database = join(folder, 'tracker.sqlite');
  try {
    await prepareDatabase();
    await build();
    const files = await Promise.all(TIMES.map((times) => prepareTimes(times, folder)));
    publish(files[0]!, database);
    Object.assign(process.env, { NODE_ENV: 'production', TRACKER_DB: database });
    const renderer = startRenderer([], (error) => {
      throw error;
    });
    try {
      await renderer.started;
      const port = renderer.port!;
      // Modules are loaded before anything counts.
      for (const address of [...PAGES, ...FILES]) await ask(port, address);
      const costs: Map<string, Cost>[] = [];
      for (const [at, times] of TIMES.entries()) {
        publish(files[at]!, database);
        costs.push(await measureAll(port));
        console.log(`×${times}: the renderer holds ${(renderer.memory_bytes / 1e6).toFixed(0)} MB`);
      }
      judge(costs);
    } finally {
      renderer.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepareTimes(times: number, folder: string): Promise<string> {
  const [dataDirectory, databaseFile] = [
    join(folder, `x${times}`),
    join(folder, `x${times}.sqlite`),
  ];
  writeRepeatedData(dataDirectory, times);
  const { problems } = await ingest({ datasets, dataDirectory, databaseFile });
  if (problems.length > 0) throw new Error(`The data ×${times} has problems.`);
  rmSync(dataDirectory, { recursive: true });
  return databaseFile;
}

/** Another file in the place of the one that is served, as an ingest puts it. */
function publish(file: string, database: string) {
  copyFileSync(file, `${database}.new`);
  renameSync(`${database}.new`, database);
}

async function ask(port: number, address: string): Promise<Buffer> {
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
    headers: { 'x-tracker-path': address.split('?', 1)[0]! },
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  if (FILES.includes(address)) {
    const reader = answer.body!.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    return Buffer.from(value ?? []);
  }
  const body = Buffer.from(await answer.arrayBuffer());
  const isPage = answer.headers.get('content-type')?.startsWith('text/html');
  return isPage ? Buffer.from(toPlainHtml(body.toString(), { main: '', theme: '' })) : body;
}

async function measureAll(port: number): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const address of [...PAGES, ...FILES]) {
    let body: Buffer = Buffer.alloc(0);
    const act = async () => {
      body = await ask(port, address);
    };
    const first = await measure(act);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(act));
    const packed = brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
    }).length;
    costs.set(address, { first, again: toMedian(rounds), bytes: body.length, packed });
  }
  return costs;
}

function judge(costs: readonly Map<string, Cost>[]) {
  console.log('| address | first ×1 | ×10 | ×100 | again ×1 | ×10 | ×100 | kB ×1 | ×10 | ×100 |');
  console.log(`|---${'|---'.repeat(9)}|`);
  const problems: string[] = [];
  for (const address of [...PAGES, ...FILES]) {
    const [, ten, hundred] = costs.map((one) => one.get(address)!);
    const cells = [
      ...costs.map((one) => one.get(address)!.first.toFixed(0)),
      ...costs.map((one) => one.get(address)!.again.toFixed(0)),
      ...costs.map((one) => (one.get(address)!.bytes / 1000).toFixed(0)),
    ];
    console.log(`| \`${address}\` | ${cells.join(' | ')} |`);
    if (hundred!.again > MOST_AGAIN) problems.push(`${address}: ${hundred!.again.toFixed(0)} ms`);
    if (hundred!.first > MOST_FIRST) {
      problems.push(`${address}: ${hundred!.first.toFixed(0)} ms for the first visitor`);
    }
    if (hundred!.again > MOST_GROWTH * Math.max(ten!.again, NOISE_MS)) {
      problems.push(`${address}: ×100 costs ${(hundred!.again / ten!.again).toFixed(1)} of ×10`);
    }
  }
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}
