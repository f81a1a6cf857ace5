/**
 * Files of published snapshots in a folder: brought from PostgreSQL, checked by their hashes. The
 * disk is never waited for: a copy that lost its machine's power is seen by its hash, and brought
 * again, or an earlier one is served.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, copyFile, open, rename, rm, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Contract } from '@/data/contract';
import { identifyFile } from '../connection';
import { clearDrafts, makeFolder, nameDraft } from '../draft';
import { fillOutdated } from '../fill-outdated';
import {
  listKeptFiles,
  placeSnapshot,
  readHashes,
  removeKept,
  toKeptFile,
} from '../kept-snapshots';
import { isComplete } from '../open-snapshot';
import { readPublishedAt } from '../snapshot-tables';
import type { Sql } from './connect';
import type { Publication } from './publications';

interface Copies {
  /** When the snapshot that is shown was published, an ISO time; null: there is none to read. */
  readShownTime(): string | null;
  /** Makes it the one that is shown, and kept. */
  show(sql: Sql, publication: Publication): Promise<void>;
  /** Whether it is kept, as it was when it was looked at last. */
  isKept(publication: Publication): boolean;
  /** Makes it one that is kept; whether it had to be brought. */
  bring(sql: Sql, publication: Publication): Promise<boolean>;
  /** Removes the kept files of all other ids. */
  keepOnly(ids: readonly string[]): void;
  /** Gives the file that is shown another identity, as a new one would have. */
  touch(): Promise<void>;
}

/** `contracts`: what the file that is shown lacks of them, it is filled up with as blanks. */
export function buildCopies(databaseFile: string, contracts: readonly Contract[]): Copies {
  /** By path: the identity of a file, and the hash of what was brought into it. */
  const checked = new Map<string, string>();
  const underWay = new Map<string, Promise<boolean>>();
  let shown: { identity: string; time: string | null } | null = null;

  const toMark = (path: string, sha256: string) => `${identifyFile(path)} ${sha256}`;

  async function isInLine(path: string, sha256: string): Promise<boolean> {
    if (identifyFile(path) === null) return false;
    const mark = toMark(path, sha256);
    if (checked.get(path) === mark) return true;
    if ((await hashFile(path)) !== sha256) return false;
    checked.set(path, mark);
    return true;
  }

  async function bring(sql: Sql, publication: Publication, path: string): Promise<boolean> {
    const { sha256 } = publication;
    if (readHashes(path).includes(sha256) && (await isInLine(path, sha256))) return false;
    makeFolder(dirname(path));
    const draft = join(dirname(path), nameDraft(basename(path)));
    try {
      await download(sql, publication, draft);
      placeSnapshot(draft, path, sha256, () => {});
      checked.set(path, toMark(path, sha256));
    } finally {
      await rm(draft, { force: true });
    }
    return true;
  }

  const copies: Copies = {
    readShownTime() {
      const identity = identifyFile(databaseFile);
      if (identity === null) return null;
      if (shown?.identity !== identity) shown = { identity, time: readTime(databaseFile) };
      return shown.time;
    },
    async show(sql, publication) {
      const { sha256, snapshot } = publication;
      if (await isInLine(databaseFile, sha256)) return;
      await copies.bring(sql, publication);
      clearDrafts(dirname(databaseFile), basename(databaseFile));
      const draft = join(dirname(databaseFile), nameDraft(basename(databaseFile)));
      try {
        await copyFile(toKeptFile(databaseFile, snapshot), draft, constants.COPYFILE_FICLONE);
        if (!isComplete(draft, contracts)) fillOutdated(draft, contracts);
        await rename(draft, databaseFile);
        checked.set(databaseFile, toMark(databaseFile, sha256));
      } finally {
        await rm(draft, { force: true });
      }
    },
    isKept({ snapshot, sha256 }) {
      const path = toKeptFile(databaseFile, snapshot);
      return checked.get(path) === toMark(path, sha256);
    },
    bring(sql, publication) {
      const path = toKeptFile(databaseFile, publication.snapshot);
      const known = underWay.get(path);
      if (known) return known;
      const brought = bring(sql, publication, path).finally(() => underWay.delete(path));
      underWay.set(path, brought);
      return brought;
    },
    keepOnly(ids) {
      const wanted = new Set(ids.map((id) => toKeptFile(databaseFile, id)));
      removeKept(
        databaseFile,
        new Set(listKeptFiles(databaseFile).filter((path) => !wanted.has(path))),
      );
    },
    async touch() {
      const [, , , sha256] = checked.get(databaseFile)?.split(' ') ?? [];
      await utimes(databaseFile, new Date(), new Date());
      if (sha256) checked.set(databaseFile, toMark(databaseFile, sha256));
    },
  };
  return copies;
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Writes the file of a publication to a new one. Throws where it is not whole. */
async function download(
  sql: Sql,
  { sha256, bytes, snapshot }: Publication,
  draft: string,
): Promise<void> {
  const hash = createHash('sha256');
  const handle = await open(draft, 'wx');
  try {
    for (let part = 0, at = 0; at < bytes; part += 1) {
      const { rows } = await sql.query(
        'SELECT bytes FROM tracker.snapshot_files WHERE sha256 = $1 AND part = $2',
        [sha256, part],
      );
      const piece = rows[0]?.bytes;
      if (!(piece instanceof Uint8Array)) break;
      hash.update(piece);
      await handle.write(piece);
      at += piece.length;
    }
    if (hash.digest('hex') !== sha256) {
      throw new Error(`The file of snapshot ${snapshot} is not whole in the database.`);
    }
  } finally {
    await handle.close();
  }
}

function readTime(path: string): string | null {
  try {
    const client = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return readPublishedAt(client);
    } finally {
      client.close();
    }
  } catch {
    return null;
  }
}
