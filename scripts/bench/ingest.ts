/**
 * How fast a large CSV is validated and loaded, against `sqlite3 .import`, which
 * validates nothing: the same file into the same schema, taking turns. And how fast
 * the tracker's own datasets are, with every check they have, as they grow.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toTableName } from '@/data/contract';
import { toCsvPath } from '@/data/open-csv';
import { toCreateStatement } from '@/db/to-table';
import { benchRegistry, generateCsvs } from './ingest/datasets';
import { writeRepeatedData } from './ingest/repeated-data';
import { toMedian } from './support/measure';

const ROUNDS = 5;
const GROWTH_ROUNDS = 3;
const GOAL_RATIO = 0.6;
const GOAL_MEGABYTES = 400;
/** Ten times the rows may cost this many times the work; a square would cost a hundred. */
const MOST_GROWTH = 12;

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
  try {
    measureGrowth(folder);
    for (const rows of [1_000_000, 2_000_000]) measure(folder, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The tracker's own data ×1, ×10, ×100, each into an empty place and then over
 * nearly the same, with which it is compared. Fails where the work grows faster than the data.
 * Work is the processor's time, which other programs do not lengthen.
 */
function measureGrowth(folder: string) {
  const [, ten, hundred] = [1, 10, 100].map((times) => {
    const data = join(folder, `own-${times}`);
    const database = join(folder, `own-${times}.sqlite`);
    writeRepeatedData(data, times);
    const work = (['into an empty place', 'over earlier data'] as const).map((place) => {
      const rounds = Array.from({ length: GROWTH_ROUNDS }, () => {
        if (place === 'into an empty place') return ingestAnew('real', data, database);
        dropLastRow(toCsvPath(data, 'gpu-holdings-history'));
        return ingestOnce('real', data, database);
      });
      const cpu = toMedian(rounds.map(({ cpuSeconds }) => cpuSeconds));
      const peak = Math.max(...rounds.map(({ peakMegabytes }) => peakMegabytes));
      const { rows } = rounds[0]!;
      print(`own data ×${times}`, rows, toMedian(rounds.map(({ seconds }) => seconds)));
      console.log(`  ${place}: ${cpu.toFixed(2)} s of CPU, peak memory ${peak.toFixed(0)} MB`);
      return { place, cpu };
    });
    rmSync(data, { recursive: true });
    return work;
  });
  for (const [at, { place, cpu }] of hundred!.entries()) {
    const growth = cpu / ten![at]!.cpu;
    console.log(`×100 costs ${growth.toFixed(1)} of ×10 ${place} (at most ${MOST_GROWTH})`);
    if (growth > MOST_GROWTH) throw new Error('The ingest grows faster than the data.');
  }
  console.log();
}

function measure(folder: string, rows: number) {
  const data = join(folder, `data-${rows}`);
  generateCsvs(data, rows);
  const megabytes = statSync(toCsvPath(data, 'bench-listings')).size / 1e6;
  console.log(`${rows.toLocaleString('en')} rows × 8 columns, ${megabytes.toFixed(0)} MB of CSV`);

  const ours: IngestFigures[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(ingestAnew('bare', data, join(folder, 'ours.sqlite')));
    const seconds = importOnce(data, join(folder, 'theirs.sqlite'));
    if (seconds !== null) theirs.push(seconds);
  }
  const seconds = toMedian(ours.map((figures) => figures.seconds));
  const peak = Math.max(...ours.map((figures) => figures.peakMegabytes));
  print('npm run ingest', rows, seconds);
  if (theirs.length === 0) {
    console.log('sqlite3 .import     not measured: there is no sqlite3 command here');
  } else {
    print('sqlite3 .import', rows, toMedian(theirs));
    const ratio = toMedian(theirs) / seconds;
    console.log(`ratio               ${ratio.toFixed(2)} (goal: at least ${GOAL_RATIO})`);
  }
  console.log(`peak memory         ${peak.toFixed(0)} MB (goal: below ${GOAL_MEGABYTES})\n`);
}

interface IngestFigures {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly rows: number;
  readonly peakMegabytes: number;
}

/** One row fewer is another snapshot, and few enough to be no problem. */
function dropLastRow(path: string) {
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1));
}

type Registry = 'bare' | 'real';

function ingestAnew(registry: Registry, data: string, database: string): IngestFigures {
  rmSync(database, { force: true });
  return ingestOnce(registry, data, database);
}

function ingestOnce(registry: Registry, data: string, database: string): IngestFigures {
  const child = join(import.meta.dirname, 'ingest', 'child.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', child, registry, data, database],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The ingest failed: ${stderr}`);
  return JSON.parse(stdout) as IngestFigures;
}

/** Seconds of `.import` under the ingest's own pragmas; null without the command. */
function importOnce(data: string, database: string): number | null {
  rmSync(database, { force: true });
  const script = [
    'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;',
    'PRAGMA cache_size = -65536;',
    ...benchRegistry.flatMap((contract) => [
      `${toCreateStatement(contract, benchRegistry)};`,
      `.import --csv --skip 1 ${toCsvPath(data, contract.slug)} ${toTableName(contract.slug)}`,
    ]),
  ];
  const started = performance.now();
  const { error, status, stderr } = spawnSync('sqlite3', ['-batch', database], {
    input: `${script.join('\n')}\n`,
    encoding: 'utf8',
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return null;
  if (status !== 0 || stderr) throw new Error(`sqlite3 failed: ${stderr.slice(0, 500)}`);
  return (performance.now() - started) / 1000;
}

function print(name: string, rows: number, seconds: number) {
  const pace = Math.round(rows / seconds).toLocaleString('en');
  console.log(`${name.padEnd(18)}  ${seconds.toFixed(2)} s, ${pace} rows/s`);
}
