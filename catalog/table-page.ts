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
  const wanted = { ...asked.table, filters };
  const wholeCount = await countWhole(orm, contract);
  const isWhole = search === '' && Object.keys(filters).length === 0;
  const list = async ({ page }: TableQuery) => {
    const offset = (page - 1) * rowsPerPage;
    if (offset >= wholeCount) return [];
    return listRows(orm, contract, { ...wanted, offset, limit: rowsPerPage });
  };
  const read = await list(wanted);
  // A page that is not full tells how many there are: rare words are looked for once.
  const isLast = read.length < rowsPerPage && (read.length > 0 || wanted.page === 1);
  const foundCount = isWhole
    ? wholeCount
    : isLast
      ? (wanted.page - 1) * rowsPerPage + read.length
      : await countRows(orm, contract, wanted);
  const { table, pageCount, corrections } = toExistingPage(wanted, foundCount, rowsPerPage);
  return {
    contract,
    table,
    preferred,
    rows: table.page === wanted.page ? read : await list(table),
    firstRow: (table.page - 1) * rowsPerPage + 1,
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
