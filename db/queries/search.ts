/** Full-text search over names and descriptions. */
import { sql } from 'drizzle-orm';
import type { Orm } from '../connection';
import { BODY, type SearchKind, toMatch } from '../search-index';

export interface Find {
  readonly kind: SearchKind;
  readonly slug: string;
  readonly title: string;
  /** A few words around what was found. */
  readonly excerpt: string;
}

/** More of one kind than anybody reads; the rest waits for another word. */
const MOST_OF_KIND = 12;

/**
 * What holds every word, kind by kind in the order of their names, the best of each
 * first: what is called so, then a word in a title weighs ten times one in a description;
 * equally good finds by slug. The last letters of a word may be missing. No word finds
 * nothing.
 */
export async function listFinds(orm: Orm, words: readonly string[]): Promise<Find[]> {
  if (words.length === 0) return [];
  const [match, name] = [toMatch(words), words.join('').toLowerCase()];
  // Words around the find are cut for those that are shown alone: it is the dear part.
  return orm.all<Find>(sql`
    WITH found AS MATERIALIZED (
      SELECT rowid AS id, kind, slug, round(bm25(search_index, 0, 0, 10, 1, 1), 3) AS score,
        lower(replace(replace(title, ' ', ''), '-', '')) = ${name}
          OR replace(slug, '-', '') = ${name} AS is_named
      FROM search_index WHERE search_index MATCH ${match}
    ), best AS MATERIALIZED (
      SELECT id, score,
        row_number() OVER (PARTITION BY kind ORDER BY is_named DESC, score, slug) AS place
      FROM found
    )
    SELECT kind, slug, title, snippet(search_index, ${BODY}, '', '', '…', 18) AS excerpt
    FROM search_index JOIN best ON search_index.rowid = best.id
    WHERE search_index MATCH ${match} AND place <= ${MOST_OF_KIND}
    ORDER BY kind, place`);
}

/** How many things hold every word, anywhere or in their titles. */
export async function countFinds(
  orm: Orm,
  words: readonly string[],
  where: 'anywhere' | 'title' = 'anywhere',
): Promise<number> {
  if (words.length === 0) return 0;
  const match = where === 'title' ? `title : (${toMatch(words)})` : toMatch(words);
  const [found] = orm.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM search_index WHERE search_index MATCH ${match}`,
  );
  return found?.count ?? 0;
}

/** Every title that can be found, the more telling kinds first, then in the order of the datasets. */
export async function listTitles(orm: Orm): Promise<string[]> {
  const rows = orm.all<{ title: string }>(sql`SELECT title FROM search_index ORDER BY rowid`);
  return rows.map(({ title }) => title);
}
