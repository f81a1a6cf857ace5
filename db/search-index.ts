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
  /** What stands for the row in its address, in SQL; the first part of its key where absent. */
  readonly slug?: string;
  /** Which rows can be found, in SQL; all where absent. */
  readonly where?: string;
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
  {
    dataset: 'data-centers',
    title: 'name',
    keys: ['site', 'owner', 'country', 'status'],
    body: ['chips', 'chips_planned', 'note'],
  },
  {
    // A cluster is told of edition after edition: the newest row stands for it.
    dataset: 'gpu-holdings',
    title: 'cluster',
    keys: ['organization', 'chip', 'host', 'tenant', 'as_of'],
    body: ['note'],
    where: `holding IN (SELECT holding FROM (SELECT holding, max(as_of) FROM gpu_holdings
      WHERE cluster IS NOT NULL GROUP BY organization, cluster))`,
  },
  {
    dataset: 'models-with-hardware',
    title: 'name',
    keys: ['organization', 'hardware', 'published_on'],
    body: ['note'],
  },
  {
    dataset: 'top500-by-chip',
    title: 'accelerator',
    keys: ['list', 'chip', 'names'],
    body: ['note'],
    slug: "list || '~' || accelerator",
    where:
      '(accelerator, list) IN (SELECT accelerator, max(list) FROM top500_by_chip GROUP BY accelerator)',
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
  for (const { dataset, title, keys, body, slug, where } of searched as readonly Searched[]) {
    const contract = datasets.find(({ slug }) => slug === dataset);
    const columns = [title, ...keys, ...body];
    if (!contract || !columns.every((name) => Object.hasOwn(contract.columns, name))) continue;
    client.exec(
      `INSERT INTO search_index (kind, slug, title, keys, body)
       SELECT '${dataset}', ${slug ?? quote(contract.key[0]!)}, ${quote(title)},
         ${toText(keys, ' ')}, ${toText(body, ' · ')}
       FROM ${quote(toTableName(dataset))} WHERE ${where ?? 'true'} ORDER BY rowid`,
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

/** Words of a query that belong together, and what is looked for in their place as well. */
export interface Term {
  readonly words: readonly string[];
  readonly or: readonly (readonly string[])[];
}

/**
 * A query in the language of SQLite's full-text search; in quotes nothing a visitor types
 * is an operator of it. Every term has to be there, or any; the last letters of each word may
 * be missing. Chips are written in many ways, so that letters and the number after them are
 * looked for together and apart: "rtx4090", "GB 200", "A-100". No term is no query.
 */
export function toMatch(terms: readonly Term[], joint: 'AND' | 'OR' = 'AND'): string {
  return joinNumbers(terms)
    .map(({ words, or }) => {
      const ways = [...new Set([words, ...or].map(toWords))];
      return ways.length === 1 && words.length === 1 ? ways[0] : `(${ways.join(' OR ')})`;
    })
    .join(` ${joint} `);
}

/** "mi" and "999" are one term, whether or not a chip is called so. */
function joinNumbers(terms: readonly Term[]): readonly Term[] {
  const joined: Term[] = [];
  for (const term of terms) {
    const last = joined.at(-1);
    const isPlain = ({ words, or }: Term) => words.length === 1 && or.length === 0;
    const isNumber = isPlain(term) && /^\d/.test(term.words[0]!);
    if (last && isNumber && isPlain(last) && /^\p{L}+$/u.test(last.words[0]!)) {
      joined[joined.length - 1] = { words: [...last.words, ...term.words], or: [] };
    } else {
      joined.push(term);
    }
  }
  return joined;
}

function toWords(words: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at]!.toLowerCase(), words[at + 1]?.toLowerCase()];
    if (/^\p{L}+$/u.test(word) && next !== undefined && /^\d/.test(next)) {
      parts.push(toSpellings(word, next));
      at++;
      continue;
    }
    const [, letters, number] = /^(\p{L}{2,})(\d.*)$/u.exec(word) ?? [];
    parts.push(letters && number ? toSpellings(letters, number) : toTerm(toStem(word)));
  }
  return parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`;
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
