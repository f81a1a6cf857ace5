/** The figures behind a picture as a table, all of them. */

import { keepPer } from './keep-per';
import { type ChartModel, kindOf } from './kinds';
import type { ChartTable, TableCell } from './kinds/table';

/** Built when first asked for, and kept as long as the model is. */
export const buildTable = keepPer((model: ChartModel) => kindOf(model).buildTable(model));

/** What an address may sort the table by: the ids of its columns. */
export function listSortKeys(model: ChartModel): string[] {
  return buildTable(model).columns.map(({ id }) => id);
}

/**
 * Rows sorted by columns, of which the first weighs most; stable, empty cells last
 * either way. Unknown columns leave the order as it is.
 */
export function sortTable(
  { columns, rows }: ChartTable,
  keys: readonly { readonly column: string; readonly descending: boolean }[],
): readonly (readonly TableCell[])[] {
  const known = keys.flatMap(({ column, descending }) => {
    const index = columns.findIndex(({ id }) => id === column);
    return index < 0 ? [] : [{ index, direction: descending ? -1 : 1 }];
  });
  return rows.toSorted((a, b) => {
    for (const { index, direction } of known) {
      const order = compareCells(a[index]!.sort, b[index]!.sort, direction);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compareCells(one: TableCell['sort'], other: TableCell['sort'], direction: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * String(one).localeCompare(String(other), 'en');
}
