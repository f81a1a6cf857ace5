/**
 * The published database, opened read-only and kept open. Every call looks whether
 * a new file took its place, so a running server follows an ingest by itself.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isSoundDatabase, isWhole, listKeptSnapshots } from './kept-snapshots';
import { type Ask, askFile, type Orm, toOrm } from './orm';
import { readPublishedAt, readSnapshot, type Snapshot } from './snapshot-tables';

export interface Tracker {
  readonly snapshot: Snapshot;
  readonly orm: Orm;
  /** Asked for by its snapshot's id: it never changes, while the current one does. */
  readonly isFrozen: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a database is named by an address, such as `postgres://host/tracker`, and not by a path. */
export const isAddress = (database: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(database);

/** The address of the database that is read: `TRACKER_DB_READ`, else `TRACKER_DB`; null: a file is. */
export function toReadAddress({ TRACKER_DB_READ, TRACKER_DB }: Environment = process.env) {
  return TRACKER_DB_READ || (TRACKER_DB && isAddress(TRACKER_DB) ? TRACKER_DB : null);
}

/**
 * The database's path: `TRACKER_DB`, else `.cache/tracker.sqlite` where the server runs. Where
 * PostgreSQL is read, that of its newest snapshot's copy: `TRACKER_COPY`, else
 * `.cache/copy/tracker.sqlite`.
 */
export function toDatabaseFile(): string {
  const cache = join(/* turbopackIgnore: true */ process.cwd(), '.cache');
  return toReadAddress()
    ? process.env.TRACKER_COPY || join(cache, 'copy', 'tracker.sqlite')
    : process.env.TRACKER_DB || join(cache, 'tracker.sqlite');
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
    const remedy = toReadAddress()
      ? 'What PostgreSQL has is fetched to there.'
      : '"npm run ingest" makes one.';
    throw new Error(`There is no database at ${path}. ${remedy}`);
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
  close(): void;
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
    const { ask, close } = chooseAsk(client, snapshot.id);
    const tracker = { snapshot, orm: toOrm(client, ask), isFrozen: false };
    return { path, identity, client, tracker, close };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** PostgreSQL answers where it is read, loaded only then; else the file does. */
function chooseAsk(client: Database.Database, id: string): { ask: Ask; close: () => void } {
  const local = askFile(client);
  const url = toReadAddress();
  const published_at = readPublishedAt(client);
  if (!url || !published_at) return { ask: local, close: () => client.close() };
  const open = async () => {
    const { openAsk, toAskedDatabase } = await import('./postgres/ask');
    return openAsk({ database: toAskedDatabase(url), snapshot: { id, published_at }, local });
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    async ask(statement, parameters) {
      opened ??= open();
      return (await opened).ask(statement, parameters);
    },
    close() {
      client.close();
      void opened?.then(({ close }) => close());
    },
  };
}

// Longer than any request that may still be asking the old file.
const GRACE_MS = 30_000;

function closeLater({ close }: Handle) {
  setTimeout(close, GRACE_MS).unref();
}
