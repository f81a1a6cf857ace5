/**
 * Publishing, following and asking over the wire, with a real primary and a real replica: in the
 * long run of tests, where PostgreSQL is installed. Other tests have it within the process.
 */
import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallRegistry } from '@/data/cases/registry';
import { findSnapshot } from '@/db/kept-snapshots';
import { askFile } from '@/db/orm';
import { openAsk, toAskedDatabase } from '@/db/postgres/ask';
import { withConnection } from '@/db/postgres/connect';
import { follow } from '@/db/postgres/follow';
import { ingestInto } from '@/db/postgres/ingest-into';
import { listPublications } from '@/db/postgres/publications';
import { lockPublications, publishFile } from '@/db/postgres/publish';
import { createSnapshotFiles, type SnapshotFiles } from '@/db/postgres/snapshot-files-for-tests';
import { type DatabaseServer, startPrimary, startReplica } from './databases';
import { type Place, PROGRAMS, preparePlace } from './programs';

const isTried = process.env.TRACKER_TESTS === 'all' && isThere(PROGRAMS.postgres);

function isThere(program: string): boolean {
  try {
    accessSync(program);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!isTried)('PostgreSQL with a replica', () => {
  let place: Place;
  let primary: DatabaseServer;
  let replica: DatabaseServer;
  let files: SnapshotFiles;
  beforeAll(async () => {
    place = preparePlace();
    primary = await startPrimary(place);
    replica = await startReplica(place, 'replica-a', primary);
    files = await createSnapshotFiles();
  });
  afterAll(async () => {
    await place.endAll();
    files.remove();
  });

  const listSerials = async () =>
    (await withConnection(primary.url, listPublications)).map(({ serial }) => serial);
  const publish = (n: number, minute: number, options: { wait_s?: number } = {}) => {
    const warned: string[] = [];
    return withConnection(primary.url, async (sql) => {
      await lockPublications(sql);
      const warn = (text: string) => void warned.push(text);
      const { path } = files.make(n, minute);
      return { published: await publishFile(sql, path, { keep: 10, warn, ...options }), warned };
    });
  };
  // Years ahead of what an ingest of today notes.
  const LATER = 60 * 24 * 365 * 10;

  it('has what an ingest publishes, on the replica first', async () => {
    const { result, published } = await ingestInto(primary.url, {
      datasets: smallRegistry,
      dataDirectory: files.folder,
      workshop: join(files.folder, 'workshop'),
    });
    expect(published?.replicas).toEqual([{ name: 'replica-a', isReady: true }]);
    const [newest] = await withConnection(replica.url, listPublications);
    expect(newest?.snapshot).toBe(result.snapshot?.id);
  });

  it('is written by nobody through a replica', async () => {
    const publishing = ingestInto(replica.url, {
      datasets: smallRegistry,
      dataDirectory: files.folder,
      workshop: join(files.folder, 'workshop'),
    });
    await expect(publishing).rejects.toThrow('publish to the primary');
    expect(await listSerials()).toEqual([1]);
  });

  it('is followed by way of the replica', async () => {
    const databaseFile = join(files.folder, 'copy', 'tracker.sqlite');
    const follower = follow({
      connect: (act) => withConnection(replica.url, act),
      ...{ databaseFile, contracts: smallRegistry, every_ms: 0 },
    });
    await publish(1, LATER);
    await follower.sync();
    await follower.stop();
    expect(findSnapshot(databaseFile)?.id).toBe(files.make(1).id);
  });

  it('answers as the file does, by the next host where one is gone, else the file answers', async () => {
    const { id, path } = files.make(1, LATER);
    const client = new Database(path, { readonly: true });
    const local = askFile(client);
    let byFile = 0;
    const hosts = `127.0.0.1:${replica.port},127.0.0.1:${primary.port}`;
    const asked = openAsk({
      database: toAskedDatabase(`postgres://tracker@${hosts}/tracker`),
      snapshot: { id, published_at: new Date(Date.UTC(2026, 0, 1, 0, LATER)).toISOString() },
      every_ms: 20,
      local(statement, parameters) {
        byFile += 1;
        return local(statement, parameters);
      },
    });
    const statement =
      'SELECT name, founded_year, count(*) FROM vendors WHERE founded_year > ? GROUP BY 1, 2 ORDER BY 1';
    const rows = await local(statement, [1900.5]);
    const waitForDatabase = () => vi.waitUntil(() => asked.isAsking, { timeout: 10_000 });
    await waitForDatabase();
    expect(await asked.ask(statement, [1900.5])).toEqual(rows);
    expect(byFile).toBe(0);
    // Whoever is asked when it happens is answered all the same.
    replica.part.kill('SIGINT');
    await new Promise((done) => replica.part.once('exit', done));
    for (let time = 0; time < 5; time += 1) {
      expect(await asked.ask(statement, [1900.5])).toEqual(rows);
    }
    await waitForDatabase();
    expect(await asked.ask(statement, [1900.5])).toEqual(rows);
    await asked.close();
    client.close();
    replica = await startReplica(place, 'replica-b', primary);
  });

  it('does not wait for ever for a replica that stands still', async () => {
    await replica.ask('SELECT pg_wal_replay_pause()');
    const { published, warned } = await publish(2, LATER + 1, { wait_s: 0.3 });
    expect(published?.replicas).toEqual([{ name: 'replica-b', isReady: false }]);
    expect(warned).toEqual([expect.stringContaining('not ready after 0.3 s: replica-b')]);
    const known = async () => (await withConnection(replica.url, listPublications)).length;
    const before = await known();
    await replica.ask('SELECT pg_wal_replay_resume()');
    await vi.waitUntil(async () => (await known()) > before, { timeout: 10_000 });
  });

  it('publishes one thing after another, and what is cut off not at all', async () => {
    let isHeld = true;
    const before = await listSerials();
    const cutOff = withConnection(primary.url, async (sql) => {
      await lockPublications(sql);
      await pause(300);
      isHeld = false;
      await primary.ask(
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`,
      );
      await publishFile(sql, files.make(3, LATER + 2).path, { keep: 10 });
    });
    await pause(100);
    const next = withConnection(primary.url, async (sql) => {
      await lockPublications(sql);
      expect(isHeld).toBe(false);
      return publishFile(sql, files.make(4, LATER + 3).path, { keep: 10 });
    });
    await expect(cutOff).rejects.toThrow('cannot be reached');
    expect(await next).not.toBeNull();
    expect((await listSerials()).length).toBe(before.length + 1);
    await withConnection(primary.url, async (sql) => {
      await lockPublications(sql);
      const second = withConnection(primary.url, (other) => lockPublications(other, 0.1));
      await expect(second).rejects.toThrow('Another publication is under way');
    });
  });
});
