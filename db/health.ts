/** What there is to serve, for whoever watches a server. */
import { createHash } from 'node:crypto';
import { openTracker, toDatabaseFile } from './connection';
import type { Following } from './postgres/follow';

export interface Health {
  readonly isReady: boolean;
  /** "published", or "kept" where the published file is damaged; null: nothing can be served. */
  readonly serving: 'published' | 'kept' | null;
  readonly snapshot: string | null;
  /** Stands for the tables and columns that are served; equal wherever they are the same. */
  readonly schema: string | null;
  /** ISO days. */
  readonly collected_on: string | null;
  readonly newest_publication: string | null;
  /** How the database is followed, where the server reads from one, and since when it is not. */
  readonly database?: Following['database'];
  readonly since?: string;
}

const TABLES =
  "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema WHERE type = 'table' ORDER BY name)";
const NEWEST = 'SELECT max(newest_publication) FROM dataset_states';

/** `following`: how the database is followed that this server reads from; absent: none is. */
export function readHealth(following?: Following): Health {
  const from = following && {
    database: following.database,
    ...(following.since !== null && { since: following.since }),
  };
  try {
    const { snapshot, orm } = openTracker();
    const ask = (statement: string) =>
      orm.$client.prepare<[], string | null>(statement).pluck().get() ?? null;
    return {
      isReady: true,
      serving: orm.$client.name === toDatabaseFile() ? 'published' : 'kept',
      snapshot: snapshot.id,
      schema: createHash('sha256')
        .update(ask(TABLES) ?? '')
        .digest('hex')
        .slice(0, 12),
      collected_on: snapshot.collected_on,
      newest_publication: ask(NEWEST),
      ...from,
    };
  } catch {
    const unknown = { snapshot: null, schema: null, collected_on: null, newest_publication: null };
    return { isReady: false, serving: null, ...unknown, ...from };
  }
}
