/**
 * The site's search: charts from the catalog, everything else from the database, and the words
 * of all names, to put right what a visitor misspelled.
 */

import { findPageHref } from '@/address/links';
import { type Named, toKey } from '@/address/names';
import { suggest } from '@/data/suggest';
import type { Orm } from '@/db/orm';
import { countFinds, type Find, listFinds, listTitles } from '@/db/queries/search';
import { type Term, toStem } from '@/db/search-index';
import type { Answer } from './answers/answer';
import { type Asked, readQuery } from './answers/asked';
import { listAnswers } from './answers/list-answers';
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
  /** Figures that answer the query; empty where no series does. */
  readonly answers: readonly Answer[];
  /** How many finds there are; of each kind only the best are listed. */
  readonly total: number;
  /** Kinds with something of that very name first, else names before what tells of them. */
  readonly groups: readonly {
    readonly kind: ResultKind;
    readonly heading: string;
    readonly results: readonly SearchResult[];
  }[];
  /** What to ask instead; empty where all words were found. */
  readonly instead: readonly Instead[];
  /** Whether nothing holds all words, and the groups hold some of them. */
  readonly isPartial: boolean;
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
  'data-centers': 'Data centers',
  'gpu-holdings': 'Clusters',
  systems: 'Systems',
  events: 'Events',
  'article-claims': 'Claims of the article',
  'models-with-hardware': 'Models and what they were trained on',
  'top500-by-chip': 'Accelerators of the TOP500',
  datasets: 'Datasets',
  sources: 'Sources',
} satisfies Record<ResultKind, string>;

/**
 * Answers first, then everything that holds all words of the query, in groups; `pages` are found
 * by their names. Where nothing holds all, what is spelled so by a likely mistake, or what
 * holds some.
 */
export async function search(
  orm: Orm,
  query: string,
  pages: readonly SitePage[] = [],
  /** The most results of each kind. */
  { most }: { most?: number } = {},
): Promise<SearchResults> {
  const asked = await readQuery(orm, query);
  const { words, terms, timeless } = asked;
  let answers = await listAnswers(orm, asked);
  // What holds all words, then all but the time, then some.
  const whole = await find(orm, asked, pages, { terms, most });
  if (whole.groups.length > 0) return { words, answers, ...whole, instead: [], isPartial: false };
  const instead = await listInstead(orm, asked);
  // What is misspelled is answered as it was meant.
  const [meant] = answers.length === 0 ? instead : [];
  if (meant) answers = await listAnswers(orm, await readQuery(orm, meant.words));
  if (timeless.length > 0 && timeless.length < terms.length) {
    const other = await find(orm, asked, pages, { terms: timeless, most });
    if (other.groups.length > 0) return { words, answers, ...other, instead, isPartial: false };
  }
  const loose = timeless.length > 0 ? timeless : terms;
  const some =
    terms.length > 1 ? await find(orm, asked, pages, { terms: loose, most, joint: 'OR' }) : whole;
  return { words, answers, ...some, instead, isPartial: some.groups.length > 0 };
}

type Found = Pick<SearchResults, 'total' | 'groups'>;

async function find(
  orm: Orm,
  asked: Asked,
  pages: readonly SitePage[],
  {
    terms,
    joint = 'AND',
    most,
  }: { terms: readonly Term[]; joint?: 'AND' | 'OR'; most: number | undefined },
): Promise<Found> {
  const { timeless, things } = asked;
  const called = listCalled(asked);
  // Of what holds some words, that which the query names comes first in its kind.
  const names = joint === 'OR' ? [...called, ...things.flatMap(listSpellings)] : called;
  const own = [...(await listPages(orm, timeless, pages, joint)), ...listCharts(timeless, joint)];
  const finds = await listFinds(orm, terms, { names, joint, ...(most && { most }) });
  const results = [...own, ...finds.flatMap(toResults)];
  return {
    total: own.length + (await countFinds(orm, terms, { joint })),
    groups: Object.entries(headings)
      .map(([kind, heading]) => ({
        kind: kind as ResultKind,
        heading,
        results: results.filter((result) => result.kind === kind).slice(0, most),
      }))
      .filter((group) => group.results.length > 0)
      .toSorted((a, b) => Number(isNamed(b, called)) - Number(isNamed(a, called))),
  };
}

/** What the whole query calls: itself, or what it is another name of. Keys of names. */
function listCalled({ words, terms, things }: Asked): string[] {
  const own = toKey(words.join(''));
  const [thing] = things;
  if (!thing || terms.length !== 1) return [own];
  return [own, ...listSpellings(thing)];
}

