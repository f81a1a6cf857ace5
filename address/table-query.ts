/**
 * A dataset's table by its address, behind pages and downloads alike:
 * `?q=omdia&status=operational&sort=-accelerators~organization&columns=chip~accelerators&page=2`.
 * A parameter is a column's name, for rows with exactly that value; `~` asks for
 * blank cells, `accelerators__gte=1000` for a range. No dataset may have a column called `q`, `sort`, `columns`, `page`,
 * `limit` or `snapshot`.
 */
import { toCellSchema } from '@/data/cell-schema';
import { COMPARISONS, type Comparison, listFilterNames, readFilterName } from '@/data/comparisons';
import type { Column, Contract } from '@/data/contract';
import { buildCellParser } from '@/data/parse-cell';
import type { CellValue } from '@/units/table';
import {
  listUnknownParameters,
  onceSpaced,
  type Parameter,
  type ParameterProblem,
  type Parameters,
  type Query,
  readAddress,
  type Schema,
  someOf,
  words,
} from './parameters';
import { type SortKey, sortKeys, turnSort } from './sort-keys';
import { BLANK, type TableQuery } from './table-href';

export const ROWS_PER_PAGE = 25;
/**
 * What a table can be asked for; `preferred` is the sorting of an address that names
 * none. Outer and double spaces mean nothing anywhere.
 */
export function declareTable({ columns }: Contract, preferred: readonly SortKey[] = []) {
  const names = Object.keys(columns);
  return {
    q: words('Words that must all occur in a row.'),
    sort: sortKeys(names, preferred),
    columns: someOf(names, {
      meaning: 'Columns joined by `~`: `chip~vendor` of chips. Without it, all of them.',
      schema: { type: 'string', examples: [names.slice(0, 2).join('~'), ...names.slice(-1)] },
      allowed: `Use names of columns, joined by "~": ${names.join(', ')}.`,
    }),
    page: {
      allowed: 'Use a whole number from 1.',
      read: onceSpaced((text) => (PAGE.test(text) ? Number(text) : undefined), 1, String),
    },
  } as const satisfies Parameters;
}

/** Filters of each column: rows with exactly that value, or blank cells; of some, a range. */
export function declareFilters({
  columns,
}: Contract): Readonly<Record<string, Parameter<CellValue | undefined>>> {
  return Object.fromEntries(
    listFilterNames(columns).map((name) => {
      const { column, comparison } = readFilterName(name);
      const declared = columns[column]!;
      return [name, comparison ? declareRange(declared, comparison) : declareExact(declared)];
    }),
  );
}

function declareExact(column: Column): Parameter<CellValue | undefined> {
  return {
    meaning: `Rows whose “${column.label}” is exactly this${column.optional ? '; `~` for blank cells' : ''}.`,
    schema: toFilterSchema(column),
    allowed: listAllowed(column),
    read: onceSpaced<CellValue | undefined>((text) => parseFilter(column, text), undefined),
  };
}

/**
 * One end of a range, blank cells left out. A date may be a year or a month, and so may a cell:
 * it is in the range where all of its days are.
 */
function declareRange(column: Column, comparison: Comparison): Parameter<CellValue | undefined> {
  const isDate = column.type === 'date';
  const whole: Column = isDate ? { ...column, precision: 'partial' } : column;
  const words = COMPARISONS[comparison][isDate ? 'date' : 'number'];
  return {
    meaning: `Rows whose “${column.label}” is ${words} this${isDate ? ', with all days that it can mean' : ''}.`,
    schema: toCellSchema(whole),
    allowed: `Use one value: ${wordValue(whole)}.`,
    read: onceSpaced<CellValue | undefined>(
      (text) => (text === BLANK ? undefined : parseFilter(whole, text)),
      undefined,
    ),
  };
}

/**
 * Reads a table's address. What makes no sense is left out and reported; `others` are
 * parameters that mean something beside the table.
 */
