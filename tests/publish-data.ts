/** A folder of datasets, loaded into a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasets } from '@/data/datasets';
import { wordProblem } from '@/data/wording';
import { ingest } from '@/db/ingest';

export interface PublishedData {
  readonly databaseFile: string;
  readonly remove: () => void;
}

/** Throws with the wording of every problem when the data has one. Call `remove` when done. */
export async function publishData(dataDirectory: string): Promise<PublishedData> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-data-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const databaseFile = join(folder, 'tracker.sqlite');
  const { problems } = await ingest({ datasets, dataDirectory, databaseFile });
  if (problems.length > 0) {
    remove();
    throw new Error(`${dataDirectory} has problems:\n${problems.map(wordProblem).join('\n')}`);
  }
  return { databaseFile, remove };
}
