/**
 * Which chart's table stands open on a page, and how it is sorted, by address:
 * `table=market-share&sort=-nvidia~period`.
 */
import { once, type ParameterProblem, type Query, readAddress } from '@/address/parameters';
import { type SortKey, sortKeys } from '@/address/sort-keys';

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
): { state: TableState; corrections: readonly ParameterProblem[] } {
  const table = readAddress(
    {
      table: {
        allowed: [...columns.keys()],
        read: once<string | null>((slug) => (columns.has(slug) ? slug : undefined), null),
      },
    },
    query,
  );
  const chart = table.values.table;
  const known = chart === null ? [] : (columns.get(chart) ?? []);
  const { values, problems } = readAddress({ sort: sortKeys(known) }, query);
  return { state: { chart, sort: values.sort }, corrections: [...table.problems, ...problems] };
}
