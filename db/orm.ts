/**
 * How the tracker asks a snapshot: drizzle's queries of SQLite, whoever answers them. The
 * snapshot's own file does, or a database that holds the same rows.
 */
import type { Database, Statement } from 'better-sqlite3';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { LRUCache } from 'lru-cache';
import type { Contract } from '@/data/contract';
import type { CellValue } from '@/units/table';

/** `$client` is the snapshot's own file, for what cannot be asked elsewhere or must stream. */
export type Orm = SqliteRemoteDatabase & { readonly $client: Database };

/** Answers a statement, its parameters marked by `?`, with rows in the order of its columns. */
export type Ask = (
  statement: string,
  parameters: readonly unknown[],
) => Promise<readonly CellValue[][]>;

/** A snapshot by its file; `ask` answers what is asked, else the file does. */
export function toOrm(client: Database, ask: Ask = askFile(client)): Orm {
  const orm = drizzle(async (statement, parameters, method) => {
    const rows = await ask(statement, parameters);
    // Drizzle takes one row for itself where it asks for one; its types know only of lists.
    return { rows: method === 'get' ? rows[0] : rows } as { rows: CellValue[][] };
  });
  return Object.assign(orm, { $client: client });
}

/** Statements that are ready to be asked again; more than all pages of an hour ask. */
const MOST_STATEMENTS = 500;

/** Answers out of an open file. */
export function askFile(client: Database): Ask {
  const ready = new LRUCache<string, Statement<unknown[], CellValue[]>>({ max: MOST_STATEMENTS });
  return async (statement, parameters) => {
    let prepared = ready.get(statement);
    if (!prepared) {
      prepared = client.prepare<unknown[], CellValue[]>(statement).raw();
      ready.set(statement, prepared);
    }
    return prepared.all(...parameters);
  };
}

/** Of each question: more than there are datasets, vendors or chips whose answers are in use. */
const MOST_ANSWERS = 200;

/**
 * A question that depends on a snapshot and a dataset (or whatever else its slug names) alone is
 * asked once, because a snapshot never changes; from the second time on it is answered from
 * memory. Failures are not kept, nor more answers than `MOST_ANSWERS`: a visitor may name
 * endlessly many things.
 */
export function oncePerSnapshot<V, A extends { readonly slug: string } = Contract>(
  ask: (orm: Orm, about: A) => Promise<V>,
): (orm: Orm, about: A) => Promise<V> {
  // A connection is to one snapshot, and takes what is known of it along when it goes.
  const known = new WeakMap<Orm, LRUCache<string, Promise<V>>>();
  return (orm, about) => {
    const answers = known.get(orm) ?? new LRUCache<string, Promise<V>>({ max: MOST_ANSWERS });
    known.set(orm, answers);
    const answer = answers.get(about.slug) ?? ask(orm, about);
    answers.set(about.slug, answer);
    answer.catch(() => answers.delete(about.slug));
    return answer;
  };
}
