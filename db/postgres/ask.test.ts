import type { PGlite } from '@electric-sql/pglite';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Ask, askFile } from '../orm';
import { type AskedDatabase, type OpenedAsk, openAsk } from './ask';
import { openEmptyPglite } from './pglite-for-tests';
import { publishFile } from './publish';
import { createSnapshotFiles, type SnapshotFiles } from './snapshot-files-for-tests';
import { cellParsers } from './statements';

let files: SnapshotFiles;
let pglite: PGlite;
let client: Database.Database;
let opened: OpenedAsk;
/** How many statements each of the two was asked. */
let asked: { database: number; file: number };
/** Why the database does not answer; null: it does. */
let failure: Error | null;
beforeAll(async () => {
  files = await createSnapshotFiles();
});
afterAll(() => files.remove());
beforeEach(async () => {
  pglite = await openEmptyPglite();
  [asked, failure] = [{ database: 0, file: 0 }, null];
});
afterEach(async () => {
  await opened.close();
  client.close();
});

const database: AskedDatabase = {
  async connect(act) {
    if (failure) throw failure;
    return act(pglite);
  },
  open: (schema) => ({
    async query({ text, values }) {
      asked.database += 1;
      if (failure) throw failure;
      await pglite.query(`SET search_path = ${schema}`);
      const options = { rowMode: 'array', parsers: { ...cellParsers } } as const;
      const { rows } = await pglite.query(text, values, options);
      return { rows: rows as (string | number | null)[][] };
    },
    end: async () => {},
  }),
};

async function open(path: string, minute: number) {
  client = new Database(path, { readonly: true });
  const local = askFile(client);
  const counted: Ask = (statement, parameters) => {
    asked.file += 1;
    return local(statement, parameters);
  };
  const [{ id = '' } = {}] = client.prepare<[], { id: string }>('SELECT id FROM snapshot').all();
  const published_at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  opened = openAsk({ database, snapshot: { id, published_at }, local: counted, every_ms: 5 });
}

async function openPublished(n: number) {
  const { path } = files.make(n);
  await publishFile(pglite, path, { keep: 10 });
  await open(path, n);
  await vi.waitUntil(() => opened.isAsking, { timeout: 30_000 });
}

const NAMES =
  'SELECT vendor, name, founded_year > ? FROM vendors WHERE name LIKE ? ORDER BY vendor';
const askNames = () => opened.ask(NAMES, [1970, '%']);
const ROWS = [
  ['amd', 'Vendor 1', 0],
  ['intel', 'Intel', 0],
  ['nvidia', 'NVIDIA', 1],
];

describe('a question about the snapshot that is shown', () => {
  it('is answered by the database, in the rows that the file has', async () => {
    await openPublished(1);
    expect(await askNames()).toEqual(ROWS);
    expect(asked).toEqual({ database: 1, file: 0 });
    expect(await askFile(client)(NAMES, [1970, '%'])).toEqual(ROWS);
  });

  it('waits for no database: until it is found, the file answers', async () => {
    failure = new Error('Connection terminated');
    const { path } = files.make(1);
    await publishFile(pglite, path, { keep: 10 });
    await open(path, 1);
    expect(await askNames()).toEqual(ROWS);
    expect(asked).toEqual({ database: 0, file: 1 });
    failure = null;
    await vi.waitUntil(() => opened.isAsking, { timeout: 30_000 });
    expect(await askNames()).toEqual(ROWS);
    expect(asked).toEqual({ database: 1, file: 1 });
  });

  it('is answered by the file from the moment the database is gone, until it is back', async () => {
    await openPublished(1);
    failure = Object.assign(new Error('shutting down'), { code: '57P01' });
    expect(await askNames()).toEqual(ROWS);
    // Another connection was tried, then none.
    expect(asked).toEqual({ database: 2, file: 1 });
    expect(await askNames()).toEqual(ROWS);
    expect(asked).toEqual({ database: 2, file: 2 });
    failure = null;
    await vi.waitUntil(() => opened.isAsking, { timeout: 30_000 });
    expect(await askNames()).toEqual(ROWS);
    expect(asked).toEqual({ database: 3, file: 2 });
  });

  it('that took too long is not tried again', async () => {
    await openPublished(1);
    failure = new Error('Query read timeout');
    expect(await askNames()).toEqual(ROWS);
    expect(asked).toEqual({ database: 1, file: 1 });
  });

  it('is answered by the file where its schema was dropped under it', async () => {
    await openPublished(1);
    for (const n of [2, 3]) await publishFile(pglite, files.make(n).path, { keep: 10 });
    expect(await askNames()).toEqual(ROWS);
    expect(asked.file).toBe(1);
  });

  it('is answered by the file where the database lacks a column, and others by the database', async () => {
    const { path } = files.make(1);
    await publishFile(pglite, path, { keep: 10 });
    await pglite.query('ALTER TABLE tracker_1.vendors DROP COLUMN founded_year');
    await open(path, 1);
    await vi.waitUntil(() => opened.isAsking, { timeout: 30_000 });
    for (let time = 0; time < 3; time += 1) expect(await askNames()).toEqual(ROWS);
    expect(asked).toEqual({ database: 2, file: 3 });
    expect(await opened.ask('SELECT count(*) FROM vendors', [])).toEqual([[3]]);
    expect(asked).toEqual({ database: 3, file: 3 });
  });

  it('that only SQLite understands is answered, and complained of', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    await openPublished(1);
    const statement = 'SELECT group_concat(vendor) FROM vendors';
    expect(await opened.ask(statement, [])).toEqual([['amd,intel,nvidia']]);
    expect(said.mock.calls.join()).toContain(`refuses a statement`);
    expect(said.mock.calls.join()).toContain(statement);
  });

  it('that is wrong everywhere fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await openPublished(1);
    await expect(opened.ask('SELECT none_such FROM vendors', [])).rejects.toThrow('no such column');
  });

  it('is never answered out of another snapshot', async () => {
    for (const n of [1, 2]) await publishFile(pglite, files.make(n).path, { keep: 10 });
    // The same data once more: the same id, at another time.
    await open(files.make(1, 5).path, 5);
    expect(await askNames()).toEqual(ROWS);
    await new Promise((done) => setTimeout(done, 20));
    expect(opened.isAsking).toBe(false);
  });
});
