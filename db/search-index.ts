/**
 * The index behind the site's search: names and descriptions out of the loaded
 * tables, in SQLite's own full-text table. It is built within the ingest, row
 * after row in a fixed order, so that the same CSVs give the same bytes.
 */
import type { Database } from 'better-sqlite3';
import { type Contract, toTableName } from '@/data/contract';
import { quote } from './to-table';

interface Searched {
  readonly dataset: string;
  readonly title: string;
  /** Columns that describe, in words. */
  readonly body: readonly string[];
}

// The more telling ones first: a word that is misspelt is looked for in this order.
const searched = [
  {
    dataset: 'chips',
    title: 'name',
    body: ['chip', 'vendor', 'architecture', 'note'],
  },
  { dataset: 'vendors', title: 'name', body: ['vendor', 'meaning'] },
  {
    dataset: 'organizations',
    title: 'name',
    body: ['organization', 'country', 'headquarters_city', 'note'],
  },
  { dataset: 'markets', title: 'name', body: ['definition', 'publisher'] },
  { dataset: 'systems', title: 'name', body: ['vendor', 'chip', 'note'] },
  { dataset: 'events', title: 'title', body: ['summary', 'actor', 'chip', 'date'] },
  {
    dataset: 'article-claims',
    title: 'says',
    body: ['subject', 'said_by', 'finding', 'chinese_text'],
  },
  { dataset: 'sources', title: 'title', body: ['publisher', 'source', 'note'] },
] as const satisfies readonly Searched[];

/** What can be found: the dataset whose row it is, or `datasets` for a dataset itself. */
export type SearchKind = (typeof searched)[number]['dataset'] | 'datasets';

// `prefix` makes the last, half-typed word cheap; diacritics do not count, so
// that "Julich" finds Jülich.
const CREATE = `CREATE VIRTUAL TABLE search_index USING fts5(
  kind UNINDEXED, slug UNINDEXED, title, body,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`;

/** Creates and fills the index from whichever of the searched datasets are loaded. */
export function writeSearchIndex(client: Database, datasets: readonly Contract[]): void {
  client.exec(CREATE);
  for (const { dataset, title, body } of searched) {
    const contract = datasets.find(({ slug }) => slug === dataset);
    const columns = [title, ...body];
    if (!contract || !columns.every((name) => Object.hasOwn(contract.columns, name))) continue;
    const text = body.map((name) => `coalesce(${quote(name)}, '')`).join(` || ' ' || `);
    client.exec(
      `INSERT INTO search_index (kind, slug, title, body)
       SELECT '${dataset}', ${quote(contract.key[0]!)}, ${quote(title)}, ${text}
       FROM ${quote(toTableName(dataset))} ORDER BY rowid`,
    );
  }
  const insert = client.prepare('INSERT INTO search_index VALUES (?, ?, ?, ?)');
  for (const { slug, title, story, grain } of datasets) {
    insert.run('datasets', slug, title, `${slug} ${grain} ${story}`);
  }
}
