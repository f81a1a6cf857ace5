/**
 * Rows in pages, for programs that ask for them: `limit=100&page=3`. Nothing is
 * cut unless it is asked for, and the Link header leads to the next page.
 */
import { withParameters } from '@/address/href';
import {
  type ParameterProblem,
  type Parameters,
  type Query,
  readAddress,
  wholeNumber,
} from '@/address/parameters';
import type { ExportFormat } from './format';
import { formats } from './formats';
import { toSiteOrigin } from './site';

export interface Paging {
  readonly limit: number;
  readonly offset: number;
  /** Counted from 1. */
  readonly page: number;
}

export const MOST_ROWS = 10_000;

export const pageParameters = {
  limit: wholeNumber(
    `Rows a page, for ${formats.flatMap((one) => (one.comesInPages ? one.extension : [])).join(', ')}; without it, all rows.`,
    { min: 1, max: MOST_ROWS },
  ),
  page: wholeNumber('Which page; only with `limit`.', { min: 1 }),
} as const satisfies Parameters;

/** Reads `limit` and, with it, `page`; null paging where no limit is asked for. */
export function parsePaging(
  { comesInPages }: ExportFormat,
  query: Query,
): { paging: Paging | null; problems: readonly ParameterProblem[]; rest: Query } {
  const { limit: asked, page: _, ...rest } = query;
  if (!asked || !comesInPages) return { paging: null, problems: [], rest: query };
  const { values, problems } = readAddress(pageParameters, query);
  const { limit, page } = { ...values, page: values.page ?? 1 };
  const paging = limit === null ? null : { limit, page, offset: (page - 1) * limit };
  return { paging: problems.length > 0 ? null : paging, problems, rest };
}

/** What is wrong with a page behind the last one; of no rows there is one page, without rows. */
export function explainBeyond({ limit, page }: Paging, found: number): ParameterProblem[] {
  const last = toLastPage(limit, found);
  if (page <= last) return [];
  const allowed = `Use a whole number from 1 to ${last}: there are ${found} rows, ${limit} a page.`;
  return [{ parameter: 'page', found: String(page), allowed }];
}

function toLastPage(limit: number, found: number): number {
  return Math.max(1, Math.ceil(found / limit));
}

/** `first`, `prev`, `next` and `last`, as far as there are such pages. */
export function listPageLinks(url: string, { limit, page }: Paging, found: number): string[] {
  const last = toLastPage(limit, found);
  const links = [
    ['first', 1],
    ['prev', page - 1],
    ['next', page + 1],
    ['last', last],
  ] as const;
  return links
    .filter(([, to]) => to >= 1 && to <= last)
    .map(([rel, to]) => {
      return `<${toSiteOrigin()}${withParameters(url, { page: String(to) })}>; rel="${rel}"`;
    });
}
