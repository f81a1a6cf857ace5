import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from './connect';
import { listSchemas, loseAt, openEmptyPglite } from './pglite-for-tests';
import { findKept, listPublications } from './publications';
import { publishFile } from './publish';
import { createSnapshotFiles, type SnapshotFiles } from './snapshot-files-for-tests';

/** Loading is many questions of the same kind; around the switch each is tried. */
const STRIDE = process.env.TRACKER_TESTS === 'all' ? 1 : 4;

let files: SnapshotFiles;
let sql: Sql;
beforeAll(async () => {
  files = await createSnapshotFiles();
});
afterAll(() => files.remove());
beforeEach(async () => {
  sql = await openEmptyPglite();
});

const publish = (path: string, { to = sql, keep = 10 } = {}) => publishFile(to, path, { keep });

async function publishAll(...numbers: readonly number[]) {
  for (const [minute, n] of numbers.entries()) await publish(files.make(n, minute).path);
}

const listKept = async () => [...findKept(await listPublications(sql)).keys()].map(Number);
const readName = async (schema: string | null | undefined) =>
  (await sql.query(`SELECT name FROM ${schema}.vendors WHERE vendor = 'amd'`)).rows[0]?.name;

/** What readers and the next publication find: what is public, and nothing else. */
async function expectWhole(newest: number) {
  const publications = await listPublications(sql);
  expect(Number(publications[0]?.snapshot)).toBe(newest);
  expect(await readName(publications[0]?.schema)).toBe(`Vendor ${newest}`);
  const schemas = publications.slice(0, 2).flatMap(({ schema }) => schema ?? []);
  expect(await listSchemas(sql)).toEqual(['tracker', ...schemas.toReversed()]);
  const { rows } = await sql.query(
    'SELECT sha256, sum(length(bytes)) AS n FROM tracker.snapshot_files GROUP BY sha256',
  );
  const stored = new Map(rows.map(({ sha256, n }) => [sha256, Number(n)]));
  expect(stored).toEqual(new Map(publications.map(({ sha256, bytes }) => [sha256, bytes])));
}

describe('a publication', () => {
  it('has the rows in a schema of its own, and the file', async () => {
    expect(await listPublications(sql)).toEqual([]);
    const { id, path } = files.make(1);
    expect(await publish(path)).toMatchObject({ schema: 'tracker_1', replicas: [] });
    expect(await listPublications(sql)).toMatchObject([
      { serial: 1, snapshot: id, published_at: '2026-01-01T00:01:00.000Z', schema: 'tracker_1' },
    ]);
    const { rows } = await sql.query('SELECT bytes FROM tracker.snapshot_files ORDER BY part');
    const stored = Buffer.concat(rows.map(({ bytes }) => bytes as Uint8Array));
    expect(stored.equals(readFileSync(path))).toBe(true);
    await expectWhole(1);
  });

  it('of the same file is none', async () => {
    const { path } = files.make(1);
    await publish(path);
    expect(await publish(path)).toBeNull();
    expect(await listPublications(sql)).toHaveLength(1);
  });

  it('leaves the rows of the one before for its readers, and drops those before that', async () => {
    await publishAll(1, 2, 3);
    expect(await listSchemas(sql)).toEqual(['tracker', 'tracker_2', 'tracker_3']);
    expect(await listKept()).toEqual([3, 2, 1]);
    expect((await listPublications(sql)).map(({ schema }) => schema)).toEqual([
      'tracker_3',
      'tracker_2',
      null,
    ]);
  });

  it('forgets the earliest beyond the number that is kept', async () => {
    await publishAll(1, 2);
    await publish(files.make(3).path, { keep: 2 });
    expect(await listKept()).toEqual([3, 2]);
    await expectWhole(3);
  });

  it('that comes back is kept once, as what it is now', async () => {
    await publishAll(1, 2, 1);
    expect((await listPublications(sql)).map(({ serial }) => serial)).toEqual([3, 2]);
    expect(await listKept()).toEqual([1, 2]);
  });

  it('is refused where it is earlier than what is public', async () => {
    await publish(files.make(2).path);
    await expect(publish(files.make(1).path)).rejects.toThrow('earlier, at 2026-01-01T00:01');
    await expectWhole(2);
  });

  it('is refused where others have the name, and drops no schema of theirs', async () => {
    await sql.query('CREATE SCHEMA tracker_7');
    await publishAll(1, 2);
    expect(await listSchemas(sql)).toContain('tracker_7');
    sql = await openEmptyPglite();
    await sql.query('CREATE SCHEMA tracker');
    await expect(publishAll(1)).rejects.toThrow('has a schema "tracker" that was not made by');
  });

  it('that is lost at any question leaves what was, and no litter after the next', async () => {
    const counted = loseAt(sql, Number.POSITIVE_INFINITY);
    await publishAll(1, 2);
    await publish(files.make(3).path, { to: counted });
    expect(counted.asked).toBeGreaterThan(20);
    let [before, lost] = [3, 0];
    for (let last = 1; last <= counted.asked; last += last < counted.asked - 12 ? STRIDE : 1) {
      const next = files.make(before + 1);
      const isPublic = await publish(next.path, { to: loseAt(sql, last) }).then(
        () => true,
        () => false,
      );
      // What comes after the switch is tidiness.
      const [newest] = await listPublications(sql);
      expect(Number(newest?.snapshot)).toBe(isPublic ? before + 1 : before);
      expect(await readName(newest?.schema)).toBe(`Vendor ${Number(newest?.snapshot)}`);
      lost += isPublic ? 0 : 1;
      before += 2;
      await publish(files.make(before).path);
      await expectWhole(before);
    }
    expect(lost).toBeGreaterThan(10);
  });
});
