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
  /** Columns that are looked in and not shown: slugs, dates, names of others. */
  readonly keys: readonly string[];
  /** Columns that describe, in words. */
  readonly body: readonly string[];
}

// The more telling ones first: a word that is misspelled is looked for in this order.
const searched = [
  {
    dataset: 'chips',
    title: 'name',
    keys: ['chip', 'vendor', 'architecture'],
    body: ['note'],
  },
  { dataset: 'vendors', title: 'name', keys: ['vendor'], body: ['meaning'] },
  {
    dataset: 'organizations',
    title: 'name',
    keys: ['organization', 'country'],
    body: ['headquarters_city', 'note'],
  },
  { dataset: 'markets', title: 'name', keys: ['market'], body: ['definition', 'publisher'] },
  { dataset: 'systems', title: 'name', keys: ['vendor', 'chip'], body: ['note'] },
  {
    dataset: 'events',
    title: 'title',
    keys: ['category', 'actor', 'chip', 'date'],
    body: ['summary'],
  },
  {
    dataset: 'article-claims',
    title: 'says',
    keys: ['subject', 'said_by'],
    body: ['finding', 'chinese_text'],
  },
  { dataset: 'sources', title: 'title', keys: ['source'], body: ['origin', 'publisher', 'note'] },
] as const satisfies readonly Searched[];

/** What can be found: the dataset whose row it is, or `datasets` for a dataset itself. */
export type SearchKind = (typeof searched)[number]['dataset'] | 'datasets';

// `prefix` makes the last, half-typed word cheap; diacritics do not count, so
// that "Julich" finds Jülich.
const CREATE = `CREATE VIRTUAL TABLE search_index USING fts5(
  kind UNINDEXED, slug UNINDEXED, title, keys, body,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`;

/** The place of the column whose words are shown around a find. */
export const BODY = 4;

/** Creates and fills the index from whichever of the searched datasets are loaded. */
export function writeSearchIndex(client: Database, datasets: readonly Contract[]): void {
  client.exec(CREATE);
  for (const { dataset, title, keys, body } of searched) {
    const contract = datasets.find(({ slug }) => slug === dataset);
    const columns = [title, ...keys, ...body];
    if (!contract || !columns.every((name) => Object.hasOwn(contract.columns, name))) continue;
    client.exec(
      `INSERT INTO search_index (kind, slug, title, keys, body)
       SELECT '${dataset}', ${quote(contract.key[0]!)}, ${quote(title)},
         ${toText(keys, ' ')}, ${toText(body, ' · ')}
       FROM ${quote(toTableName(dataset))} ORDER BY rowid`,
    );
  }
  const insert = client.prepare('INSERT INTO search_index VALUES (?, ?, ?, ?, ?)');
  for (const { slug, title, story, grain } of datasets) {
    // Marks of code are for pages that can show it.
    insert.run('datasets', slug, title, slug, `${grain} ${story}`.replaceAll('`', ''));
  }
}

/** The cells that are not blank, joined. */
function toText(columns: readonly string[], separator: string): string {
  return `concat_ws('${separator}', ${columns.map(quote).join(', ')})`;
}

/**
 * A query in the language of SQLite's full-text search; in quotes nothing a visitor types
 * is an operator of it. Every word has to be there; the last letters of each may be missing.
 * Chips are written in many ways, so that letters and the number after them are looked for
 * together and apart: "rtx4090", "GB 200", "A-100". No word is no query.
 */
export function toMatch(words: readonly string[]): string {
  const terms: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at]!, words[at + 1]];
    if (/^\p{L}+$/u.test(word) && next !== undefined && /^\d/.test(next)) {
      terms.push(toSpellings(word, next));
      at++;
      continue;
    }
    const [, letters, number] = /^(\p{L}{2,})(\d.*)$/u.exec(word) ?? [];
    terms.push(letters && number ? toSpellings(letters, number) : toTerm(toStem(word)));
  }
  return terms.join(' AND ');
}

/** One letter before a number tells nothing by itself: "A 100" is only A100. */
function toSpellings(letters: string, number: string): string {
  const joined = toTerm(letters + number);
  if (letters.length === 1) return joined;
  return `(${joined} OR (${toTerm(letters)} AND ${toTerm(number)}))`;
}

const toTerm = (word: string): string => `"${word.replaceAll('"', '""')}"*`;

/** "controls" finds "control": a word that begins so is found as well. */
export function toStem(word: string): string {
  return /\p{L}{4,}s$/u.test(word) && !/ss$/i.test(word) ? word.slice(0, -1) : word;
}
