/** Full-text search over names and descriptions, in the snapshot's own file, which has the index. */
import type { Orm } from '../orm';
import { BODY, type SearchKind, type Term, toMatch } from '../search-index';

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
 * What holds the terms, kind by kind in the order of their names, the best of each
 * first: what is called by one of `names` (in small letters, without spaces), then a word in a
 * title weighs ten times one in a description; equally good finds by slug. No term finds nothing.
 */
export async function listFinds(
  { $client }: Orm,
  terms: readonly Term[],
  {
    names = [],
    joint = 'AND',
    most = MOST_OF_KIND,
  }: { names?: readonly string[]; joint?: 'AND' | 'OR'; most?: number } = {},
): Promise<Find[]> {
  if (terms.length === 0) return [];
  const [match, known] = [toMatch(terms, joint), JSON.stringify(names)];
  // Words around the find are cut for those that are shown alone: it is the dear part.
  return $client
    .prepare<unknown[], Find>(`
    WITH called AS (SELECT value FROM json_each(:known)),
    found AS MATERIALIZED (
      SELECT rowid AS id, kind, slug, round(bm25(search_index, 0, 0, 10, 1, 1), 3) AS score,
        lower(replace(replace(title, ' ', ''), '-', '')) IN called
          OR replace(slug, '-', '') IN called AS is_named
      FROM search_index WHERE search_index MATCH :match
    ), best AS MATERIALIZED (
      SELECT id, score,
        row_number() OVER (PARTITION BY kind ORDER BY is_named DESC, score, slug) AS place
      FROM found
    )
    SELECT kind, slug, title, snippet(search_index, ${BODY}, '', '', '…', 18) AS excerpt
    FROM search_index JOIN best ON search_index.rowid = best.id
    WHERE search_index MATCH :match AND place <= :most
    ORDER BY kind, place`)
    .all({ known, match, most });
}

/** How many things hold the terms, anywhere, or how many are called so; documents are not called. */
export async function countFinds(
  { $client }: Orm,
  terms: readonly Term[],
  {
    where = 'anywhere',
    joint = 'AND',
  }: { where?: 'anywhere' | 'title'; joint?: 'AND' | 'OR' } = {},
): Promise<number> {
  if (terms.length === 0) return 0;
  const match = toMatch(terms, joint);
  const counted = $client
    .prepare<unknown[], number>(`SELECT count(*) FROM search_index WHERE search_index MATCH :asked
      AND (:where = 'anywhere' OR kind NOT IN ('sources', 'article-claims'))`)
    .pluck()
    .get({ where, asked: where === 'title' ? `title : (${match})` : match });
  return counted ?? 0;
}

/** Every title that can be found, the more telling kinds first, then in the order of the datasets. */
export async function listTitles({ $client }: Orm): Promise<string[]> {
  const titles = 'SELECT title FROM search_index ORDER BY rowid';
  return $client.prepare<[], string>(titles).pluck().all();
}
