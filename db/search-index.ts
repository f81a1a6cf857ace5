/**
 * The index behind the site's search: names and descriptions out of the loaded
 * tables, in SQLite's own full-text table. It is built within the ingest, row
 * after row in a fixed order, so that the same CSVs give the same bytes.
 */
import type { Database } from 'better-sqlite3';
import { type Contract, toTableName } from '@/data/contract';
import { quote } from './to-table';

/** What can be found, in the order in which equally good finds are shown. */
export const searchKinds = [
  'chip',
  'vendor',
  'organization',
  'market',
  'system',
  'dataset',
  'event',
  'claim',
  'source',
] as const;

export type SearchKind = (typeof searchKinds)[number];

interface Searched {
  readonly kind: SearchKind;
  readonly dataset: string;
  readonly title: string;
  /** Columns that describe, in words. */
  readonly body: readonly string[];
}

const searched: readonly Searched[] = [
  {
    kind: 'chip',
    dataset: 'chips',
    title: 'name',
    body: ['chip', 'vendor', 'architecture', 'note'],
  },
  { kind: 'vendor', dataset: 'vendors', title: 'name', body: ['vendor', 'meaning'] },
  {
    kind: 'organization',
    dataset: 'organizations',
    title: 'name',
    body: ['organization', 'country', 'headquarters_city', 'note'],
  },
  { kind: 'market', dataset: 'markets', title: 'name', body: ['definition', 'publisher'] },
  { kind: 'system', dataset: 'systems', title: 'name', body: ['vendor', 'chip', 'note'] },
  { kind: 'event', dataset: 'events', title: 'title', body: ['summary', 'actor', 'chip', 'date'] },
  {
    kind: 'claim',
    dataset: 'article-claims',
    title: 'says',
    body: ['subject', 'said_by', 'finding', 'chinese_text'],
  },
  { kind: 'source', dataset: 'sources', title: 'title', body: ['publisher', 'source', 'note'] },
];

// `prefix` makes the last, half-typed word cheap; diacritics do not count, so
// that "Julich" finds Jülich.
const CREATE = `CREATE VIRTUAL TABLE search_index USING fts5(
  kind UNINDEXED, slug UNINDEXED, title, body,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`;

/** Creates and fills the index from whichever of the searched datasets are loaded. */
export function writeSearchIndex(client: Database, datasets: readonly Contract[]): void {
  client.exec(CREATE);
  for (const { kind, dataset, title, body } of searched) {
    const contract = datasets.find(({ slug }) => slug === dataset);
    const columns = [title, ...body];
    if (!contract || !columns.every((name) => Object.hasOwn(contract.columns, name))) continue;
    const text = body.map((name) => `coalesce(${quote(name)}, '')`).join(` || ' ' || `);
    client.exec(
      `INSERT INTO search_index (kind, slug, title, body)
       SELECT '${kind}', ${quote(contract.key[0]!)}, ${quote(title)}, ${text}
       FROM ${quote(toTableName(dataset))} ORDER BY rowid`,
    );
  }
  const insert = client.prepare('INSERT INTO search_index VALUES (?, ?, ?, ?)');
  for (const { slug, title, story, grain } of datasets) {
    insert.run('dataset', slug, title, `${slug} ${grain} ${story}`);
  }
}
