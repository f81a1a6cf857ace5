/**
 * What pages and files cost as the data grows: the tracker's own, ten and a hundred times
 * over. One renderer shows all three, each published in the place of the one before, so that
 * "first" is what the first visitor of a new snapshot waits, "again" every later one whose
 * page is not prepared, and neither holds the loading of modules. A cost is the processor's time
 * that the renderer took, which other work on the machine changes little; where the system does
 * not tell, time by the clock. Fails where ten times the data cost more than about ten times the
 * work, or where a page is slow with all of it.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasets } from '@/data/datasets';
import { ingest } from '@/db/ingest';
import { toPlainHtml } from '@/server/plain-html';
import { type Renderer, startRenderer } from '@/server/renderers';
import { build } from '../bootstrap/build.mjs';
import { prepareDatabase } from '../bootstrap/database.mjs';
import { writeRepeatedData } from './ingest/repeated-data';
import { toMedian } from './support/measure';

const PAGES = [
  '/',
  '/share',
  '/papers',
  '/share/compare',
  '/competition',
  '/vendors',
  '/vendors/nvidia',
  '/holdings',
  '/compare?orgs=meta,microsoft',
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
/** Whoever takes longer is asked no more, and stands as "over 10 s". */
const MOST_MS = 10_000;

interface Cost {
  /** Milliseconds; infinite: there was no answer in time. */
  readonly first: number;
  readonly again: number;
  readonly bytes: number;
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
  const database = join(folder, 'tracker.sqlite');
  try {
    await prepareDatabase();
    await build();
    const files: string[] = [];
    for (const times of TIMES) files.push(await prepareTimes(times, folder));
    publish(files[0]!, database);
    Object.assign(process.env, { NODE_ENV: 'production', TRACKER_DB: database });
    const renderer = startRenderer([], (error) => {
      throw error;
    });
    try {
      await renderer.started;
      // Modules are loaded before anything counts.
      for (const address of [...PAGES, ...FILES]) await ask(renderer, address);
      const costs: Map<string, Cost>[] = [];
      for (const [at, times] of TIMES.entries()) {
        publish(files[at]!, database);
        costs.push(await measureAll(renderer));
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
  const dataDirectory = join(folder, `x${times}`);
  const databaseFile = join(folder, `x${times}.sqlite`);
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

/** The bytes of the answer; null: there was none in time. */
async function ask({ port }: Renderer, address: string): Promise<Buffer | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
      headers: { 'x-tracker-path': address.split('?', 1)[0]! },
      redirect: 'error',
      signal: AbortSignal.timeout(MOST_MS),
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
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return null;
    throw error;
  }
}

async function measureAll(renderer: Renderer): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const address of [...PAGES, ...FILES]) {
    const first = await measureOne(renderer, address);
    const rounds: number[] = [];
    // Whoever is that slow is not asked again.
    const count = Number.isFinite(first.ms) ? ROUNDS : 0;
    for (let round = 0; round < count; round += 1) {
      rounds.push((await measureOne(renderer, address)).ms);
    }
    const again = count > 0 ? toMedian(rounds) : Number.POSITIVE_INFINITY;
    costs.set(address, { first: first.ms, again, bytes: first.bytes });
  }
  return costs;
}

async function measureOne(renderer: Renderer, address: string) {
  const begun = readClock(renderer);
  const body = await ask(renderer, address);
  if (body) return { ms: readClock(renderer) - begun, bytes: body.length };
  // What nobody waits for any more still keeps it busy, and is not the next page's cost.
  while (!(await ask(renderer, '/robots.txt')));
  return { ms: Number.POSITIVE_INFINITY, bytes: 0 };
}

/** Milliseconds of the processor that a process has taken; hundredths of a second on Linux. */
function readClock({ pid }: Renderer): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return performance.now();
  const [, fields = ''] = readFileSync(file, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

function judge(costs: readonly Map<string, Cost>[]) {
  console.log(
    '| address | first ×1 | ×10 | ×100 | again ×1 | ×10 | ×100 | ×10 / ×1 | ×100 / ×10 | kB ×1 | ×10 | ×100 |',
  );
  console.log(`|---${'|---'.repeat(11)}|`);
  const problems: string[] = [];
  for (const address of [...PAGES, ...FILES]) {
    const own = costs.map((one) => one.get(address)!);
    const [one, ten, hundred] = own.map(({ again }) => again) as [number, number, number];
    const first = own.at(-1)!.first;
    const cells = [
      ...own.map((cost) => write(cost.first)),
      ...own.map((cost) => write(cost.again)),
      compare(ten, one),
      compare(hundred, ten),
      ...own.map(({ bytes }) => (bytes / 1000).toFixed(0)),
    ];
    console.log(`| \`${address}\` | ${cells.join(' | ')} |`);
    if (hundred > MOST_AGAIN) problems.push(`${address}: ${write(hundred)} ms`);
    if (first > MOST_FIRST) problems.push(`${address}: ${write(first)} ms for the first visitor`);
    const grown = [
      ['×10', ten, one],
      ['×100', hundred, ten],
    ] as const;
    for (const [what, now, before] of grown) {
      if (now > MOST_GROWTH * Math.max(before, NOISE_MS)) {
        problems.push(`${address}: ${what} costs ${compare(now, before)} times a tenth of it`);
      }
    }
  }
  for (const problem of problems) console.log(problem);
  const pages = new Set(problems.map((problem) => problem.split(': ', 1)[0])).size;
  const all = PAGES.length + FILES.length;
  console.log(
    pages === 0
      ? `All ${all} addresses keep the limits: ${MOST_AGAIN} ms again, ${MOST_FIRST} ms first at ×100, no growth beyond the data's.`
      : `${pages} of ${all} addresses MISS the limits: ${MOST_AGAIN} ms again, ${MOST_FIRST} ms first at ×100, no growth beyond the data's.`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

const write = (ms: number): string =>
  Number.isFinite(ms) ? ms.toFixed(0) : `over ${MOST_MS / 1000} s`;

/** How many times as much; noise is not compared. */
function compare(now: number, before: number): string {
  if (!Number.isFinite(now) || !Number.isFinite(before)) return '—';
  return (Math.max(now, NOISE_MS) / Math.max(before, NOISE_MS)).toFixed(1);
}
