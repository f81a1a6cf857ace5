/**
 * The site's search: charts from the catalog, everything else from the database, and the words
 * of all names, to put right what a visitor misspelled.
 */

import { findPageHref } from '@/address/links';
import { suggest } from '@/data/suggest';
import type { Orm } from '@/db/connection';
import { countFinds, type Find, listFinds, listTitles } from '@/db/queries/search';
import { toStem } from '@/db/search-index';
import { publishedCharts } from './published';

type ResultKind = 'page' | 'chart' | Find['kind'];

export interface SearchResult {
  readonly kind: ResultKind;
  readonly href: string;
  readonly title: string;
  readonly excerpt: string;
}

export interface SearchResults {
  /** What was asked, cut and without what no index holds. */
  readonly words: readonly string[];
  /** How many finds there are; of each kind only the best are listed. */
  readonly total: number;
  /** Kinds with something of that very name first, else names before what tells of them. */
  readonly groups: readonly {
    readonly kind: ResultKind;
    readonly heading: string;
    readonly results: readonly SearchResult[];
  }[];
  /** What to ask instead; empty where something was found. */
  readonly instead: readonly Instead[];
}

/** Another query, and how much it finds. */
interface Instead {
  readonly words: string;
  readonly finds: number;
}

/** A page of the site itself, which no dataset names. */
export interface SitePage {
  readonly href: string;
  readonly label: string;
  /** What it tells, in a sentence or two. */
  readonly description: string;
  /** Other words by which it is looked for; "price" is one of prices. */
  readonly topics?: string;
}

/** Headings of the groups, in their order. */
const headings = {
  page: 'Pages',
  chips: 'Chips',
  vendors: 'Vendors',
  organizations: 'Organizations',
  markets: 'Markets',
  chart: 'Charts',
  systems: 'Systems',
  events: 'Events',
  'article-claims': 'Claims of the article',
  datasets: 'Datasets',
  sources: 'Sources',
} satisfies Record<ResultKind, string>;

/** Everything that holds all words of the query, in groups; `pages` are found by their names. */
export async function search(
  orm: Orm,
  query: string,
  pages: readonly SitePage[] = [],
): Promise<SearchResults> {
  const words = parseWords(query);
  const own = [...(await listPages(orm, words, pages)), ...listCharts(words)];
  const results = [...own, ...(await listFinds(orm, words)).flatMap(toResults)];
  return {
    words,
    total: own.length + (await countFinds(orm, words)),
    groups: Object.entries(headings)
      .map(([kind, heading]) => ({
        kind: kind as ResultKind,
        heading,
        results: results.filter((result) => result.kind === kind),
      }))
      .filter((group) => group.results.length > 0)
      .toSorted((a, b) => Number(isNamed(b, words)) - Number(isNamed(a, words))),
    instead: results.length > 0 ? [] : await listInstead(orm, words),
  };
}

/** Kinds whose slugs are names as well: "aws" is Amazon (AWS). */
const NAMED_BY_SLUG: readonly ResultKind[] = ['chips', 'vendors', 'organizations'];

/** Whether a group holds something that is called by these very words. */
function isNamed(
  { kind, results }: SearchResults['groups'][number],
  words: readonly string[],
): boolean {
  const name = toName(words.join(''));
  return results.some(
    ({ title, href }) =>
      toName(title) === name ||
      (NAMED_BY_SLUG.includes(kind) && toName(href.split('/').at(-1)!) === name),
  );
}

/** "GB 200", "gb-200" and "GB200" are one name. */
const toName = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Pages of which the words tell, those with more of them in their names first. Words that
 * name something else may go with the topic of a page: "h100 price".
 */
async function listPages(
  orm: Orm,
  words: readonly string[],
  pages: readonly SitePage[],
): Promise<SearchResult[]> {
  const found = await Promise.all(
    pages.map(async (page) => {
      const { href, label, description, topics = '' } = page;
      const inName = words.filter((word) => holdsAll(label, [word])).length;
      const others = words.filter((word) => !holdsAll(`${label} ${topics}`, [word]));
      const isFound =
        others.length < words.length &&
        (others.length === 0 || (await countFinds(orm, others, 'title')) > 0);
      const result: SearchResult = { kind: 'page', href, title: label, excerpt: description };
      return isFound ? [{ result, others: others.length, inName }] : [];
    }),
  );
  return found
    .flat()
    .toSorted((a, b) => a.others - b.others || b.inName - a.inName)
    .map(({ result }) => result);
}

