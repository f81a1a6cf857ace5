/**
 * From CSVs to a published snapshot in PostgreSQL: the file that is public there is fetched, the
 * ingest checks and compares against it as against any other, and what it made is published.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type IngestOptions, type IngestResult, ingest } from '../ingest';
import { toKeepCount } from '../kept-snapshots';
import { toShownAddress, withConnection } from './connect';
import { buildCopies } from './copies';
import { listPublications, preparePublications } from './publications';
import { lockPublications, type Published, publishFile } from './publish';

interface IngestIntoOptions extends Omit<IngestOptions, 'databaseFile' | 'now'> {
  /** Where the files lie that are worked on, below a folder for each database. */
  readonly workshop: string;
  /** Another way to the database; for tests. */
  readonly connect?: typeof withConnection;
  /** Told what did not go as it should and changes nothing for readers. */
  readonly warn?: (text: string) => void;
}

export interface IngestIntoResult {
  readonly result: IngestResult;
  /** Null where nothing was published: not to be, problems, or public already. */
  readonly published: Published | null;
  /** The database, without user and password. */
  readonly shownAddress: string;
}

/**
 * Problems in the data come back as values, as from an ingest. Throws in words where the database
 * cannot be reached or refuses; what is public there stays so then.
 */
export async function ingestInto(
  url: string,
  { workshop, warn, keep = toKeepCount(), connect = withConnection, ...options }: IngestIntoOptions,
): Promise<IngestIntoResult> {
  const { write = true, signal } = options;
  const settings = write ? PUBLISHING : {};
  const shownAddress = toShownAddress(url);
  return connect(
    url,
    async (sql) => {
      // What one publication compares with is what it follows.
      if (write) {
        await lockPublications(sql);
        await preparePublications(sql);
      }
      const name = createHash('sha256').update(`${write} ${url}`).digest('hex').slice(0, 12);
      const databaseFile = join(workshop, name, 'tracker.sqlite');
      const [newest] = await listPublications(sql);
      if (newest) await buildCopies(databaseFile, []).show(sql, newest);
      else rmSync(databaseFile, { force: true });
      // Clocks differ, and servers tell snapshots' order by these times.
      const earliest = newest ? Date.parse(newest.published_at) + 1 : 0;
      const now = new Date(Math.max(Date.now(), earliest));
      const result = await ingest({ ...options, databaseFile, now, keep: 1 });
      // What an earlier program made, servers fill by themselves.
      if (!result.snapshot) {
        return { result: { ...result, filled: [] }, published: null, shownAddress };
      }
      signal?.throwIfAborted();
      const published = write ? await publishFile(sql, databaseFile, { keep, warn }) : null;
      return { result, published, shownAddress };
    },
    { settings },
  );
}

/** Whoever is gone without a word gives up the lock within a minute. */
const PUBLISHING = {
  tcp_keepalives_idle: 20,
  tcp_keepalives_interval: 10,
  tcp_keepalives_count: 3,
  idle_in_transaction_session_timeout: 60_000,
};