const listSpellings = (thing: readonly Named[]): string[] =>
  thing.flatMap(({ name, row }) => [toKey(name), toKey(row)]);

/** Kinds whose slugs are names as well: "aws" is Amazon (AWS). */
const NAMED_BY_SLUG: readonly ResultKind[] = ['chips', 'vendors', 'organizations'];

/** Whether a group holds something that is called so. */
function isNamed(
  { kind, results }: SearchResults['groups'][number],
  names: readonly string[],
): boolean {
  return results.some(
    ({ title, href }) =>
      names.includes(toKey(title)) ||
      (NAMED_BY_SLUG.includes(kind) && names.includes(toKey(href.split('/').at(-1) ?? ''))),
  );
}

/**
 * Pages of which the words tell, those with more of them in their names first. Words that
 * each name something else may go with the topic of a page: "aws h100 price".
 */
async function listPages(
  orm: Orm,
  terms: readonly Term[],
  pages: readonly SitePage[],
  joint: 'AND' | 'OR',
): Promise<SearchResult[]> {
  const counts = await Promise.all(
    terms.map((term) => countFinds(orm, [term], { where: 'title' })),
  );
  const named = new Set(terms.filter((_, at) => (counts[at] ?? 0) > 0));
  return pages
    .flatMap((page) => {
      const { href, label, description, topics = '' } = page;
      const inName = terms.filter((term) => holdsAll(label, [term])).length;
      const others = terms.filter((term) => !holdsAll(`${label} ${topics}`, [term]));
      const isFound =
        others.length < terms.length && (joint === 'OR' || others.every((one) => named.has(one)));
      const result: SearchResult = { kind: 'page', href, title: label, excerpt: description };
      return isFound ? [{ result, others: others.length, inName }] : [];
    })
    .toSorted((a, b) => a.others - b.others || b.inName - a.inName)
    .map(({ result }) => result);
}

/** Charts whose name, question, address or datasets hold every term, or any; names first. */
function listCharts(terms: readonly Term[], joint: 'AND' | 'OR'): SearchResult[] {
  const count = (text: string) => terms.filter((term) => holdsAll(text, [term])).length;
  const least = joint === 'AND' ? Math.max(1, terms.length) : 1;
  return publishedCharts
    .map((chart) => {
      const { slug, name, question, datasets } = chart;
      const all = [name, question, slug, ...datasets.map((one) => one.slug)].join(' ');
      return { chart, held: count(all), inName: count(name) };
    })
    .filter(({ held }) => held >= least)
    .toSorted((a, b) => b.held - a.held || b.inName - a.inName)
    .map(({ chart: { slug, name, question } }) => ({
      kind: 'chart',
      href: `/charts/${slug}`,
      title: name,
      excerpt: question,
    }));
}

/** The words of a page's or a chart's own text: they are few, and every query looks at them. */
function splitOwn(text: string): readonly string[] {
  const known = ownWords.get(text) ?? text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  ownWords.set(text, known);
  return known;
}

const ownWords = new Map<string, readonly string[]>();

/** Whether each term, or what means the same, begins words of the text; no term begins nothing. */
function holdsAll(text: string, terms: readonly Term[]): boolean {
  const starts = splitOwn(text);
  const begins = (word: string) => {
    const stem = toStem(word.toLowerCase());
    return starts.some((start) => start.startsWith(stem));
  };
  return (
    terms.length > 0 &&
    terms.every(({ words, or }) => [words, ...or].some((way) => way.every(begins)))
  );
}

/** The query spelled as names are; every word that is known stays. */
async function listInstead(orm: Orm, { words, terms }: Asked): Promise<Instead[]> {
  const counts = await Promise.all(terms.map((term) => countFinds(orm, [term])));
  const unknown = terms.filter((_, at) => counts[at] === 0).flatMap((term) => term.words);
  const suggested = await suggestWords(orm, unknown);
  if (suggested.size === 0) return [];
  const spelled = words.map((word) => suggested.get(word) ?? word).join(' ');
  const again = await readQuery(orm, spelled);
  const finds = await countFinds(orm, again.terms);
  return finds > 0 ? [{ words: spelled, finds }] : [];
}

/** A row without a page of its own has that of its evidence. */
function toResults({ kind, slug, title, excerpt }: Find): SearchResult[] {
  // A database of later code may hold kinds that have no heading here.
  if (!Object.hasOwn(headings, kind)) return [];
  const evidence = slug.split('~').map(encodeURIComponent).join('~');
  const href = findPageHref(kind, slug) ?? `/evidence/${kind}/${evidence}`;
  return [{ kind, href, title, excerpt }];
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
