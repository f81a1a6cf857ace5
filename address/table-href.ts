/** The address of a dataset's table, which `table-query.ts` reads. */
import type { Contract } from '@/data/contract';
import type { CellValue } from '@/units/table';
import { toHref } from './href';
import { type SortKey, toSortText } from './sort-keys';

export interface TableQuery {
  /** Words that must all occur; empty: no search. */
  readonly search: string;
  /** Column → its exact value; null asks for blanks. `column__gte` → the end of a range. */
  readonly filters: Readonly<Record<string, CellValue>>;
  /** The first entry weighs most; empty: by key. */
  readonly sort: readonly SortKey[];
  /** The columns to show, in the contract's order; absent: all. */
  readonly columns?: readonly string[];
  /** Counted from 1. */
  readonly page: number;
  /** The frozen snapshot that the address names; absent: the present one. */
  readonly snapshot?: string;
}

/** A filter's value for blank cells; no slug and no number looks like it. */
export const BLANK = '~';

/**
 * The address of a table: search, filters in the order of the columns, sorting,
 * columns, page; defaults left out, so that one view has one address.
 */
export function toTableHref(
  path: string,
  contract: Contract,
  { search, filters, sort, columns, page, snapshot }: TableQuery,
  preferred: readonly SortKey[] = [],
): string {
  const sorting = toSortText(sort);
  return toHref(path, {
    q: search || null,
    ...Object.fromEntries(
      listAsked(contract, filters).map((name) => [name, toFilterText(filters[name] ?? null)]),
    ),
    sort: sorting === toSortText(preferred) ? null : sorting || null,
    columns: columns?.join('~') ?? null,
    page: page === 1 ? null : String(page),
    snapshot: snapshot ?? null,
  });
}

export function toFilterText(value: CellValue): string {
  return value === null ? BLANK : String(value);
}

/** The filters that are asked for, in the order of the columns, each with its comparisons. */
export function listAsked({ columns }: Contract, filters: TableQuery['filters']): string[] {
  const asked = Object.keys(filters).sort();
  return Object.keys(columns).flatMap((column) =>
    asked.filter((name) => name === column || name.startsWith(`${column}__`)),
  );
}
