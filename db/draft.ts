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
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
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
  const path = join(folder, nameDraft(name));
  const client = createFile(path);
  clearDrafts(folder, name);
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

function createFile(path: string): Database.Database {
  try {
    makeFolder(dirname(path));
    return new Database(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The database cannot be written to ${dirname(path)}: ${reason}`;
    throw new Error(message, { cause: error });
  }
}

/** A name for what is to become a file of `name`; it says who writes it. */
export function nameDraft(name: string): string {
  return `.${name}.${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}.draft`;
}

/** Removes what killed processes left of files that were to become one of `name`. */
export function clearDrafts(folder: string, name: string): void {
  for (const file of readdirSync(folder)) {
    if (file.startsWith(`.${name}.`) && isAbandoned(folder, file)) {
      rmSync(join(folder, file), { force: true });
    }
  }
}

const DRAFT = /^\..+\.(?:(.+)-)?(\d+)-[0-9a-f]+\.draft(-\w+)?$/;
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Whether a file is the draft, or the journal of a draft, of a process that is no more: by
 * its number where it ran on this machine, else by its age; a living one writes all the time.
 */
export function isAbandoned(folder: string, file: string): boolean {
  const [whole, host, pid] = DRAFT.exec(file) ?? [];
  if (whole === undefined) return false;
  if (host === hostname()) return !isAlive(Number(pid));
  const modified = statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs;
  return modified !== undefined && Date.now() - modified > ABANDONED_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function syncToDisk(path: string) {
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
