/**
 * The frozen data of `tests/data-2026-11/`, loaded once for all tests of a run by
 * `tests/load-frozen-data.ts`. Tests name its figures, never those of `data/`.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { inject } from 'vitest';
import { openTracker, type Tracker } from './connection';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the database. All tests share it, so nobody writes to it or next to it. */
    readonly frozenDatabase: string;
  }
}

/** Opens the frozen data, read-only, as what is published now. */
export function openFrozenData(): Tracker {
  process.env.TRACKER_DB = inject('frozenDatabase');
  return openTracker();
}

/**
 * A copy of one's own, for tests that keep snapshots next to it, or want it changed by SQL;
 * changed data need a snapshot's id of their own. Call `remove` when done.
 */
export function copyFrozenData(sql = ''): { tracker: Tracker; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-data-'));
  process.env.TRACKER_DB = join(folder, 'tracker.sqlite');
  copyFileSync(inject('frozenDatabase'), process.env.TRACKER_DB);
  if (sql) changeDatabase(process.env.TRACKER_DB, sql);
  return {
    tracker: openTracker(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function changeDatabase(file: string, sql: string): void {
  const client = new Database(file);
  client.exec(sql);
  client.close();
}
