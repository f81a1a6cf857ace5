/**
 * Published databases, kept by id next to the current one so that a citation, a
 * frozen embed or a permalink shows the figures as they were.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { isAbandoned, nameDraft, syncToDisk } from './draft';
import { readPublishedAt, readSnapshot, type Snapshot } from './snapshot-tables';

export interface KeptSnapshot extends Snapshot {
  readonly path: string;
  /** When it was last published: an ISO time, UTC. */
  readonly published_at: string;
}

/** Twelve hexadecimal digits; nothing else ever becomes part of a path. */
export const SNAPSHOT_ID = /^[0-9a-f]{12}$/;

const ENDING = '.sqlite';
const DEFAULT_KEEP = 50;

/** How many are kept: `TRACKER_KEEP_SNAPSHOTS`, else 50; at least the current one. */
export function toKeepCount(
  env: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const wanted = env.TRACKER_KEEP_SNAPSHOTS ?? '';
  return /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : DEFAULT_KEEP;
}

/** Where the snapshot of an id is, or would be. Throws for what is no id. */
export function toKeptFile(databaseFile: string, id: string): string {
  if (!SNAPSHOT_ID.test(id)) throw new Error(`"${id}" is no snapshot's id.`);
  return join(toFolder(databaseFile), `${id}${ENDING}`);
}

/**
 * Keeps a copy of the published database, with its hash next to it, so that damage to one
 * of the two files is none to the other and is seen. Killed at any step it leaves what was
 * kept before, whole, and at most a draft that the next time removes.
 */
