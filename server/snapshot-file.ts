/** Which data is shown: the identity of the published database file. */
import { statSync } from 'node:fs';

/**
 * A name for the file as it is now. A few microseconds, so it is asked for every
 * request; an ingest renames a new file into place and thereby changes it.
 */
export function identifyFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : 'none';
}
