/**
 * A picture's figures as a table: every column stands in its files, and a page shows some
 * of them. Here are the columns that several kinds have.
 */

import { type FigureKind, figureKinds, kindWords, toPublished } from '@/units/figure-kind';
import { formatValue, type Unit } from '@/units/format-value';
import {
  type CellFormat,
  type CellValue,
  formatCell,
  type LoadedTable,
  type TableColumn,
} from '@/units/table';
import type { Figure, Origin, Ranges } from './figure';
import { toStart } from './time/model';

export interface ChartTable<Row = unknown> extends LoadedTable<Row> {
  /** In what the figures are: "In US dollars". */
  readonly caption: string;
  /** Columns that a page shows, under headings of its own, and rows in its order. */
  readonly page: LoadedTable;
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

/** "451,000–774,000". */
export const formatSpan = (low: number, high: number, unit: Unit, kind: FigureKind): string =>
  `${formatValue(low, unit, kind)}–${formatValue(high, unit, kind)}`;

type Words = readonly [id: string, label: string, meaning: string];
type Read<Row> = (row: Row) => CellValue | undefined;

/** A column without a unit. */
export function toColumn<Row>(
  [id, label, meaning]: Words,
  read: Read<Row>,
  type: TableColumn['type'] = 'text',
): TableColumn<Row> {
  return { id, type, unit: null, label, meaning, read: (row) => read(row) ?? null };
}

/** A further column of a ranking or of dated things. Texts where neither type nor unit says more. */
export interface DetailColumn extends CellFormat {
  /** In snake_case, and for good: files and addresses name the column by it, whatever its label. */
  readonly id: string;
  readonly label: string;
  readonly type?: 'number';
}

interface Detailed {
  readonly details: readonly CellValue[];
  readonly detailHrefs?: readonly (string | null)[];
  readonly kind: FigureKind;
}

/** Further columns, marked as such in files: none may be called like another column. */
export function toDetailColumns<Row>(
  columns: readonly DetailColumn[],
  of: (row: Row) => Detailed,
): TableColumn<Row>[] {
  return columns.map((column, index): TableColumn<Row> => {
    const { id, label, unit = null, type = unit === null ? 'text' : 'number', as } = column;
    const read = (row: Row) => {
      const value = of(row).details[index] ?? null;
      return typeof value === 'number' ? toPublished(value, 'derived') : value;
    };
    return {
      ...column,
      id: `detail_${id}`,
      sortedAs: id.replaceAll('_', '-'),
      type,
      unit,
      meaning: as === 'date' ? `${label}; a date or period as exact as its source.` : label,
      read,
      format: (row) => formatCell(column, read(row), of(row).kind),
      href: (row) => of(row).detailHrefs?.[index],
    };
  });
}

const PERIOD: readonly [label: Words, start: Words, end: Words] = [
  ['period', 'Period', 'Period or date, as exactly as its source names it.'],
  ['period_start', 'Start', 'First day of the period.'],
  ['period_end', 'End', 'Last day of the period.'],
];

/** The columns of a period: its label, its first and its last day. */
export function toPeriodColumns<Row>(
  of: (row: Row) => { label: string; start: string | null; end: string } | undefined,
  [label, start, end] = PERIOD,
): [TableColumn<Row>, ...TableColumn<Row>[]] {
  return [
    { ...toColumn(label, (row: Row) => of(row)?.label), as: 'date' },
    toColumn(start, (row) => of(row)?.start, 'day'),
    toColumn(end, (row) => of(row)?.end, 'day'),
  ];
}

/** A figure, and its range. */
export function toValueColumns<Row>(
  { unit, ranges }: Ranges & { readonly unit: Unit },
  of: (row: Row) => Figure,
): readonly [value: TableColumn<Row>, low: TableColumn<Row>, high: TableColumn<Row>] {
  const whose =
    ranges === 'added'
      ? 'of an outer range: ends of several ranges added up, wider than the range of the sum'
      : 'of the range that the source gives';
  const toEnd = (end: 'value' | 'low' | 'high', label: string, meaning: string) => ({
    ...toColumn<Row>(
      [`${end}_${toUnitName(unit)}`, label, meaning],
      (row) => toPublished(of(row)[end] ?? null, of(row).kind),
      'number',
    ),
    unit,
  });
  return [
    {
      ...toEnd('value', 'Value', 'The figure; blank where none is known.'),
      sortedAs: 'value',
      kind: (row) => of(row).kind,
      source: (row) => of(row).source,
      href: (row) => of(row).evidence,
    },
    toEnd('low', 'Low', `Lower end ${whose}.`),
    toEnd('high', 'High', `Upper end ${whose}.`),
  ];
}

/** How a figure came about, where it comes from and what must be known of it. */
export function toOriginColumns<Row>(
  of: (row: Row) => Figure,
): readonly [kind: TableColumn<Row>, source: TableColumn<Row>, note: TableColumn<Row>] {
  const kinds = `How it came about: ${figureKinds.join(', ')}.`;
  return [
    // A gap has no kind; to call it measured would be a claim.
    toColumn(['kind', 'Kind', kinds], (row) => (of(row).value === null ? null : of(row).kind)),
    toColumn(
      ['source', 'Source', 'Short name of the source; see the list of sources.'],
      (row) => of(row).source,
    ),
    toColumn(['note', 'Note', 'What a reader must know about it.'], (row) => of(row).note),
  ];
}

/**
 * A unit as the end of a column's name: "GFLOPS per W" → gflops_per_w. Names of columns are
 * saved in other people's programs, so they keep the word that the unit had at first.
 */
function toUnitName(unit: Unit): string {
  return unit
    .replace('chip-hour', 'accelerator-hour')
    .toLowerCase()
    .replace('%', 'percent')
    .replace('/', ' per ')
    .replaceAll(/[^a-z0-9]+/g, '_');
}
