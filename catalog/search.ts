/** The site's search: charts from the catalogue, everything else from the database. */
import type { Orm } from '@/db/connection';
import { type Find, listFinds } from '@/db/queries/search';
import { toChipHref, toEventHref, toOrganizationHref, toVendorHref } from './links';
import { publishedCharts } from './published';

export type ResultKind = 'chart' | Find['kind'];

export interface SearchResult {
  readonly kind: ResultKind;
  readonly href: string;
  readonly title: string;
  readonly excerpt: string;
}

export interface SearchResults {
  /** What was asked, cut and without what no index holds. */
  readonly words: readonly string[];
  /** Groups in the order of their best find. */
  readonly groups: readonly {
    readonly kind: ResultKind;
    readonly results: readonly SearchResult[];
  }[];
}

const LONGEST = 100;
const MOST_WORDS = 8;

/** The words of a query: letters and digits, as the index splits them. */
export function parseWords(query: string): string[] {
  return (query.slice(0, LONGEST).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}

/** Everything that holds all words of the query, in groups. */
export async function search(orm: Orm, query: string): Promise<SearchResults> {
  const words = parseWords(query);
  const results = [...listCharts(words), ...(await listFinds(orm, words)).map(toResult)];
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  return {
    words,
    groups: kinds.map((kind) => ({
      kind,
      results: results.filter((result) => result.kind === kind),
    })),
  };
}

/** Charts whose name, question or datasets hold every word, names first. */
function listCharts(words: readonly string[]): SearchResult[] {
  if (words.length === 0) return [];
  const holds = (text: string) => {
    const starts = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.every((word) => starts.some((start) => start.startsWith(word.toLowerCase())));
  };
  return publishedCharts
    .filter(({ name, question, datasets }) => holds(`${name} ${question} ${datasets.join(' ')}`))
    .toSorted((a, b) => Number(holds(b.name)) - Number(holds(a.name)))
    .map(({ slug, name, question }) => ({
      kind: 'chart',
      href: `/charts/${slug}`,
      title: name,
      excerpt: question,
    }));
}

const hrefs = {
  chip: toChipHref,
  vendor: toVendorHref,
  organization: toOrganizationHref,
  dataset: (slug) => `/datasets/${slug}`,
  event: toEventHref,
  source: (slug) => `/sources?q=${slug}`,
} satisfies Record<Find['kind'], (slug: string) => string>;

function toResult({ kind, slug, title, excerpt }: Find): SearchResult {
  return { kind, href: hrefs[kind](slug), title, excerpt };
}
