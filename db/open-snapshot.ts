/**
 * A snapshot opened by its id. It may have been published by an earlier edition of
 * the tracker, so whatever the current database has and the file lacks is laid over
 * it as blanks: a chart of then still draws.
 */
import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { type Contract, toTableName } from '@/data/contract';
import { identifyFile, openTracker, type Tracker, toDatabaseFile } from './connection';
import { isWhole, SNAPSHOT_ID, toKeptFile } from './kept-snapshots';
import { toOrm } from './orm';
import { readSnapshot } from './snapshot-tables';
import { quote } from './to-table';

/** The tracker as it was; null when no such snapshot is kept (any more). */
export function openSnapshot(id: string): Tracker | null {
  if (!SNAPSHOT_ID.test(id)) return null;
  const current = openTracker();
  if (current.snapshot.id === id) return { ...current, isFrozen: true };
  const path = toKeptFile(toDatabaseFile(), id);
  const identity = identifyFile(path);
  if (identity === null) return null;
  const handles = toHandles();
  const key = `${path} ${identity}`;
  const known = handles.get(key);
  if (known) return known;
  // Damaged figures are worse than none.
  if (!isWhole(path)) return null;
  const client = openEarlierDatabase(path, current.orm.$client);
  const snapshot = readSnapshot(client);
  if (snapshot?.id !== id) {
    client.close();
    return null;
  }
  const tracker: Tracker = { snapshot, orm: toOrm(client), isFrozen: true };
  handles.set(key, tracker);
  return tracker;
}

/**
 * A read-only connection on which every dataset and column of the current database can be
 * asked for.
 */
export function openEarlierDatabase(path: string, current: Database.Database): Database.Database {
  const client = new Database(path, { readonly: true, fileMustExist: true });
  for (const slug of listDatasets(current)) {
    fillGaps(client, slug, [...listPublishedColumns(current, slug)]);
  }
  fillStates(client);
  client.pragma('query_only = ON');
  return client;
}

/**
 * What a published file lacks of what is declared today: whole tables ("chips") and
 * columns ("chips.vendor"), in the order declared.
 */
export function listGaps(client: Database.Database, contracts: readonly Contract[]): string[] {
  return contracts.flatMap(({ slug, columns }) => {
    const there = listPublishedColumns(client, slug);
    if (there.size === 0) return [slug];
    return Object.keys(columns)
      .filter((name) => !there.has(name))
      .map((name) => `${slug}.${name}`);
  });
}

/**
 * Whether a published file has all that today's program asks of the current one, so
 * that it can go on being served.
 */
export function isComplete(path: string, contracts: readonly Contract[]): boolean {
  const client = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const hasDays = listPublishedColumns(client, 'dataset-states').has('collected_on');
    return hasDays && listGaps(client, contracts).length === 0;
  } finally {
    client.close();
  }
}

function listDatasets(client: Database.Database): string[] {
  return client.prepare<[], string>('SELECT dataset FROM dataset_states').pluck().all();
}

function listPublishedColumns(client: Database.Database, slug: string): Set<string> {
  return new Set(
    client
      .prepare<[string], string>(`SELECT name FROM pragma_table_info(?, 'main')`)
      .pluck()
      .all(toTableName(slug)),
  );
}

/** A temporary view stands in front of the table of the same name and writes nothing. */
function fillGaps(client: Database.Database, slug: string, names: readonly string[]) {
  const table = toTableName(slug);
  const there = listPublishedColumns(client, slug);
  if (names.every((name) => there.has(name))) return;
  const cells = names.map((name) => (there.has(name) ? quote(name) : `NULL AS ${quote(name)}`));
  const from = there.size > 0 ? `rowid, ${cells.join(', ')} FROM main.${quote(table)}` : null;
  const none = `NULL AS rowid, ${cells.join(', ')} WHERE 0`;
  client.exec(`CREATE TEMP VIEW ${quote(table)} AS SELECT ${from ?? none}`);
}

/** Snapshots once knew one day of collection for all their datasets. */
function fillStates(client: Database.Database) {
  const there = listPublishedColumns(client, 'dataset-states');
  if (there.size === 0 || there.has('collected_on')) return;
  client.exec(`CREATE TEMP VIEW dataset_states AS
    SELECT s.rowid, s.dataset, s.row_count, w.collected_on, s.newest_publication
    FROM main.dataset_states s, main.snapshot w`);
}

// Longer than any request that may still be asking.
const GRACE_MS = 30_000;

const held = globalThis as typeof globalThis & { snapshotHandles?: LRUCache<string, Tracker> };

function toHandles(): LRUCache<string, Tracker> {
  held.snapshotHandles ??= new LRUCache<string, Tracker>({
    max: 8,
    dispose: ({ orm }) => setTimeout(() => orm.$client.close(), GRACE_MS).unref(),
  });
  return held.snapshotHandles;
}