/** Charts whose name, question, address or datasets hold every word, names first. */
function listCharts(words: readonly string[]): SearchResult[] {
  return publishedCharts
    .filter(({ slug, name, question, datasets }) =>
      holdsAll([name, question, slug, ...datasets.map((one) => one.slug)].join(' '), words),
    )
    .toSorted((a, b) => Number(holdsAll(b.name, words)) - Number(holdsAll(a.name, words)))
    .map(({ slug, name, question }) => ({
      kind: 'chart',
      href: `/charts/${slug}`,
      title: name,
      excerpt: question,
    }));
}

/** Whether each word begins one of the text's; no word begins nothing. */
function holdsAll(text: string, words: readonly string[]): boolean {
  const starts = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const begins = (word: string) =>
    starts.some((start) => start.startsWith(toStem(word.toLowerCase())));
  return words.length > 0 && words.every(begins);
}

/** The query spelt as names are, else each of its words alone. */
async function listInstead(orm: Orm, words: readonly string[]): Promise<Instead[]> {
  const count = async (asked: readonly string[]): Promise<Instead> => ({
    words: asked.join(' '),
    finds: await countFinds(orm, asked),
  });
  const finds = ({ finds }: Instead) => finds > 0;
  const alone = await Promise.all(words.map((word) => count([word])));
  const unknown = words.filter((_, index) => alone[index]!.finds === 0);
  const suggested = await suggestWords(orm, unknown);
  const spelt = words.map((word) => suggested.get(word) ?? word);
  const whole = suggested.size > 0 ? [await count(spelt)].filter(finds) : [];
  if (whole.length > 0) return whole;
  const single = await Promise.all([...new Set(spelt)].map((word) => count([word])));
  return single.filter(finds);
}

/** A kind that has no page, as a database of earlier code may hold, is left out. */
function toResults({ kind, slug, title, excerpt }: Find): SearchResult[] {
  const href = findPageHref(kind, slug);
  return href ? [{ kind, href, title, excerpt }] : [];
}

/** Shorter ones resemble too much. */
const SHORTEST = 3;

// A connection lives as long as its snapshot, and takes its words with it.
const known = new WeakMap<Orm, Promise<readonly string[]>>();

/**
 * Each of these words that resembles one of a name → that one, as the name spells
 * it. Of equally alike words the one of the more telling kind: chips first.
 */
async function suggestWords(
  orm: Orm,
  words: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (words.length === 0) return new Map();
  const names = await listNameWords(orm);
  const pairs = words
    .filter((word) => word.length >= SHORTEST)
    .map((word) => [word, suggest(word, names)] as const);
  return new Map(pairs.filter((pair): pair is [string, string] => pair[1] !== null));
}

/** Every word of every title once, without numbers alone, in the order of kinds. */
function listNameWords(orm: Orm): Promise<readonly string[]> {
  const found =
    known.get(orm) ??
    listTitles(orm).then((titles) => {
      const words = titles.flatMap((title) => title.match(/[\p{L}\p{N}]+/gu) ?? []);
      return [...new Set(words)].filter((word) => word.length >= SHORTEST && /\p{L}/u.test(word));
    });
  known.set(orm, found);
  return found;
}

const LONGEST = 100;
const MOST_WORDS = 8;

/** Words of questions, which tell nothing of what is asked for. */
const COMMON = new Set(
  'a about an and any are at by can did do does for from had has have how i in is it its many me much of on or that the their there they this to was were what when where which who whose why will with'.split(
    ' ',
  ),
);

/**
 * The words of a query: letters and digits, as the index splits them. Common ones are left
 * out, unless nothing else was typed, and unless they belong to a name: the "A" of "A 100".
 */
export function parseWords(query: string): string[] {
  const all = query.slice(0, LONGEST).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter(
    (word, at) => !COMMON.has(word.toLowerCase()) || /^\d/.test(all[at + 1] ?? ''),
  );
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
}
