/** A page of a dataset's table as its address asks for it, ready to be arranged. */

import { explainNames } from '@/address/filter-names';
import type { ParameterProblem, Query } from '@/address/parameters';
import type { SortKey } from '@/address/sort-keys';
import type { TableQuery } from '@/address/table-href';
import { parseTableQuery, ROWS_PER_PAGE, toExistingPage } from '@/address/table-query';
import type { Columns, Contract } from '@/data/contract';
import type { Orm } from '@/db/orm';
import { oncePerSnapshot } from '@/db/orm';
import { countRows, type LinedRow, listRows } from '@/db/queries/table';
import { countValues } from '@/db/queries/value-counts';
import type { CellValue } from '@/units/table';

export interface TablePage<C extends Columns = Columns> {
  readonly contract: Contract<C>;
  readonly table: TableQuery;
  /** The sorting of an address that names none. */
  readonly preferred: readonly SortKey[];
  readonly rows: readonly LinedRow<C>[];
  /** The place of the first of `rows` among those found, counted from 1. */
  readonly firstRow: number;
  readonly foundCount: number;
  /** Without search and filters. */
  readonly wholeCount: number;
  readonly pageCount: number;
  readonly corrections: readonly ParameterProblem[];
}

export async function getTablePage<C extends Columns>(
  orm: Orm,
  contract: Contract<C>,
  query: Query,
  preferred: readonly SortKey[] = [],
  rowsPerPage = ROWS_PER_PAGE,
): Promise<TablePage<C>> {
  const unnamed = await explainNames(orm, contract, query);
  const isUnnamed = (name: string) => unnamed.some(({ parameter }) => parameter === name);
  const asked = parseTableQuery(contract, query, preferred);
  const { search } = asked.table;
  // A filter by a name that there is not is left out, as others that make no sense.
  const filters = Object.fromEntries(
    Object.entries(asked.table.filters).filter(([name]) => !isUnnamed(name)),
  );
  const wholeCount = await countWhole(orm, contract);
  const isWhole = search === '' && Object.keys(filters).length === 0;
  const foundCount = isWhole
    ? wholeCount
    : await countRows(orm, contract, { ...asked.table, filters });
  const { table, pageCount, corrections } = toExistingPage(
    { ...asked.table, filters },
    foundCount,
    rowsPerPage,
  );
  const offset = (table.page - 1) * rowsPerPage;
  return {
    contract,
    table,
    preferred,
    rows: await listRows(orm, contract, { ...table, offset, limit: rowsPerPage }),
    firstRow: offset + 1,
    foundCount,
    wholeCount,
    pageCount,
    corrections: [
      ...unnamed,
      ...asked.corrections.filter(({ parameter }) => !isUnnamed(parameter)),
      ...corrections,
    ],
  };
}

const countWhole = oncePerSnapshot((orm, contract) => countRows(orm, contract));

export interface FilterChoice {
  readonly column: string;
  readonly label: string;
  readonly values: readonly CellValue[];
}

/**
 * The columns worth offering as filters, in their order, with the values they
 * hold: names and kinds that recur, not measurements, remarks or addresses. Sources
 * lead to their rows from their own list, and rows of the dataset itself from theirs.
 */
export const listFilterChoices = oncePerSnapshot(
  async (orm, contract): Promise<readonly FilterChoice[]> => {
    const choices: FilterChoice[] = [];
    for (const [name, column] of Object.entries(contract.columns)) {
      const isMeasured =
        (column.type === 'integer' || column.type === 'number') && column.unit !== null;
      const isRow =
        column.type === 'reference' && (column.to === 'sources' || column.to === contract.slug);
      if (isMeasured || isRow || column.type === 'url' || column.type === 'date') continue;
      const found = await countValues(orm, contract, name);
      const rows = found.reduce((sum, one) => sum + one.rows, 0);
      const longest = Math.max(0, ...found.map(({ value }) => String(value ?? '').length));
      const isName = column.type === 'one-of' || column.type === 'reference' || longest <= 40;
      if (!isName || found.length < 2 || found.length > MOST_VALUES || found.length * 2 > rows) {
        continue;
      }
      choices.push({ column: name, label: column.label, values: found.map(({ value }) => value) });
    }
    return choices;
  },
);

// A longer list is better searched than scrolled.
const MOST_VALUES = 200;
