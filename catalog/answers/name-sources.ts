/** Whose figures an answer shows, in words. */
import { listOrigins } from '@/data/sources/origins';
import type { Orm } from '@/db/connection';
import { listSources } from '@/db/queries/names';

/** "Epoch AI, Nvidia and 2 more": the origins of these sources; null for none. */
export async function nameSources(
  orm: Orm,
  slugs: readonly (string | null)[],
): Promise<string | null> {
  const known = [...new Set(slugs)].filter((slug) => slug !== null);
  const sources = await listSources(orm, known);
  const names = listOrigins(sources);
  if (names.length === 0) return null;
  const more = names.length - MOST_SOURCES;
  return names.slice(0, MOST_SOURCES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const MOST_SOURCES = 3;
