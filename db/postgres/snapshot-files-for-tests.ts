/** Files of snapshots as ingests leave them, one after another, without the time an ingest takes. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createSmallFolder } from '../small-data-for-tests';

interface SnapshotFile {
  readonly id: string;
  readonly path: string;
}

export interface SnapshotFiles {
  readonly folder: string;
  /** The file of snapshot `n`, published at minute `n` or another, with one vendor of that name. */
  make(n: number, minute?: number): SnapshotFile;
  remove(): void;
}

export async function createSnapshotFiles(): Promise<SnapshotFiles> {
  const folder = createSmallFolder();
  await folder.ingest();
  let made = 0;
  return {
    folder: folder.path,
    make(n, minute = n) {
      const id = String(n).padStart(12, '0');
      const path = join(folder.path, `${made}.sqlite`);
      made += 1;
      copyFileSync(folder.databaseFile, path);
      const client = new Database(path);
      const time = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
      client.prepare('UPDATE snapshot SET id = ?, published_at = ?').run(id, time);
      client.prepare(`UPDATE vendors SET name = ? WHERE vendor = 'amd'`).run(`Vendor ${n}`);
      client.close();
      return { id, path };
    },
    remove: folder.remove,
  };
}
