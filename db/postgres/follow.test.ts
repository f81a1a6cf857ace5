import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallRegistry } from '@/data/cases/registry';
import { findSnapshot, isWhole, listKeptSnapshots, toKeptFile } from '../kept-snapshots';
import { DatabaseError, type Sql } from './connect';
import { type Follower, follow } from './follow';
import { openEmptyPglite } from './pglite-for-tests';
import { publishFile } from './publish';
import { createSnapshotFiles, type SnapshotFiles } from './snapshot-files-for-tests';

let files: SnapshotFiles;
let sql: Sql;
let databaseFile: string;
let follower: Follower;
let said: string[];
/** Whether the database is there, and how often it was asked. */
let isThere: boolean;
let asked: number;
beforeAll(async () => {
  files = await createSnapshotFiles();
});
afterAll(() => files.remove());
beforeEach(async () => {
  sql = await openEmptyPglite();
  databaseFile = join(files.folder, `copy-${Math.random()}`, 'tracker.sqlite');
  [said, isThere, asked] = [[], true, 0];
  follower = start();
});
afterEach(() => follower.stop());

function start(connect: <T>(act: (sql: Sql) => Promise<T>) => Promise<T> = connectWell) {
  return follow({
    ...{ connect, databaseFile, contracts: smallRegistry, every_ms: 0 },
    say: (text) => said.push(text),
  });
}

async function connectWell<T>(act: (sql: Sql) => Promise<T>): Promise<T> {
  asked += 1;
  if (!isThere) throw new DatabaseError(new Error('no answer'), 'postgres://me:secret@db/tracker');
  return act(sql);
}

const publish = (n: number, keep = 10) => publishFile(sql, files.make(n).path, { keep });
const toId = (n: number) => String(n).padStart(12, '0');
const readShown = () => Number(findSnapshot(databaseFile)?.id);
const listKept = () => listKeptSnapshots(databaseFile).map(({ id }) => Number(id));

/** Until all that is kept has been brought as well. */
async function sync() {
  await follower.sync();
  await follower.settle();
}

