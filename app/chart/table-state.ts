/**
 * Which chart's table stands open on a page, and how it is sorted, by address:
 * `table=market-share&sort=-nvidia`.
 */
import { type Correction, first, type Query } from '@/catalog/parameters';

export interface TableState {
  /** The slug of the chart whose table is shown whole; null: none. */
  readonly chart: string | null;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
}

export const TABLE_PARAMETERS = ['table', 'sort'] as const;

/** Reads the state; `columns` tells which columns each chart of the page has. */
export function parseTableState(
  query: Query,
  columns: ReadonlyMap<string, readonly string[]>,
): { state: TableState; corrections: readonly Correction[] } {
  const corrections: Correction[] = [];
  const wanted = first(query.table);
  const chart = wanted !== undefined && columns.has(wanted) ? wanted : null;
  if (wanted !== undefined && chart === null) {
    corrections.push({ parameter: 'table', found: wanted, used: '' });
  }
  const sort = first(query.sort);
  if (sort === undefined) return { state: { chart, sort: null }, corrections };
  const column = sort.replace(/^-/, '');
  if (chart === null || !columns.get(chart)!.includes(column)) {
    corrections.push({ parameter: 'sort', found: sort, used: '' });
    return { state: { chart, sort: null }, corrections };
  }
  return { state: { chart, sort: { column, descending: sort.startsWith('-') } }, corrections };
}