export function keepSnapshot(databaseFile: string, id: string): void {
  const folder = toFolder(databaseFile);
  const path = toKeptFile(databaseFile, id);
  const draft = join(folder, nameDraft(basename(path)));
  try {
    copyFileSync(databaseFile, draft);
    syncToDisk(draft);
    const hash = hashFile(draft);
    if (existsSync(path) && hash === hashFile(path) && readHashes(path).includes(hash)) return;
    placeSnapshot(draft, path, hash);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Puts a whole file of this hash (SHA-256) in the place of a kept one. `settle` waits until what
 * is written is on the disk; whoever can have it again need not.
 */
export function placeSnapshot(
  draft: string,
  path: string,
  hash: string,
  settle: (path: string) => void = syncToDisk,
): void {
  // The hash of the file that is there stays until the other is in its place.
  const hashes = [
    hash,
    ...readHashes(path)
      .filter((one) => one !== hash)
      .slice(0, 1),
  ];
  writeHashes(path, hashes, settle);
  renameSync(draft, path);
  if (process.platform !== 'win32') settle(dirname(path));
}

/** Makes the folder of kept snapshots. Throws in words where one of this id cannot be kept. */
export function makePlace(databaseFile: string, id: string): void {
  const [folder, path] = [toFolder(databaseFile), toKeptFile(databaseFile, id)];
  const isFolder = (place: string) => statSync(place, { throwIfNoEntry: false })?.isDirectory();
  if (existsSync(folder) && !isFolder(folder)) {
    throw new Error(`Snapshots cannot be kept: ${folder} is a file. Move it away.`);
  }
  if (isFolder(path))
    throw new Error(`Snapshots cannot be kept: ${path} is a folder. Move it away.`);
  mkdirSync(folder, { recursive: true });
}

/** Keeps what is published where that did not happen when it was, and the file is sound. */
export function keepEarlier(databaseFile: string, id: string): void {
  if (!isWhole(toKeptFile(databaseFile, id)) && isSound(databaseFile))
    keepSnapshot(databaseFile, id);
}

/** Removes the longest unpublished snapshots beyond `keep`, and what killed ingests left. */
export function tidySnapshots(databaseFile: string, id: string, keep: number): void {
  const path = toKeptFile(databaseFile, id);
  const kept = listKeptSnapshots(databaseFile).filter((one) => one.path !== path);
  removeKept(databaseFile, new Set(kept.slice(Math.max(0, keep - 1)).map((one) => one.path)));
}

/** Removes kept files, hashes without a file, and what killed processes left. */
export function removeKept(databaseFile: string, paths: ReadonlySet<string>): void {
  const folder = toFolder(databaseFile);
  for (const path of paths) rmSync(path, { force: true });
  const names = readNames(folder);
  for (const name of names) {
    const isAlone = name.endsWith('.sha256') && !names.includes(name.replace('.sha256', ENDING));
    if (isAlone || isAbandoned(folder, name)) rmSync(join(folder, name), { force: true });
  }
}

const toHashFile = (path: string): string => path.replace(/\.sqlite$/, '.sha256');

function hashFile(path: string): string {
  return createHash('sha256').update(readFileSync(/* turbopackIgnore: true */ path)).digest('hex');
}

/** What a kept file may hash to (SHA-256); none where an earlier program kept it. */
export function readHashes(path: string): string[] {
  try {
    return readFileSync(/* turbopackIgnore: true */ toHashFile(path), 'utf8')
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}

function writeHashes(path: string, hashes: readonly string[], settle: (path: string) => void) {
  const file = toHashFile(path);
  const draft = join(dirname(file), nameDraft(basename(file)));
  writeFileSync(draft, `${hashes.join('\n')}\n`);
  settle(draft);
  renameSync(draft, file);
}

/**
 * Whether a kept file is as it was published: by its hash, or by SQLite's own look at it where
 * an earlier program kept it without one.
 */
export function isWhole(path: string): boolean {
  try {
    if (!statSync(/* turbopackIgnore: true */ path).isFile()) return false;
    const hashes = readHashes(path);
    return hashes.length > 0 ? hashes.includes(hashFile(path)) : isSound(path);
  } catch {
    return false;
  }
}

/** Whether SQLite finds nothing wrong with a file; a few milliseconds for each megabyte. */
function isSound(path: string): boolean {
  return read(path, isSoundDatabase) ?? false;
}

/**
 * The same of an open file, at once: one that takes longer to read than a visitor waits is
 * sound where it is as long as it says. Throws where it is no database at all.
 */
export function isSoundDatabase(client: Database.Database): boolean {
  const [pages, size] = ['page_count', 'page_size'].map((name) =>
    Number(client.pragma(name, { simple: true })),
  );
  const bytes = (pages ?? 0) * (size ?? 0);
  if (bytes > MOST_CHECKED_BYTES) return statSync(client.name).size === bytes;
  return client.pragma('quick_check(1)', { simple: true }) === 'ok';
}

const MOST_CHECKED_BYTES = 16e6;

/** The kept snapshots, the latest published first. Files that cannot be read are left out. */
export function listKeptSnapshots(databaseFile: string): KeptSnapshot[] {
  return listFiles(databaseFile)
    .flatMap(({ path, modified }) => {
      const found = read(path, (client) => ({
        snapshot: readSnapshot(client),
        published_at: readPublishedAt(client) ?? modified.toISOString(),
      }));
      return found?.snapshot ? [{ ...found.snapshot, path, published_at: found.published_at }] : [];
    })
    .sort((a, b) =>
      a.published_at < b.published_at ? 1 : a.published_at > b.published_at ? -1 : 0,
    );
}

/** The paths of all kept files. */
export function listKeptFiles(databaseFile: string): string[] {
  return listFiles(databaseFile).map(({ path }) => path);
}

function toFolder(databaseFile: string): string {
  return join(/* turbopackIgnore: true */ dirname(databaseFile), 'snapshots');
}

/** In the order of ids. A program of the past noted no time but the file’s. */
function listFiles(databaseFile: string) {
  const folder = toFolder(databaseFile);
  return readNames(folder)
    .filter((name) => name.endsWith(ENDING) && SNAPSHOT_ID.test(basename(name, ENDING)))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(/* turbopackIgnore: true */ path, { throwIfNoEntry: false });
      return found?.isFile() ? [{ path, modified: found.mtime }] : [];
    });
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(/* turbopackIgnore: true */ folder);
  } catch {
    return [];
  }
}

/** Null where the file cannot be read, or is no database of ours. */
export function findSnapshot(path: string): Snapshot | null {
  return read(path, readSnapshot);
}

function read<T>(path: string, ask: (client: Database.Database) => T): T | null {
  try {
    // Opening a pipe would wait for somebody to write into it.
    if (!statSync(/* turbopackIgnore: true */ path).isFile()) return null;
    const client = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return ask(client);
    } finally {
      client.close();
    }
  } catch {
    return null;
  }
}
