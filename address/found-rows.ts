/** What an address finds of a list, a page at a time. */
import type { OfferedChoice } from './choices';
import type { Named } from './names';
import type { ParameterProblem } from './parameters';

/** One page of rows that are too many for one. */
export interface RowsPage<Row> {
  readonly rows: readonly Row[];
  /** The place of the first of them among those found, counted from 1. */
  readonly firstRow: number;
  readonly found: number;
  readonly page: number;
  readonly pageCount: number;
}

export interface FoundRows<Row> extends RowsPage<Row> {
  readonly offered: readonly OfferedChoice[];
  readonly corrections: readonly ParameterProblem[];
  readonly search: string;
  /** Where none is found, what may have been meant. */
  readonly near: readonly Named[];
  /** How many rows there are, found or not. */
  readonly whole: number;
  /** What of the address narrows or sorts the list, without its page. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The page that is asked for, or the last there is; null is the first. */
export function toPage<Row>(
  rows: readonly Row[],
  asked: number | null,
  perPage: number,
): RowsPage<Row> {
  const found = rows.length;
  const pageCount = Math.max(1, Math.ceil(found / perPage));
  const page = Math.min(asked ?? 1, pageCount);
  const start = (page - 1) * perPage;
  return { rows: rows.slice(start, start + perPage), firstRow: start + 1, found, page, pageCount };
}
