/** Full-text search over names and descriptions. */
import { sql } from 'drizzle-orm';
import type { Orm } from '../connection';
import { type SearchKind, searchKinds } from '../search-index';

export interface Find {
  readonly kind: SearchKind;
  readonly slug: string;
  readonly title: string;
  /** A few words around what was found. */
  readonly excerpt: string;
}

const MOST = 60;

/**
 * What holds every word, best first: a word in a title weighs ten times one in a
 * description; equally good finds in the order of kinds, then of slugs. The last
 * letters of a word may be missing. No word finds nothing.
 */
export async function listFinds(orm: Orm, words: readonly string[]): Promise<Find[]> {
  if (words.length === 0) return [];
  // In quotes nothing a visitor types is an operator of the search language.
  const match = words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
  const order = sql.raw(
    `CASE kind ${searchKinds.map((kind, place) => `WHEN '${kind}' THEN ${place}`).join(' ')} END`,
  );
  return orm.all<Find>(sql`
    SELECT kind, slug, title, snippet(search_index, 3, '', '', '…', 18) AS excerpt
    FROM search_index WHERE search_index MATCH ${match}
    ORDER BY round(bm25(search_index, 0, 0, 10, 1), 3), ${order}, slug LIMIT ${MOST}`);
}
