/**
 * How published snapshots lie in PostgreSQL. A row of `tracker.publications` is what makes one
 * public; its rows are in a schema of its own, `tracker_<serial>`, while servers may ask them,
 * and its file is in `tracker.snapshot_files`, in parts, for as long as the snapshot is kept.
 */
import { type Sql, toCode } from './connect';

export interface Publication {
  /** Grows by each publication; never given twice. */
  readonly serial: number;
  /** The snapshot's id. */
  readonly snapshot: string;
  /** An ISO time, UTC; never earlier than that of the publication before. */
  readonly published_at: string;
  /** Of the file. */
  readonly sha256: string;
  /** Of the file. */
  readonly bytes: number;
  /** Where its rows are; null: they have been dropped. */
  readonly schema: string | null;
}

/** Marks schemas as ours, so that no other is ever dropped. */
const MARK = 'AI Hardware Tracker: published snapshots';

/** The newest first; none where nothing has ever been published. */
export async function listPublications(sql: Sql): Promise<Publication[]> {
  try {
    const { rows } = await sql.query(
      `SELECT serial, snapshot, published_at, sha256, bytes, schema
       FROM tracker.publications ORDER BY serial DESC`,
    );
    return rows.map((row) => ({
      serial: Number(row.serial),
      snapshot: String(row.snapshot),
      published_at: String(row.published_at),
      sha256: String(row.sha256),
      bytes: Number(row.bytes),
      schema: row.schema === null ? null : String(row.schema),
    }));
  } catch (error) {
    if (['42P01', '3F000'].includes(toCode(error) ?? '')) return [];
    throw error;
  }
}

/** The newest publication of each snapshot, by its id, in the order given: the newest first. */
export function findKept(publications: readonly Publication[]): Map<string, Publication> {
  const kept = new Map<string, Publication>();
  for (const one of publications) if (!kept.has(one.snapshot)) kept.set(one.snapshot, one);
  return kept;
}

/** Makes the tables of publications where there are none. Throws where that cannot be. */
export async function preparePublications(sql: Sql): Promise<void> {
  const { rows } = await sql.query(
    `SELECT pg_is_in_recovery() AS is_replica, to_regnamespace('tracker')::text AS name,
      obj_description(to_regnamespace('tracker'), 'pg_namespace') AS mark`,
  );
  const { is_replica, name, mark } = rows[0] ?? {};
  if (is_replica) {
    throw new Error(
      'This database is a replica: publish to the primary, and name replicas in TRACKER_DB_READ alone.',
    );
  }
  if (name && mark !== MARK) {
    throw new Error(
      'The database has a schema "tracker" that was not made by publishing. Name another database, or rename that schema.',
    );
  }
  if (name) return;
  await inTransaction(sql, async () => {
    await sql.query('CREATE SCHEMA tracker');
    await markSchema(sql, 'tracker');
    await sql.query('CREATE SEQUENCE tracker.serials');
    await sql.query(
      `CREATE TABLE tracker.publications (
        serial bigint PRIMARY KEY, snapshot text NOT NULL, published_at text NOT NULL,
        sha256 text NOT NULL, bytes bigint NOT NULL, schema text)`,
    );
    await sql.query(
      `CREATE TABLE tracker.snapshot_files (
        sha256 text, part integer, bytes bytea NOT NULL, PRIMARY KEY (sha256, part))`,
    );
  });
}

/** Makes a schema known as ours. */
export async function markSchema(sql: Sql, name: string): Promise<void> {
  await sql.query(`COMMENT ON SCHEMA ${name} IS '${MARK}'`);
}

/**
 * Drops what no reader needs: schemas but those of `spared` publications, and files that no
 * publication names, as one that was killed leaves them.
 */
export async function dropUnused(sql: Sql, spared: readonly Publication[]): Promise<void> {
  const names = spared.flatMap(({ schema }) => schema ?? []);
  const { rows } = await sql.query(
    String.raw`SELECT nspname AS name FROM pg_namespace WHERE nspname ~ '^tracker_\d+$'
      AND obj_description(oid, 'pg_namespace') = $1 AND nspname <> ALL ($2::text[])`,
    [MARK, names],
  );
  // Whoever still reads there is waited for a moment; what is left goes the next time.
  await inTransaction(sql, async () => {
    await sql.query(`SET LOCAL lock_timeout = '5s'`);
    for (const { name } of rows) await sql.query(`DROP SCHEMA ${name} CASCADE`);
    await sql.query(
      'UPDATE tracker.publications SET schema = NULL WHERE schema <> ALL ($1::text[])',
      [names],
    );
    await sql.query(
      'DELETE FROM tracker.snapshot_files WHERE sha256 NOT IN (SELECT sha256 FROM tracker.publications)',
    );
  });
}

/** All of it or nothing. */
export async function inTransaction<T>(sql: Sql, act: () => Promise<T>): Promise<T> {
  await sql.query('BEGIN');
  try {
    const done = await act();
    await sql.query('COMMIT');
    return done;
  } catch (error) {
    // The connection may be gone, and with it the transaction.
    await sql.query('ROLLBACK').catch(() => {});
    throw error;
  }
}
