/** What there is to serve, for whoever watches a server. */
import { openTracker, toDatabaseFile } from './connection';

export interface Health {
  readonly isReady: boolean;
  /** "published", or "kept" where the published file is damaged; null: nothing can be served. */
  readonly serving: 'published' | 'kept' | null;
  readonly snapshot: string | null;
  /** ISO days. */
  readonly collected_on: string | null;
  readonly newest_publication: string | null;
}

const NEWEST = 'SELECT max(newest_publication) FROM dataset_states';

export function readHealth(): Health {
  try {
    const { snapshot, orm } = openTracker();
    return {
      isReady: true,
      serving: orm.$client.name === toDatabaseFile() ? 'published' : 'kept',
      snapshot: snapshot.id,
      collected_on: snapshot.collected_on,
      newest_publication: orm.$client.prepare<[], string | null>(NEWEST).pluck().get() ?? null,
    };
  } catch {
    const unknown = { snapshot: null, collected_on: null, newest_publication: null };
    return { isReady: false, serving: null, ...unknown };
  }
}
