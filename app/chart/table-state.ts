/**
 * Which chart's table stands open on a page, and how it is sorted, by address:
 * `table=market-share&sort=-nvidia~period`.
 */
import { type Correction, first, type Query } from '@/address/parameters';
import { parseSortText, type SortKey, toSortText } from '@/address/sort-keys';

export interface TableState {
  /** The slug of the chart whose table is shown whole; null: none. */
  readonly chart: string | null;
  /** The first entry weighs most; empty: as the chart has it. */
  readonly sort: readonly SortKey[];
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
  const text = first(query.sort);
  const known = (chart === null ? undefined : columns.get(chart)) ?? [];
  const sort = text === undefined ? [] : parseSortText(text, (name) => known.includes(name));
  if (text !== undefined && toSortText(sort) !== text) {
    corrections.push({ parameter: 'sort', found: text, used: toSortText(sort) });
  }
  return { state: { chart, sort }, corrections };
}
