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
import { ROWS_PER_PAGE } from '@/address/table-query';
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
  page: wholeNumber(
    `Which page; of ${ROWS_PER_PAGE} rows, as on the dataset’s page, unless \`limit\` says otherwise.`,
    { min: 1 },
  ),
} as const satisfies Parameters;

/** Reads `limit` and `page`; null paging where neither is asked for. */
export function parsePaging(
  { comesInPages }: ExportFormat,
  query: Query,
): { paging: Paging | null; problems: readonly ParameterProblem[]; rest: Query } {
  const { limit: rows, page: place, ...rest } = query;
  if (!(rows || place) || !comesInPages) return { paging: null, problems: [], rest: query };
  const { values, problems } = readAddress(pageParameters, query);
  const [limit, page] = [values.limit ?? ROWS_PER_PAGE, values.page ?? 1];
  const paging = { limit, page, offset: (page - 1) * limit };
  return { paging: problems.length > 0 ? null : paging, problems, rest };
}

/** Of no rows there is one page, without rows. */
function toLastPage(limit: number, found: number): number {
  return Math.max(1, Math.ceil(found / limit));
}

/** `first`, `prev`, `next` and `last`, as far as there are such pages; one behind the last has no rows. */
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
