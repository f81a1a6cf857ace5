/** PostgreSQL within the process, for tests of what is published to it. */
import { PGlite } from '@electric-sql/pglite';
import type { Sql } from './connect';

// It takes a second to start, so that all tests of a run share one.
let started: Promise<PGlite> | undefined;

/** The database, empty. */
export async function openEmptyPglite(): Promise<PGlite> {
  started ??= PGlite.create();
  const pglite = await started;
  // One that died may have left a transaction.
  await pglite.query('ROLLBACK');
  await pglite.query('RESET search_path');
  for (const name of await listSchemas(pglite)) {
    await pglite.query(`DROP SCHEMA ${name} CASCADE`);
  }
  return pglite;
}

/** All whose names begin as ours. */
export async function listSchemas(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query(
    "SELECT nspname AS name FROM pg_namespace WHERE nspname ~ '^tracker' ORDER BY length(nspname), 1",
  );
  return rows.map(({ name }) => String(name));
}

/** A connection that is lost at its question of this number, from 1. */
export function loseAt(sql: Sql, last: number): Sql & { readonly asked: number } {
  let asked = 0;
  return {
    get asked() {
      return asked;
    },
    async query(text, values) {
      asked += 1;
      if (asked < last) return sql.query(text, values);
      // What a server does when its client is gone.
      if (asked === last) await sql.query('ROLLBACK');
      throw new Error('Connection terminated unexpectedly');
    },
  };
}
