/**
 * Published databases, kept by id next to the current one so that a citation, a
 * frozen embed or a permalink shows the figures as they were.
 */
import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { readSnapshot, type Snapshot } from './snapshot-tables';

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
 * Keeps a finished database and removes the longest unpublished ones
 * beyond `keep`. A hard link costs no room; the published file is replaced by
 * renaming, never written to, so the link keeps its content.
 */
export function keepSnapshot(
  finished: string,
  { databaseFile, id, keep }: { databaseFile: string; id: string; keep: number },
): void {
  const folder = toFolder(databaseFile);
  mkdirSync(folder, { recursive: true });
  const path = toKeptFile(databaseFile, id);
  const aside = `${path}.${process.pid}`;
  rmSync(aside, { force: true });
  linkSync(finished, aside);
  // Renaming one link onto another of the same file does nothing and leaves both.
  rmSync(path, { force: true });
  renameSync(aside, path);
  const kept = listFiles(databaseFile).filter((file) => file.path !== path);
  for (const { path: old } of kept.slice(Math.max(0, keep - 1))) rmSync(old, { force: true });
}

/** The kept snapshots, the latest published first. Files that cannot be read are left out. */
export function listKeptSnapshots(databaseFile: string): KeptSnapshot[] {
  return listFiles(databaseFile).flatMap(({ path, modified }) => {
    const snapshot = findSnapshot(path);
    return snapshot ? [{ ...snapshot, path, published_at: modified.toISOString() }] : [];
  });
}

function toFolder(databaseFile: string): string {
  return join(/* turbopackIgnore: true */ dirname(databaseFile), 'snapshots');
}

/** Latest first; equal times in the order of ids. */
function listFiles(databaseFile: string) {
  const folder = toFolder(databaseFile);
  return readNames(folder)
    .filter((name) => name.endsWith(ENDING) && SNAPSHOT_ID.test(basename(name, ENDING)))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(/* turbopackIgnore: true */ path, { throwIfNoEntry: false });
      return found ? [{ path, modified: found.mtime }] : [];
    })
    .sort((a, b) => b.modified.getTime() - a.modified.getTime());
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
  try {
    const client = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return readSnapshot(client);
    } finally {
      client.close();
    }
  } catch {
    return null;
  }
}