describe('a server that follows a database', () => {
  it('has the newest snapshot and the kept ones as an ingest leaves them', async () => {
    for (const n of [1, 2, 3]) await publish(n);
    await sync();
    expect(readShown()).toBe(3);
    expect(listKept()).toEqual([3, 2, 1]);
    for (const n of [1, 2, 3]) expect(isWhole(toKeptFile(databaseFile, toId(n)))).toBe(true);
    expect(follower.state).toEqual({ database: 'followed', since: null });
    expect(readdirSync(dirname(databaseFile)).sort()).toEqual(['snapshots', 'tracker.sqlite']);
  });

  it('takes over what is published, and forgets what is kept no longer', async () => {
    await publish(1);
    await sync();
    await publish(2);
    await publish(3, 2);
    await sync();
    expect(readShown()).toBe(3);
    expect(listKept()).toEqual([3, 2]);
    expect(readdirSync(join(dirname(databaseFile), 'snapshots'))).toHaveLength(4);
  });

  it('leaves its files alone while nothing is published', async () => {
    await publish(1);
    await sync();
    const before = readFileSync(databaseFile);
    await sync();
    expect(readFileSync(databaseFile).equals(before)).toBe(true);
    expect(said).toEqual([]);
  });

  it('says that nothing has been published yet', async () => {
    await sync();
    expect(follower.state.database).toBe('empty');
    expect(said).toEqual(['Nothing has been published to the database yet.']);
    expect(existsSync(databaseFile)).toBe(false);
  });

  it('serves on while the database is away, says so once, and follows when it is back', async () => {
    await publish(1);
    await sync();
    isThere = false;
    await sync();
    await sync();
    expect(follower.state).toMatchObject({ database: 'away', since: expect.stringMatching(/Z$/) });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('db/tracker cannot be reached: no answer');
    expect(said[0]).not.toContain('secret');
    expect(readShown()).toBe(1);
    isThere = true;
    await publish(2);
    await sync();
    expect(readShown()).toBe(2);
    expect(follower.state).toEqual({ database: 'followed', since: null });
  });

  it('repairs what was damaged, of the newest as of a kept one', async () => {
    for (const n of [1, 2]) await publish(n);
    await sync();
    writeFileSync(databaseFile, 'no database');
    writeFileSync(toKeptFile(databaseFile, toId(1)), 'no database');
    await sync();
    expect(readShown()).toBe(2);
    expect(isWhole(toKeptFile(databaseFile, toId(1)))).toBe(true);
    // Also what was damaged while no server ran.
    await follower.stop();
    writeFileSync(toKeptFile(databaseFile, toId(2)), 'no database');
    follower = start();
    await sync();
    expect(isWhole(toKeptFile(databaseFile, toId(2)))).toBe(true);
  });

  it('goes on with the copies that it had', async () => {
    await publish(1);
    await sync();
    await follower.stop();
    isThere = false;
    follower = start();
    await sync();
    expect(readShown()).toBe(1);
    expect(follower.state.database).toBe('away');
  });

  it('never takes a file that is not whole', async () => {
    await publish(1);
    await sync();
    await publish(2);
    await sql.query(
      `UPDATE tracker.snapshot_files SET bytes = 'abc' WHERE sha256 =
        (SELECT sha256 FROM tracker.publications ORDER BY serial DESC LIMIT 1)`,
    );
    await sync();
    expect(readShown()).toBe(1);
    expect(follower.state.database).toBe('failing');
    expect(said.at(-1)).toContain(`The file of snapshot ${toId(2)} is not whole`);
  });

  it('is not sent back by a replica that is behind, and asks another', async () => {
    await publish(1);
    await publish(2);
    await sync();
    const late = {
      async query(text: string, values?: unknown[]) {
        const { rows } = await sql.query(text, values);
        return { rows: rows.filter(({ snapshot }) => snapshot !== toId(2)) };
      },
    };
    follower = start((act) => act(late));
    await sync();
    expect(readShown()).toBe(2);
    expect(listKept()).toEqual([2, 1]);
    expect(follower.state.database).toBe('behind');
    // Each look may meet another replica.
    await publish(3);
    const replicas = [late, sql];
    follower = start((act) => act(replicas.shift() ?? sql));
    await follower.sync();
    expect(readShown()).toBe(3);
  });

  it('brings what a permalink of another server names, at once', async () => {
    await publish(1);
    await sync();
    await publish(2);
    expect(follower.ensure(`/share?snapshot=${toId(1)}`)).toBeNull();
    await follower.ensure(`/share?view=table&snapshot=${toId(2)}`);
    expect(isWhole(toKeptFile(databaseFile, toId(2)))).toBe(true);
    await publish(3);
    await follower.ensure(`{"chart":"share","snapshot": "${toId(3)}"}`);
    expect(isWhole(toKeptFile(databaseFile, toId(3)))).toBe(true);
    await publish(4);
    await follower.ensure(`/snapshots?from=${toId(3)}&to=${toId(4)}`);
    expect(isWhole(toKeptFile(databaseFile, toId(4)))).toBe(true);
  });

  it('looks a few times for a snapshot that never was, whoever asks for many', async () => {
    await publish(1);
    await sync();
    asked = 0;
    const names = Array.from({ length: 50 }, (_, n) => `snapshot=${toId(1000 + n)}`);
    await Promise.all(names.map((name) => follower.ensure(name)));
    expect(asked).toBeLessThan(10);
    expect(follower.ensure('/share?snapshot=../../etc/pas')).toBeNull();
  });

  it('fills up what an earlier program published, with blanks', async () => {
    const { path } = files.make(1);
    const client = new Database(path);
    client.exec('DROP TABLE offers; ALTER TABLE vendors DROP COLUMN founded_year');
    client.close();
    await publishFile(sql, path, { keep: 10 });
    await sync();
    const shown = new Database(databaseFile, { readonly: true });
    expect(shown.prepare('SELECT count(*) FROM offers').pluck().get()).toBe(0);
    expect(shown.prepare('SELECT max(founded_year) FROM vendors').pluck().get()).toBeNull();
    shown.close();
    // It is in line, so it stays.
    const before = readFileSync(databaseFile);
    await sync();
    expect(readFileSync(databaseFile).equals(before)).toBe(true);
  });

  it('looks by itself', async () => {
    await publish(1);
    const own = follow({
      ...{ connect: connectWell, databaseFile, contracts: smallRegistry, every_ms: 1 },
      say: (text) => said.push(text),
    });
    while (readShown() !== 1) await pause(5);
    await publish(2);
    while (readShown() !== 2) await pause(5);
    await own.stop();
  });
});
