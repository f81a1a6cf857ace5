/**
 * The published database, opened read-only and kept open. Every call looks whether
 * a new file took its place, so a running server follows an ingest by itself.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isSoundDatabase, isWhole, listKeptSnapshots } from './kept-snapshots';
import { type Orm, toOrm } from './orm';
import { readSnapshot, type Snapshot } from './snapshot-tables';

export interface Tracker {
  readonly snapshot: Snapshot;
  readonly orm: Orm;
  /** Asked for by its snapshot's id: it never changes, while the current one does. */
  readonly isFrozen: boolean;
}

/** The database's path: `TRACKER_DB`, else `.cache/tracker.sqlite` where the server runs. */
export function toDatabaseFile(): string {
  return (
    process.env.TRACKER_DB ||
    join(/* turbopackIgnore: true */ process.cwd(), '.cache', 'tracker.sqlite')
  );
}

/**
 * The current snapshot and the connection to it. Ask once per request and use the
 * one answer throughout, so that a page never mixes two snapshots. If the file
 * vanishes, is damaged or cannot be opened, the last good one is served: the one in use, or
 * the newest that is kept. Throws only when there is none.
 */
export function openTracker(): Tracker {
  const path = toDatabaseFile();
  const identity = identifyFile(path);
  const current = held.trackerHandle;
  if (current && current.path === path && (identity === null || current.identity === identity)) {
    return current.tracker;
  }
  if (identity === null) {
    throw new Error(`There is no database at ${path}. "npm run ingest" makes one.`);
  }
  try {
    const handle = openHandle(path, identity);
    held.trackerHandle = handle;
    if (current) closeLater(current);
    return handle.tracker;
  } catch (error) {
    // The one in use may be older than what was published last, and a file that was written
    // over is damaged for whoever has it open, too.
    const isIntact =
      current?.path === path && toFileNumber(current.identity) !== toFileNumber(identity);
    const good = openNewestKept(path, identity) ?? (isIntact ? { ...current, identity } : null);
    if (!good) throw error;
    const { id } = good.tracker.snapshot;
    console.error(
      `${error instanceof Error ? error.message : error}\nServing the last good snapshot, ${id}, instead. What to do: npm run ingest`,
    );
    if (current && current.client !== good.client) closeLater(current);
    held.trackerHandle = good;
    return good.tracker;
  }
}

/** The newest kept snapshot that is as it was published, served in the place of a damaged file. */
function openNewestKept(path: string, identity: string): Handle | null {
  const kept = listKeptSnapshots(path).find((one) => isWhole(one.path));
  return kept ? { ...openHandle(kept.path, identity), path } : null;
}

/** Whether there is a database to serve. */
export function canOpenDatabase(): boolean {
  try {
    openTracker();
    return identifyFile(toDatabaseFile()) !== null;
  } catch {
    return false;
  }
}

interface Handle {
  readonly path: string;
  readonly identity: string;
  readonly client: Database.Database;
  readonly tracker: Tracker;
}

// Development servers evaluate modules anew with every edit; a handle in a module
// would be opened again each time and never closed.
const held = globalThis as typeof globalThis & { trackerHandle?: Handle };

/**
 * A name for the file as it is now; null: there is none. A few microseconds, so it
 * is asked for every request; an ingest renames a new file into place and thereby
 * changes it.
 */
export function identifyFile(path: string): string | null {
  const found = statSync(/* turbopackIgnore: true */ path, { throwIfNoEntry: false });
  return found?.isFile() ? `${found.ino} ${found.mtimeMs} ${found.size}` : null;
}

const toFileNumber = (identity: string): string => identity.split(' ', 1)[0] ?? '';

function openHandle(path: string, identity: string): Handle {
  const client = new Database(path, { readonly: true, fileMustExist: true });
  try {
    client.pragma('query_only = ON');
    if (!isSoundDatabase(client)) throw new Error(`The database at ${path} is damaged.`);
    const snapshot = readSnapshot(client);
    if (!snapshot) throw new Error(`The database at ${path} holds no snapshot.`);
    return { path, identity, client, tracker: { snapshot, orm: toOrm(client), isFrozen: false } };
  } catch (error) {
    client.close();
    throw error;
  }
}

// Longer than any request that may still be asking the old file.
const GRACE_MS = 30_000;

function closeLater({ client }: Handle) {
  setTimeout(() => client.close(), GRACE_MS).unref();
}
