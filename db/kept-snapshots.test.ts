import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { smallRegistry } from '@/data/cases/registry';
import { listChanges } from './changes';
import { openTracker } from './connection';
import { listKeptSnapshots, toKeepCount, toKeptFile } from './kept-snapshots';
import { openSnapshot } from './open-snapshot';
import { createSmallFolder, type SmallFolder, VENDORS_CSV } from './small-data-for-tests';

let folder: SmallFolder;
const outer = process.env.TRACKER_DB;
beforeEach(() => {
  folder = createSmallFolder();
  process.env.TRACKER_DB = folder.databaseFile;
});
afterEach(() => {
  if (outer === undefined) delete process.env.TRACKER_DB;
  else process.env.TRACKER_DB = outer;
  folder.remove();
});

/** Publishes the vendors given and tells the snapshot's id; `minute` orders the publications. */
async function publish(vendors: string, minute: number, keep = 10): Promise<string> {
  folder.write({ vendors });
  const now = new Date(Date.UTC(2026, 0, 1, 0, minute));
  const { snapshot } = await folder.ingest({ keep, now, accept: 'Vendors come and go.' });
  return snapshot!.id;
}

describe('published snapshots', () => {
  it('stay available by id after newer ones', async () => {
    const first = await publish(VENDORS_CSV, 1);
    const second = await publish(`${VENDORS_CSV}cerebras,Cerebras,2015\n`, 2);
    expect(openTracker()).toMatchObject({ snapshot: { id: second }, isFrozen: false });
    const frozen = openSnapshot(first);
    expect(frozen).toMatchObject({ snapshot: { id: first }, isFrozen: true });
    expect(await frozen?.orm.get(sql`SELECT count(*) FROM vendors`)).toEqual([3]);
    expect(openSnapshot(second)).toMatchObject({ snapshot: { id: second }, isFrozen: true });
  });

  it('are listed the latest published first, each once', async () => {
    const first = await publish(VENDORS_CSV, 1);
    const second = await publish(`${VENDORS_CSV}cerebras,Cerebras,2015\n`, 2);
    await publish(VENDORS_CSV, 3);
    expect(listKeptSnapshots(folder.databaseFile)).toMatchObject([
      { id: first, row_count: 5, published_at: '2026-01-01T00:03:00.000Z' },
      { id: second, row_count: 6, published_at: '2026-01-01T00:02:00.000Z' },
    ]);
  });

  it('give way to newer ones beyond the number that is kept', async () => {
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      ids.push(await publish(`${VENDORS_CSV}${name},Vendor,2000\n`, ids.length, 2));
    }
    expect(ids.map((id) => openSnapshot(id) !== null)).toEqual([false, true, true]);
    expect(existsSync(toKeptFile(folder.databaseFile, ids[0]!))).toBe(false);
  });

  it.each(['', 'abc', '0123456789AB', '../../tracker', '000000000000'])(
    'do not exist for the id "%s"',
    async (id) => {
      await publish(VENDORS_CSV, 1);
      expect(openSnapshot(id)).toBeNull();
    },
  );

  it('are copies: damage to one is seen and is none to the other', async () => {
    const first = await publish(VENDORS_CSV, 1);
    const second = await publish(`${VENDORS_CSV}cerebras,Cerebras,2015\n`, 2);
    const [kept, present] = [toKeptFile(folder.databaseFile, first), folder.databaseFile];
    const bytes = readFileSync(kept);
    bytes.write('NVIDLA', bytes.indexOf('NVIDIA'));
    writeFileSync(kept, bytes);
    expect(openSnapshot(first)).toBeNull();
    writeFileSync(present, 'no database');
    expect(openTracker().snapshot.id).toBe(second);
    expect(readFileSync(toKeptFile(folder.databaseFile, second)).length).toBeGreaterThan(1000);
  });

  it('keep their order where the folder is copied', async () => {
    const first = await publish(VENDORS_CSV, 2);
    const second = await publish(`${VENDORS_CSV}cerebras,Cerebras,2015\n`, 1);
    expect(listKeptSnapshots(folder.databaseFile).map(({ id }) => id)).toEqual([first, second]);
  });

  it('answer for tables and columns that came later, with blanks', async () => {
    const first = await publish(VENDORS_CSV, 1);
    await publish(`${VENDORS_CSV}cerebras,Cerebras,2015\n`, 2);
    const earlier = new Database(toKeptFile(folder.databaseFile, first));
    earlier.exec('DROP TABLE offers; ALTER TABLE vendors DROP COLUMN founded_year');
    earlier.close();
    // A program of the past kept no hash.
    rmSync(toKeptFile(folder.databaseFile, first).replace('.sqlite', '.sha256'));
    const { orm } = openSnapshot(first)!;
    expect(await orm.all(sql`SELECT chip FROM offers`)).toEqual([]);
    expect(
      await orm.get(sql`SELECT rowid, name, founded_year FROM vendors WHERE vendor = 'amd'`),
    ).toEqual([3, 'AMD', null]);
  });
});

test.each([
  [undefined, 50],
  ['', 50],
  ['7', 7],
  ['0', 50],
  ['-3', 50],
  ['many', 50],
])('TRACKER_KEEP_SNAPSHOTS=%s keeps %i', (TRACKER_KEEP_SNAPSHOTS, kept) => {
  expect(toKeepCount({ TRACKER_KEEP_SNAPSHOTS })).toBe(kept);
});

describe('changes between two snapshots', () => {
  const compare = (older: string, newer: string, most = 10) =>
    listChanges({
      older: toKeptFile(folder.databaseFile, older),
      newer: toKeptFile(folder.databaseFile, newer),
      datasets: smallRegistry,
      most,
    });

  it('name the rows by key, with what stood there before and after', async () => {
    const first = await publish(VENDORS_CSV, 1);
    // Intel would be missing from the offers of nobody, so it may go.
    const header = 'vendor,name,founded_year\n';
    const second = await publish(`${header}nvidia,Nvidia,1993\namd,AMD,1969\nx,X,2000\n`, 2);
    const x = { vendor: 'x', name: 'X', founded_year: 2000 };
    expect(compare(first, second)).toEqual([
      {
        dataset: 'vendors',
        added: 1,
        changed: 1,
        removed: 1,
        rows: [
          { change: 'added', key: ['x'], before: null, after: x },
          {
            change: 'changed',
            key: ['nvidia'],
            before: { vendor: 'nvidia', name: 'NVIDIA', founded_year: 1993 },
            after: { vendor: 'nvidia', name: 'Nvidia', founded_year: 1993 },
          },
          {
            change: 'removed',
            key: ['intel'],
            before: { vendor: 'intel', name: 'Intel', founded_year: 1968 },
            after: null,
          },
        ],
      },
    ]);
    expect(compare(first, first)).toEqual([]);
  });

  it('count every row, even of those that are not listed', async () => {
    const first = await publish(VENDORS_CSV, 1);
    const more = Array.from({ length: 5 }, (_, n) => `v-${n},V,2000\n`).join('');
    const second = await publish(VENDORS_CSV + more, 2);
    expect(compare(first, second, 2)).toMatchObject([{ added: 5, rows: [{}, {}] }]);
  });

  it('take a dataset that only one of them has as added or removed as a whole', async () => {
    const first = await publish(VENDORS_CSV, 1);
    const { snapshot } = await folder.ingest({ datasets: [smallRegistry[0]!] });
    expect(compare(snapshot!.id, first)).toMatchObject([{ dataset: 'offers', added: 2 }]);
    expect(compare(first, snapshot!.id)).toMatchObject([{ dataset: 'offers', removed: 2 }]);
  });
});
