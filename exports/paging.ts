/**
 * Rows in pages, for programs that ask for them: `limit=100&page=3`. Nothing is
 * cut unless it is asked for, and the Link header leads to the next page.
 */
import type { Query } from '@/address/parameters';
import type { ExportFormat } from './format';
import type { ParameterProblem } from './parameters';
import { toSiteOrigin } from './site';

export interface Paging {
  readonly limit: number;
  readonly offset: number;
  /** Counted from 1. */
  readonly page: number;
}

export const MOST_ROWS = 10_000;

/** Reads `limit` and, beside it, `page`; null paging where no limit is asked for. */
export function parsePaging(
  format: ExportFormat,
  query: Query,
): { paging: Paging | null; problems: ParameterProblem[]; rest: Query } {
  const { limit, ...rest } = query;
  if (limit === undefined || limit === '' || !format.comesInPages) {
    return { paging: null, problems: [], rest: query };
  }
  const { page = '1', ...others } = rest;
  const problems: ParameterProblem[] = [];
  if (typeof limit !== 'string' || !/^[1-9]\d{0,4}$/.test(limit) || Number(limit) > MOST_ROWS) {
    const allowed = `A whole number from 1 to ${MOST_ROWS}.`;
    problems.push({ parameter: 'limit', found: String(limit), allowed });
  }
  if (typeof page !== 'string' || !/^[1-9]\d{0,8}$/.test(page)) {
    problems.push({ parameter: 'page', found: String(page), allowed: 'A whole number from 1.' });
  }
  if (problems.length > 0) return { paging: null, problems, rest: others };
  const paging = { limit: Number(limit), page: Number(page) };
  return {
    paging: { ...paging, offset: (paging.page - 1) * paging.limit },
    problems,
    rest: others,
  };
}

/** What is wrong with a page behind the last one; of no rows there is one page, without rows. */
export function explainBeyond({ limit, page }: Paging, found: number): ParameterProblem[] {
  const last = toLastPage(limit, found);
  if (page <= last) return [];
  const allowed = `A whole number from 1 to ${last}: there are ${found} rows, ${limit} a page.`;
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
      const { pathname, searchParams } = new URL(url);
      searchParams.set('page', String(to));
      return `<${toSiteOrigin()}${pathname}?${searchParams}>; rel="${rel}"`;
    });
}