export function parseTableQuery(
  contract: Contract,
  query: Query,
  preferred: readonly SortKey[] = [],
  others: readonly string[] = [],
): { table: TableQuery; corrections: readonly ParameterProblem[] } {
  const [own, columnFilters] = [declareTable(contract, preferred), declareFilters(contract)];
  const { values, problems } = readAddress(own, query);
  const filters = readAddress(columnFilters, query);
  const { q: search, sort, columns, page } = values;
  // Who is told what there is wants the columns, not each with its comparisons.
  const known = [...Object.keys({ ...own, ...contract.columns }), ...others];
  const named = Object.entries(query).filter(
    ([name]) => known.includes(name) || !Object.hasOwn(columnFilters, name),
  );
  return {
    table: {
      search,
      filters: Object.fromEntries(
        Object.entries(filters.values).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
      sort,
      ...(columns && { columns }),
      page,
    },
    corrections: [
      ...problems,
      ...filters.problems,
      ...listUnknownParameters(Object.fromEntries(named), known),
    ],
  };
}

const PAGE = /^[1-9]\d{0,8}$/;

/** A value that the column may hold; undefined for what no cell of it can be. */
function parseFilter(column: Column, text: string): CellValue | undefined {
  if (text === BLANK) return column.optional ? null : undefined;
  if (column.type === 'integer' || column.type === 'number') {
    return /^-?\d{1,15}(\.\d{1,17})?$/.test(text) ? Number(text) : undefined;
  }
  return buildCellParser(column)(text).value ?? undefined;
}

function toFilterSchema(column: Column): Schema {
  const cell: Schema = toCellSchema(column);
  if (!column.optional) return cell;
  return Array.isArray(cell.enum)
    ? { ...cell, enum: [...cell.enum, BLANK] }
    : { anyOf: [cell, { type: 'string', enum: [BLANK] }] };
}

function listAllowed(column: Column): readonly string[] | string {
  if (column.type === 'one-of') {
    return [...Object.keys(column.values), ...(column.optional ? [BLANK] : [])];
  }
  const blank = column.optional ? `, or "${BLANK}" for blank cells` : '';
  return `Use one exact value: ${wordValue(column)}${blank}.`;
}

function wordValue(column: Column): string {
  switch (column.type) {
    case 'integer':
    case 'number':
      return 'a number';
    case 'date':
      return column.precision === 'day'
        ? 'a day such as 2023-02-23'
        : 'a day such as 2023-02-23, or 2023-02 or 2023 where no more is known';
    case 'text':
      return column.example ? `a text such as ${column.example}` : 'a text';
    case 'url':
      return 'a web address';
    default:
      return 'a name in small letters, digits and hyphens';
  }
}

/** The table with one filter more, another value of it, or (undefined) without it; page 1. */
export function toFiltered(
  table: TableQuery,
  name: string,
  value: CellValue | undefined,
): TableQuery {
  const { [name]: _, ...rest } = table.filters;
  const filters = value === undefined ? rest : { ...rest, [name]: value };
  return { ...table, filters, page: 1 };
}

/** The table after a click on a column's header. Figures and dates start with the largest, words with A. */
export function toSortedBy(contract: Contract, table: TableQuery, column: string): TableQuery {
  const descendingFirst = isDescendingFirst(contract.columns[column]);
  return { ...table, sort: turnSort(table.sort, column, { descendingFirst }), page: 1 };
}

function isDescendingFirst(column: Column | undefined): boolean {
  return column?.type === 'integer' || column?.type === 'number' || column?.type === 'date';
}

/** The table with a page that exists, once it is known how many rows there are. */
export function toExistingPage(
  table: TableQuery,
  rowCount: number,
  rowsPerPage = ROWS_PER_PAGE,
): { table: TableQuery; pageCount: number; corrections: readonly ParameterProblem[] } {
  const pageCount = Math.max(1, Math.ceil(rowCount / rowsPerPage));
  if (table.page <= pageCount) return { table, pageCount, corrections: [] };
  const correction = {
    parameter: 'page',
    found: String(table.page),
    used: String(pageCount),
    allowed: `Use a whole number from 1 to ${pageCount}.`,
  };
  return { table: { ...table, page: pageCount }, pageCount, corrections: [correction] };
}

/** The columns that a form ticks, for `toTidyHref`. */
export function listTicked({ columns }: Contract) {
  return { name: 'columns', list: Object.keys(columns) };
}
