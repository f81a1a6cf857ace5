/**
 * A database under construction: built next to the published one, then renamed
 * into its place, so that readers see the old file or the new one and nothing
 * between. Two ingests at once build two drafts; the later rename stays.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';

export interface Draft {
  readonly path: string;
  readonly client: Database.Database;
  /** Puts the finished draft, its client closed, in the place of `databaseFile`. */
  publish(databaseFile: string): void;
  /** Removes whatever is left of the draft; harmless after `publish`. */
  discard(): void;
}

/**
 * Opens an empty draft in `folder`; a file of `name` may be its later place. Throws
 * where nothing can be written there.
 */
export function openDraft(folder: string, name: string): Draft {
  const path = join(folder, `.${name}.${process.pid}-${randomBytes(4).toString('hex')}${ENDING}`);
  const client = createFile(path, join(folder, name));
  removeAbandoned(folder, name);
  // No journal and no waiting for the disk: a draft that fails is thrown away.
  client.pragma('page_size = 4096');
  client.pragma('journal_mode = OFF');
  client.pragma('synchronous = OFF');
  client.pragma('locking_mode = EXCLUSIVE');
  client.pragma('foreign_keys = OFF');
  client.pragma('cache_size = -65536');
  return {
    path,
    client,
    publish(databaseFile) {
      syncToDisk(path);
      renameSync(path, databaseFile);
      if (process.platform !== 'win32') syncToDisk(dirname(databaseFile));
    },
    discard() {
      client.close();
      rmSync(path, { force: true });
    },
  };
}

function createFile(path: string, place: string): Database.Database {
  try {
    if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`${place} is a folder; name a file in it`);
    }
    makeFolder(dirname(path));
    return new Database(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The database cannot be written to ${dirname(path)}: ${reason}`;
    throw new Error(message, { cause: error });
  }
}

const ENDING = '.draft';
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Drafts of ingests that were killed. A living one is written to all the time. */
function removeAbandoned(folder: string, name: string) {
  for (const file of readdirSync(folder)) {
    if (!file.startsWith(`.${name}.`) || !file.endsWith(ENDING)) continue;
    const path = join(folder, basename(file));
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (modified !== undefined && Date.now() - modified > ABANDONED_AFTER_MS) {
      rmSync(path, { force: true });
    }
  }
}

function syncToDisk(path: string) {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes a folder and those above it; one that is there stays as it is. Throws the
 * system's error where that cannot be. Node's recursive `mkdirSync` tries for ever
 * where a parent exists and still answers "no such file", as below /proc.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
