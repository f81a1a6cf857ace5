/** Today's `data/` in a database of its own, for a bench that asks it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasets } from '@/data/datasets';
import { openTracker, type Tracker } from '@/db/connection';
import { ingest } from '@/db/ingest';

const DATA = join(import.meta.dirname, '..', '..', '..', 'data');

/** Loads and publishes the data, runs the bench, and clears away. */
export async function withData(
  bench: (tracker: Tracker, databaseFile: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
  try {
    const databaseFile = join(folder, 'tracker.sqlite');
    const { problems } = await ingest({ datasets, dataDirectory: DATA, databaseFile });
    if (problems.length > 0) throw new Error('The data has problems; see `npm run ingest`.');
    process.env.TRACKER_DB = databaseFile;
    await bench(openTracker(), databaseFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
