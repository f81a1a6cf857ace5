/**
 * A picture's figures as files hold them: named, typed columns and raw values, a row for
 * each figure; and the columns that files of every kind have.
 */

import { figureKinds } from '@/units/figure-kind';
import type { Unit } from '@/units/format-value';
import type { Period } from '@/units/period';
import { type DetailColumn, isNumeric } from '../detail';
import type { Figure, Ranges } from './figure';

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

/** A unit as the end of a column's name: "GFLOPS per W" → gflops_per_w. */
function toUnitName(unit: Unit): string {
  return unit
    .toLowerCase()
    .replace('%', 'percent')
    .replace('/', ' per ')
    .replaceAll(/[^a-z0-9]+/g, '_');
}

export function listValueColumns({ unit, ranges }: Ranges & { readonly unit: Unit }): DataColumn[] {
  const whose =
    ranges === 'added'
      ? 'of an outer range: ends of several ranges added up, wider than the range of the sum'
      : 'of the range that the source gives';
  const name = toUnitName(unit);
  const column = (name: string, label: string, meaning: string, type: DataColumn['type']) => ({
    name,
    type,
    label,
    meaning,
    unit: type === 'number' ? unit : null,
  });
  return [
    column(`value_${name}`, 'Value', 'The figure; blank where none is known.', 'number'),
    column(`low_${name}`, 'Low', `Lower end ${whose}.`, 'number'),
    column(`high_${name}`, 'High', `Upper end ${whose}.`, 'number'),
    column('kind', 'Kind', `How it came about: ${figureKinds.join(', ')}.`, 'text'),
    ...listOriginColumns(),
  ];
}

export function listOriginColumns(): DataColumn[] {
  return [
    toTextColumn('source', 'Source', 'Short name of the source; see the list of sources.'),
    toTextColumn('note', 'Note', 'What a reader must know about it.'),
  ];
}

export function toTextColumn(name: string, label: string, meaning: string): DataColumn {
  return { name, type: 'text', label, meaning, unit: null };
}

export function toDayColumn(name: string, label: string, meaning: string): DataColumn {
  return { ...toTextColumn(name, label, meaning), type: 'day' };
}

export function listPeriodColumns(): DataColumn[] {
  return [
    toTextColumn('period', 'Period', 'Period or date, as exactly as its source names it.'),
    toDayColumn('period_start', 'Start', 'First day of the period.'),
    toDayColumn('period_end', 'End', 'Last day of the period.'),
  ];
}

export const listPeriodCells = ({ label, start, end }: Period): DataRow => [label, start, end];

/**
 * Further columns of the chart's own table, marked as such: none may be called like
 * one above. Their cells are raw: numbers, ISO dates and labels of periods.
 */
export function toDetailColumns(columns: readonly DetailColumn[]): DataColumn[] {
  return columns.map((column) => {
    const { id, label, as } = column;
    const name = `detail_${id}`;
    if (as === 'date') {
      return toTextColumn(name, label, `${label}; a date or period as exact as its source.`);
    }
    if (!isNumeric(column)) return toTextColumn(name, label, label);
    const unit = as === 'count' ? null : as!;
    return { name, type: 'number', label, meaning: label, unit };
  });
}

export function listValues({ value, low, high, kind, source, note }: Figure): DataRow {
  // A gap has no kind; to call it measured would be a claim.
  return [value, low ?? null, high ?? null, value === null ? null : kind, source, note ?? null];
}
