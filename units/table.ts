/**
 * Figures as a table, the same for pages, clipboards, files, descriptions and the API:
 * columns that say what they hold and read it from a row, and rows of any shape. Values are
 * raw; what people see of them is made here from the column and the value.
 */

import type { FigureKind } from './figure-kind';
import { formatFigure, formatValue, MISSING, type Unit } from './format-value';
import { formatPeriod, parsePeriod } from './period';

/** A text, an ISO date or label of a period, a number; null is unknown. */
export type CellValue = string | number | null;

/** How a value is worded for people. */
export interface CellFormat {
  /** Of numbers; null where they are bare. */
  readonly unit?: Unit | null;
  /** What texts are, where they are more than that: `date` an ISO date or label of a period. */
  readonly as?: 'date';
  /** What to say for null; a dash where absent. */
  readonly missing?: string;
}

export interface TableColumn<Row = unknown> extends CellFormat {
  /** In snake_case, and for good: files name the column by it, whatever its label. */
  readonly id: string;
  /**
   * `day` is a whole ISO day, which spreadsheets and Parquet take as a date, `yes-no` one of
   * these words, which they take for true and false.
   */
  readonly type: 'text' | 'integer' | 'number' | 'day' | 'yes-no';
  readonly unit: Unit | null;
  readonly label: string;
  readonly meaning: string;
  /** Never blank. */
  readonly required?: boolean;
  /** The raw value, which files hold. */
  read(row: Row): CellValue;

  /** What addresses that sort by it call it, for good; absent: the id in kebab-case. */
  readonly sortedAs?: string;
  /** Which way it sorts at first; absent: numbers from the largest, everything else from A. */
  readonly sortsFirst?: 'ascending' | 'descending';
  /** What sorting goes by where that is not the value; null sorts last. */
  sort?(row: Row): CellValue;
  /** What people see, where it takes more than the value. */
  format?(row: Row): string;
  /** How the value came about, where that is shown of it. */
  kind?(row: Row): FigureKind | undefined;
  /** Short name of the document that the value was read in, where that is shown of it. */
  source?(row: Row): string | null | undefined;
  /** Where a cell leads. */
  href?(row: Row): string | null | undefined;
  /** What there is to say of a cell: a note, or why it is empty. */
  title?(row: Row): string | null | undefined;
}

export interface Table<Row = unknown> {
  readonly columns: readonly TableColumn<Row>[];
  /** Ids of the columns that tell a row from all others; absent where they are not all here. */
  readonly key?: readonly string[];
  /**
   * A table that may be too large to stand in memory as a whole gives its raw values, in the
   * order of the columns, in batches.
   */
  readonly rows: readonly Row[] | (() => AsyncIterable<CellValue[][]>);
}

/** A table with all of its rows at hand. */
export interface LoadedTable<Row = unknown> extends Table<Row> {
  readonly rows: readonly Row[];
}

/** The raw values of every row, in the order of the columns. */
export async function* readBatches({ columns, rows }: Table): AsyncGenerator<CellValue[][]> {
  if (typeof rows === 'function') yield* rows();
  else yield rows.map((row) => columns.map((column) => column.read(row)));
}

/** A value for people; `kind` tells how far a number is known. */
export function formatCell(
  { unit = null, as, missing = MISSING }: CellFormat,
  value: CellValue,
  kind?: FigureKind,
): string {
  if (value === null) return missing;
  if (typeof value === 'string') return as === 'date' ? formatPeriod(value) : value;
  return unit === null ? formatFigure(value, null) : formatValue(value, unit, kind);
}

export const isNumeric = ({ type }: Pick<TableColumn, 'type'>): boolean =>
  type === 'integer' || type === 'number';

export interface ShownCell {
  readonly text: string;
  readonly href: string | null;
  readonly title: string | null;
  /** Absent where nothing is said of it. */
  readonly kind: FigureKind | undefined;
  /** The document it was read in; null where nothing is said of it. */
  readonly source: string | null;
}

/** A cell as a page shows it. */
export function showCell<Row>(column: TableColumn<Row>, row: Row): ShownCell {
  const kind = column.kind?.(row);
  return {
    text: column.format?.(row) ?? formatCell(column, column.read(row), kind),
    href: column.href?.(row) ?? null,
    title: column.title?.(row) ?? null,
    source: column.source?.(row) ?? null,
    kind,
  };
}

/** Every cell as a page shows it. */
export const showRows = <Row>({ columns, rows }: LoadedTable<Row>): ShownCell[][] =>
  rows.map((row) => columns.map((column) => showCell(column, row)));

/** The short word behind a figure that is not firm: a table says it, not a look alone. */
export const figureWords: Readonly<Partial<Record<FigureKind, string>>> = {
  projection: 'proj.',
  statement: 'stated',
  estimate: 'est.',
  modeled: 'est.',
};

/** What an address that sorts by the column calls it. */
export const toSortName = <Row>({ id, sortedAs }: TableColumn<Row>): string =>
  sortedAs ?? id.replaceAll('_', '-');

/** Whether the largest comes first when the column is sorted at first. */
export const isDescendingFirst = <Row>({ type, sortsFirst }: TableColumn<Row>): boolean =>
  sortsFirst === undefined ? isNumeric({ type }) : sortsFirst === 'descending';

/** What an address may sort the table by. */
export const listSortNames = <Row>({ columns }: Pick<Table<Row>, 'columns'>): string[] =>
  columns.map(toSortName);

/**
 * Rows sorted by columns, of which the first weighs most; stable, empty cells last
 * either way. Unknown columns leave the order as it is.
 */
export function sortRows<Row>(
  { columns, rows }: LoadedTable<Row>,
  keys: readonly { readonly column: string; readonly descending: boolean }[],
): readonly Row[] {
  const known = keys.flatMap((key) => {
    const column = columns.find((one) => toSortName(one) === key.column);
    return column ? [{ column, direction: key.descending ? -1 : 1 }] : [];
  });
  if (known.length === 0) return rows;
  const read = (row: Row) => known.map(({ column }) => toSortValue(column, row));
  return rows
    .map((row) => ({ row, values: read(row) }))
    .sort((a, b) => {
      for (const [index, { direction }] of known.entries()) {
        const order = compareCells(a.values[index]!, b.values[index]!, direction);
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ row }) => row);
}

/** Periods sort by their first day. */
function toSortValue<Row>(column: TableColumn<Row>, row: Row): CellValue {
  if (column.sort) return column.sort(row);
  const value = column.read(row);
  return column.as === 'date' && typeof value === 'string'
    ? (parsePeriod(value)?.start ?? value)
    : value;
}

function compareCells(one: CellValue, other: CellValue, direction: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * String(one).localeCompare(String(other), 'en');
}
