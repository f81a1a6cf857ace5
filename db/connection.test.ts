import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canOpenDatabase, openTracker } from './connection';
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

describe('the open tracker', () => {
  it('says how to make a database when there is none', () => {
    expect(() => openTracker()).toThrow(/no database at .*"npm run ingest" makes one/);
  });

  it('stays open while nothing changes, and follows a new database', async () => {
    const { snapshot: first } = await folder.ingest();
    const tracker = openTracker();
    expect(tracker.snapshot).toEqual(first);
    expect(openTracker()).toBe(tracker);

    folder.write({ vendors: `${VENDORS_CSV}cerebras,Cerebras,2015\n` });
    const { snapshot: second } = await folder.ingest();
    expect(openTracker().snapshot).toEqual(second);
    expect(second?.id).not.toBe(first?.id);
    // A request that began before the change finishes on what it opened.
    expect(await tracker.orm.get(sql`SELECT count(*) FROM vendors`)).toEqual([3]);
  });

  it('serves the last good database when the file vanishes or breaks', async () => {
    const { snapshot } = await folder.ingest();
    expect(openTracker().snapshot).toEqual(snapshot);
    rmSync(folder.databaseFile);
    expect(openTracker().snapshot).toEqual(snapshot);
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    writeFileSync(folder.databaseFile, 'not a database');
    expect(openTracker().snapshot).toEqual(snapshot);
    expect(openTracker().snapshot).toEqual(snapshot);
    expect(said).toHaveBeenCalledOnce();
    expect(said.mock.calls[0]?.[0]).toContain('npm run ingest');
    expect(await openTracker().orm.get(sql`SELECT count(*) FROM vendors`)).toEqual([3]);
  });

  it('serves what was published last when that is damaged, though it never opened it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await folder.ingest();
    openTracker();
    folder.write({ vendors: `${VENDORS_CSV}cerebras,Cerebras,2015\n` });
    const { snapshot } = await folder.ingest();
    writeFileSync(folder.databaseFile, 'not a database');
    expect(openTracker().snapshot).toEqual(snapshot);
  });

  it('is told from a file that cannot be opened', async () => {
    expect(canOpenDatabase()).toBe(false);
    await folder.ingest();
    expect(canOpenDatabase()).toBe(true);
    rmSync(join(dirname(folder.databaseFile), 'snapshots'), { recursive: true });
    writeFileSync(folder.databaseFile, 'not a database');
    expect(canOpenDatabase()).toBe(false);
  });

  it('cannot be written through', async () => {
    await folder.ingest();
    const { orm } = openTracker();
    await expect(orm.all(sql`DELETE FROM vendors RETURNING vendor`)).rejects.toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: 'SQLITE_READONLY' }) }),
    );
  });

  it('never fails or mixes snapshots while databases are swapped', async () => {
    await folder.ingest();
    let isDone = false;
    let swaps = 0;
    let answers = 0;
    const seen = new Set<string>();
    const reading = (async () => {
      while (!isDone) {
        const { snapshot, orm } = openTracker();
        await setImmediate();
        const [counted] = await orm.get<[number]>(
          sql`SELECT (SELECT count(*) FROM vendors) + (SELECT count(*) FROM offers) AS n`,
        );
        expect(counted).toBe(snapshot.row_count);
        seen.add(snapshot.id);
        answers += 1;
      }
    })();
    for (; swaps < 12; swaps += 1) {
      const more = Array.from({ length: swaps }, (_, i) => `v-${i},V,2000\n`).join('');
      folder.write({ vendors: VENDORS_CSV + more });
      const { snapshot } = await folder.ingest();
      expect(openTracker().snapshot).toEqual(snapshot);
      await setImmediate();
    }
    isDone = true;
    await reading;
    expect(answers).toBeGreaterThan(swaps);
    expect(seen.size).toBeGreaterThan(6);
  });
});
