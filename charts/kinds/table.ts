/**
 * A picture's figures as tables: that of its page, whose cells are for people, and the rows
 * of its files, whose values are raw. Each is a list of columns that know what they say of
 * a row; here are those that several kinds have.
 */

import { type FigureKind, figureKinds, kindWords } from '@/units/figure-kind';
import type { Unit } from '@/units/format-value';
import { type Detail, type DetailColumn, formatDetail, isNumeric, toSortKey } from '../detail';
import { toStart } from '../when';
import type { Figure, Origin, Ranges } from './figure';

interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Whether the smallest comes first when sorted at first, as for ranks. */
  readonly lowFirst?: boolean;
}

export interface TableCell {
  readonly text: string;
  /** What sorting goes by; null sorts last. */
  readonly sort: string | number | null;
  readonly href?: string | null;
  readonly kind?: FigureKind;
  /** Shown on hover: a note, or why the cell is empty. */
  readonly title?: string | null;
}

export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface DataColumn {
  readonly name: string;
  /** `day` is a whole ISO day, which spreadsheets and Parquet take as a date. */
  readonly type: 'text' | 'integer' | 'number' | 'day';
  readonly label: string;
  readonly meaning: string;
  readonly unit: string | null;
  /** Never blank. */
  readonly required?: boolean;
}

export type DataRow = readonly (string | number | null)[];

export interface DataRows {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
}

type ColumnOf<Row, Column, Cell> = readonly [column: Column, read: (row: Row) => Cell];
export type PageColumn<Row> = ColumnOf<Row, TableColumn, TableCell>;
export type FileColumn<Row> = ColumnOf<Row, DataColumn, DataRow[number]>;

/** A table of rows, each read by every column. */
export function tabulate<Row, Column, Cell>(
  columns: readonly ColumnOf<Row, Column, Cell>[],
  rows: readonly Row[],
): { columns: Column[]; rows: Cell[][] } {
  return {
    columns: columns.map(([column]) => column),
    rows: rows.map((row) => columns.map(([, read]) => read(row))),
  };
}

const unitWords: Readonly<Partial<Record<Unit, string>>> = {
  'USD millions': 'US dollars',
  USD: 'US dollars',
  thousands: 'units',
  index: 'index points',
};

/** The caption of a table with figures of a unit. */
export const toCaption = (unit: Unit): string => `In ${unitWords[unit] ?? unit}`;

/** How a figure came about; of a derived one its note says more. */
export const toKindWords = ({ kind, note }: Pick<Origin, 'kind' | 'note'>): string | null =>
  kind === 'derived' && note ? null : kindWords[kind];

/** What there is to say of a cell, a sentence each; null for nothing. */
export const describe = (...texts: readonly (string | null | undefined)[]): string | null =>
  texts.flatMap((text) => (text ? toStart(text) : [])).join('. ') || null;

interface Detailed {
  readonly details: readonly Detail[];
  readonly detailHrefs?: readonly (string | null)[];
  readonly kind: FigureKind;
}

/** Further columns of a page's table; `of` finds them in a row. */
export function listPageDetails<Row>(
  columns: readonly DetailColumn[],
  of: (row: Row) => Detailed,
): PageColumn<Row>[] {
  return columns.map((column, index) => [
    {
      id: column.id.replaceAll('_', '-'),
      label: column.label,
      align: isNumeric(column) ? 'right' : 'left',
    },
    (row) => {
      const { details, detailHrefs = [], kind } = of(row);
      const cell = details[index] ?? null;
      return {
        text: formatDetail(column, cell, kind),
        sort: toSortKey(column, cell),
        href: detailHrefs[index] ?? null,
      };
    },
  ]);
}

/**
 * The same in files, marked as such: none may be called like another column. Their cells
 * are raw: numbers, ISO dates and labels of periods.
 */
export function listFileDetails<Row>(
  columns: readonly DetailColumn[],
  of: (row: Row) => Detailed,
): FileColumn<Row>[] {
  return columns.map((column, index) => {
    const { id, label, as } = column;
    const meaning = as === 'date' ? `${label}; a date or period as exact as its source.` : label;
    const type = isNumeric(column) ? 'number' : 'text';
    const unit = as === undefined || as === 'date' || as === 'count' ? null : as;
    return [
      { name: `detail_${id}`, type, label, meaning, unit },
      (row) => of(row).details[index] ?? null,
    ];
  });
}

/** A column without a unit. */
export function toFileColumn<Row>(
  name: string,
  label: string,
  meaning: string,
  read: (row: Row) => DataRow[number] | undefined,
  type: DataColumn['type'] = 'text',
): FileColumn<Row> {
  return [{ name, type, label, meaning, unit: null }, (row) => read(row) ?? null];
}

type PeriodWords = readonly [label: ColumnWords, start: ColumnWords, end: ColumnWords];
type ColumnWords = readonly [name: string, label: string, meaning: string];

const PERIOD: PeriodWords = [
  ['period', 'Period', 'Period or date, as exactly as its source names it.'],
  ['period_start', 'Start', 'First day of the period.'],
  ['period_end', 'End', 'Last day of the period.'],
];

/** The columns of a period: its label, its first and its last day. */
export function listPeriodColumns<Row>(
  of: (row: Row) => { label: string; start: string | null; end: string } | undefined,
  [label, start, end]: PeriodWords = PERIOD,
): FileColumn<Row>[] {
  return [
    toFileColumn(...label, (row) => of(row)?.label),
    toFileColumn(...start, (row) => of(row)?.start, 'day'),
    toFileColumn(...end, (row) => of(row)?.end, 'day'),
  ];
}

/** A figure with its range, how it came about, and its origin. */
export function listValueColumns<Row>(
  { unit, ranges }: Ranges & { readonly unit: Unit },
  of: (row: Row) => Figure,
): FileColumn<Row>[] {
  const whose =
    ranges === 'added'
      ? 'of an outer range: ends of several ranges added up, wider than the range of the sum'
      : 'of the range that the source gives';
  const numbers = (
    [
      ['value', 'Value', 'The figure; blank where none is known.'],
      ['low', 'Low', `Lower end ${whose}.`],
      ['high', 'High', `Upper end ${whose}.`],
    ] as const
  ).map(
    ([end, label, meaning]): FileColumn<Row> => [
      { name: `${end}_${toUnitName(unit)}`, type: 'number', label, meaning, unit },
      (row) => of(row)[end] ?? null,
    ],
  );
  return [
    ...numbers,
    toFileColumn('kind', 'Kind', `How it came about: ${figureKinds.join(', ')}.`, (row) => {
      const { value, kind } = of(row);
      // A gap has no kind; to call it measured would be a claim.
      return value === null ? null : kind;
    }),
    ...listOriginColumns(of),
  ];
}

/** Where a figure comes from and what must be known of it. */
export function listOriginColumns<Row>(of: (row: Row) => Origin): FileColumn<Row>[] {
  const meaning = 'Short name of the source; see the list of sources.';
  return [
    toFileColumn('source', 'Source', meaning, (row) => of(row).source),
    toFileColumn('note', 'Note', 'What a reader must know about it.', (row) => of(row).note),
  ];
}

/** A unit as the end of a column's name: "GFLOPS per W" → gflops_per_w. */
function toUnitName(unit: Unit): string {
  return unit
    .toLowerCase()
    .replace('%', 'percent')
    .replace('/', ' per ')
    .replaceAll(/[^a-z0-9]+/g, '_');
}
