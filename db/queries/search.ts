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

const byKind = sql.raw(
  `CASE kind ${searchKinds.map((kind, place) => `WHEN '${kind}' THEN ${place}`).join(' ')} END`,
);

/**
 * What holds every word, best first: a word in a title weighs ten times one in a
 * description; equally good finds in the order of kinds, then of slugs. The last
 * letters of a word may be missing. No word finds nothing.
 */
export async function listFinds(orm: Orm, words: readonly string[]): Promise<Find[]> {
  if (words.length === 0) return [];
  return orm.all<Find>(sql`
    SELECT kind, slug, title, snippet(search_index, 3, '', '', '…', 18) AS excerpt
    FROM search_index WHERE search_index MATCH ${toMatch(words)}
    ORDER BY round(bm25(search_index, 0, 0, 10, 1), 3), ${byKind}, slug LIMIT ${MOST}`);
}

/** How many things hold every word. */
export async function countFinds(orm: Orm, words: readonly string[]): Promise<number> {
  if (words.length === 0) return 0;
  const [found] = orm.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM search_index WHERE search_index MATCH ${toMatch(words)}`,
  );
  return found?.count ?? 0;
}

/** Every title that can be found, in the order of kinds, then of the datasets. */
export async function listTitles(orm: Orm): Promise<string[]> {
  const rows = orm.all<{ title: string }>(
    sql`SELECT title FROM search_index ORDER BY ${byKind}, rowid`,
  );
  return rows.map(({ title }) => title);
}

/** In quotes nothing a visitor types is an operator of the search language. */
function toMatch(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
}
