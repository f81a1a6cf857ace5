/**
 * A dataset's table by its address, behind pages and downloads alike:
 * `?q=omdia&status=operational&sort=-accelerators~organization&columns=chip~accelerators&page=2`.
 * A parameter is a column's name, for rows with exactly that value; `~` asks for
 * blank cells. No dataset may have a column called `q`, `sort`, `columns`, `page`,
 * `limit` or `snapshot`.
 */
import type { CellValue, Column, Contract } from '@/data/contract';
import { buildCellParser } from '@/data/parse-cell';
import {
  type Correction,
  first,
  listUnknownParameters,
  type Query,
  toHref,
  writeAddress,
} from './parameters';
import { parseSortText, type SortKey, toSortText, turnSort } from './sort-keys';

export interface TableQuery {
  /** Words that must all occur; empty: no search. */
  readonly search: string;
  /** Column → its exact value; null asks for blanks. */
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

export const TABLE_PARAMETERS = ['q', 'sort', 'columns', 'page'] as const;
export const ROWS_PER_PAGE = 50;
export const LONGEST_SEARCH = 100;
/** A filter's value for blank cells; no slug and no number looks like it. */
export const BLANK = '~';

/**
 * Reads a table's parameters; `preferred` is the sorting of an address that names
 * none. What makes no sense is left out and reported. Empty parameters, as forms
 * send them, mean nothing.
 */
export function parseTableQuery(
  contract: Contract,
  query: Query,
  preferred: readonly SortKey[] = [],
): { table: TableQuery; corrections: readonly Correction[] } {
  const corrections: Correction[] = [];
  /** `parse` gives the value and the text that stands for it, which is reported when it differs. */
  const read = <T>(name: string, fallback: T, parse: (text: string) => readonly [T, string]): T => {
    const found = query[name];
    const wanted = first(found)?.trim().replace(/\s+/g, ' ');
    if (!wanted) return fallback;
    const [value, used] = parse(wanted);
    if (used !== wanted || (Array.isArray(found) && found.length > 1)) {
      corrections.push({ parameter: name, found: [found].flat().join(', '), used });
    }
    return value;
  };
  const search = read('q', '', (text) => {
    const cut = text.slice(0, LONGEST_SEARCH).trimEnd();
    return [cut, cut];
  });
  const filters: Record<string, CellValue> = {};
  for (const [name, column] of Object.entries(contract.columns)) {
    const value = read(name, undefined, (text) => {
      const parsed = parseFilter(column, text);
      return [parsed, parsed === undefined ? '' : text];
    });
    if (value !== undefined) filters[name] = value;
  }
  const sort = read('sort', preferred, (text) => {
    const keys = parseSortText(text, (name) => Object.hasOwn(contract.columns, name));
    const used = keys.length > 0 ? keys : preferred;
    return [used, toSortText(used)];
  });
  // Forms repeat the name, addresses join the values.
  const asked = [query.columns ?? []].flat().filter((text) => text !== '');
  const columns = parseColumns(
    contract,
    asked.flatMap((text) => text.split('~')),
  );
  const unknown = asked
    .flatMap((text) => text.split('~'))
    .filter((name) => !Object.hasOwn(contract.columns, name));
  if (unknown.length > 0) {
    corrections.push({
      parameter: 'columns',
      found: unknown.slice(0, MOST_COMPLAINTS).join(', '),
      used: columns?.join('~') ?? '',
    });
  }
  const page = read('page', 1, (text) => (PAGE.test(text) ? [Number(text), text] : [1, '1']));
  const known = [...TABLE_PARAMETERS, ...Object.keys(contract.columns)];
  corrections.push(...listUnknownParameters(query, known));
  return { table: { search, filters, sort, ...(columns && { columns }), page }, corrections };
}

/** Addresses are typed by people; a page of complaints would help nobody. */
const MOST_COMPLAINTS = 5;

const PAGE = /^[1-9]\d{0,8}$/;

/** A value that the column may hold; undefined for what no cell of it can be. */
function parseFilter(column: Column, text: string): CellValue | undefined {
  if (text === BLANK) return column.optional ? null : undefined;
  if (column.type === 'integer' || column.type === 'number') {
    return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
  }
  return buildCellParser(column)(text).value ?? undefined;
}

/** The columns asked for, in the contract's order; undefined where that is all or none. */
function parseColumns({ columns }: Contract, wanted: readonly string[]): string[] | undefined {
  const names = Object.keys(columns);
  const chosen = names.filter((name) => wanted.includes(name));
  return chosen.length > 0 && chosen.length < names.length ? chosen : undefined;
}

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
      Object.keys(contract.columns)
        .filter((name) => Object.hasOwn(filters, name))
        .map((name) => [name, toFilterText(filters[name] ?? null)]),
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

/** The table with one filter more, another value of it, or (undefined) without it; page 1. */
export function toFiltered(
  table: TableQuery,
  column: string,
  value: CellValue | undefined,
): TableQuery {
  const { [column]: _, ...rest } = table.filters;
  const filters = value === undefined ? rest : { ...rest, [column]: value };
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
): { table: TableQuery; pageCount: number; corrections: readonly Correction[] } {
  const pageCount = Math.max(1, Math.ceil(rowCount / ROWS_PER_PAGE));
  if (table.page <= pageCount) return { table, pageCount, corrections: [] };
  const correction = { parameter: 'page', found: String(table.page), used: String(pageCount) };
  return { table: { ...table, page: pageCount }, pageCount, corrections: [correction] };
}

/**
 * The same address without the empty parameters that a form sends for what was not
 * chosen, and with the columns that it ticks joined; null where nothing changes.
 */
export function toTidyTableHref(path: string, query: Query, { columns }: Contract): string | null {
  const values = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one ?? '']),
  );
  const ticked = [query.columns ?? []].flat();
  const isWhole = Object.keys(columns).every((name) => ticked.includes(name));
  const kept = values.filter(([name, value]) => value !== '' && name !== 'columns');
  if (ticked.length > 0 && !isWhole) kept.push(['columns', ticked.filter(Boolean).join('~')]);
  const isTidy = values.every(([, value]) => value !== '') && ticked.length < 2;
  if (isTidy) return null;
  return writeAddress(
    path,
    kept.filter(([, value]) => value !== ''),
  );
}
