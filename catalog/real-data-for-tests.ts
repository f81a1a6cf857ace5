/** The tracker's own data in a database of its own, for tests of what is published. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasets } from '@/data/datasets';
import { openTracker, type Tracker } from '@/db/connection';
import { ingest } from '@/db/ingest';

/** Loads `data/` aside and opens it. Call `remove` when done. */
export async function openRealData(): Promise<{ tracker: Tracker; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-data-'));
  const databaseFile = join(folder, 'tracker.sqlite');
  const { problems } = await ingest({
    datasets,
    dataDirectory: join(process.cwd(), 'data'),
    databaseFile,
    write: true,
  });
  if (problems.length > 0) throw new Error('The data has problems; see `npm run ingest`.');
  process.env.TRACKER_DB = databaseFile;
  return {
    tracker: openTracker(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
