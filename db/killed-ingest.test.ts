/** An ingest that is killed leaves the old snapshot or the new one, and nothing else. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSnapshot, isWhole, listKeptSnapshots, toKeptFile } from './kept-snapshots';
import { createSmallFolder, type SmallFolder, VENDORS_CSV } from './small-data-for-tests';

const RANDOM_KILLS = process.env.TRACKER_TESTS === 'all' ? 200 : 5;

/** What was published first, then twice more, and then begun. */
const EDITIONS = ['', 'a,A,2000\n', 'a,A,2000\nb,B,2000\n', 'c,C,2000\n'];

let folder: SmallFolder;
let program: string;
let place: string;
const ids: string[] = [];

beforeAll(async () => {
  folder = createSmallFolder();
  // In the project, where it finds what is installed.
  program = join(import.meta.dirname, '..', '.cache', `killed-ingest-${process.pid}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'ingest-for-kills-for-tests.ts')],
    outfile: program,
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
  });
  place = dirname(folder.databaseFile);
  for (const edition of EDITIONS.slice(0, -1)) {
    folder.write({ vendors: VENDORS_CSV + edition });
    ids.push(run(0).id);
  }
  cpSync(place, `${place}-before`, { recursive: true });
  folder.write({ vendors: VENDORS_CSV + EDITIONS.at(-1) });
});
afterAll(() => {
  rmSync(program, { force: true });
  folder.remove();
});

const toArguments = (step: number) => [program, folder.path, folder.databaseFile, String(step)];

function run(step: number): { steps: number; id: string } {
  const { stdout, stderr } = spawnSync(process.execPath, toArguments(step), { encoding: 'utf8' });
  if (step === 0 && !stdout) throw new Error(stderr);
  return stdout ? JSON.parse(stdout) : { steps: 0, id: '' };
}

function restore() {
  rmSync(place, { recursive: true, force: true });
  cpSync(`${place}-before`, place, { recursive: true, preserveTimestamps: true });
}

/** What has to hold after any death, and after the ingest that follows it. */
function expectWhole(fresh: string) {
  const old = ids.at(-1);
  const published = findSnapshot(folder.databaseFile)?.id ?? '';
  expect([old, fresh]).toContain(published);
  const client = new Database(folder.databaseFile, { readonly: true });
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  client.close();
  const kept = listKeptSnapshots(folder.databaseFile).map(({ id }) => id);
  expect(new Set(kept).size).toBe(kept.length);
  for (const id of kept) expect(isWhole(toKeptFile(folder.databaseFile, id))).toBe(true);
  // Nothing is listed that was not published, and only what may go is gone.
  if (published !== fresh) expect(kept).not.toContain(fresh);
  for (const id of ids.slice(1)) expect(kept).toContain(id);

  expect(run(0).id).toBe(fresh);
  expect(readdirSync(place).sort()).toEqual(['snapshots', 'tracker.sqlite']);
  const names = [...ids.slice(1), fresh].flatMap((id) => [`${id}.sha256`, `${id}.sqlite`]);
  expect(readdirSync(join(place, 'snapshots')).sort()).toEqual(names.sort());
}

describe('an ingest that is killed', () => {
  it('before any of its changes to files leaves one whole snapshot, and no litter after the next', () => {
    const { steps, id } = run(0);
    expect(steps).toBeGreaterThan(8);
    for (let step = 1; step <= steps; step += 1) {
      restore();
      run(step);
      expectWhole(id);
    }
  });

  it('at any moment does the same', async () => {
    restore();
    const begun = performance.now();
    const { id } = run(0);
    const whole_ms = performance.now() - begun;
    for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
      restore();
      const child = spawn(process.execPath, toArguments(0), { stdio: 'ignore' });
      const over = new Promise((done) => child.once('exit', done));
      // Spread over the time it takes, the same in each run.
      await pause(whole_ms * (0.3 + (0.7 * kill) / RANDOM_KILLS));
      child.kill('SIGKILL');
      await over;
      expectWhole(id);
    }
  });
});
