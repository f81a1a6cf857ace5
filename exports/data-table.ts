/**
 * Figures as every data format sees them: named, typed columns and raw values. A
 * chart's rows are tidy, one per figure; a dataset's are those of its CSV.
 */
import { type DetailColumn, isNumeric } from '@/charts/detail';
import {
  type ChartModel,
  type DatedModel,
  isDated,
  listDatedEntries,
  type Point,
  type Ranges,
  type RankModel,
  type TimeModel,
} from '@/charts/model';
import type { CellValue, Column, Contract } from '@/data/contract';
import { figureKinds } from '@/units/figure-kind';
import type { Unit } from '@/units/format-value';
import type { Period } from '@/units/period';

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

export type DataRow = readonly CellValue[];

export interface DataTable {
  readonly columns: readonly DataColumn[];
  /** Names of the columns that tell a row from all others; absent where they are not all here. */
  readonly key?: readonly string[];
  /** Rows in pieces, so that a large table never stands in memory as a whole. */
  readonly batches: () => AsyncIterable<readonly DataRow[]>;
}

/** Every row at once, for formats whose files are written as a whole. */
export async function readRows({ batches }: DataTable): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  for await (const batch of batches()) rows.push(...batch);
  return rows;
}

/** The columns of a dataset, as its contract declares them; all where none are chosen. */
export function toDataColumns({ columns }: Contract, chosen?: readonly string[]): DataColumn[] {
  const shown = Object.entries(columns).filter(([name]) => chosen?.includes(name) ?? true);
  return shown.map(([name, column]) => ({
    name,
    type: toType(column),
    label: column.label,
    meaning: column.meaning,
    unit: column.type === 'integer' || column.type === 'number' ? column.unit : null,
    required: column.optional !== true,
  }));
}

function toType(column: Column): DataColumn['type'] {
  if (column.type === 'integer' || column.type === 'number') return column.type;
  return column.type === 'date' && column.precision === 'day' ? 'day' : 'text';
}

/** The figures of a chart: what is drawn, with ranges, kinds and sources. */
export function buildDataTable(model: ChartModel): DataTable {
  const { columns, rows } = buildFigures(model);
  return {
    columns,
    async *batches() {
      yield rows;
    },
  };
}

interface Figures {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
}

function buildFigures(model: ChartModel): Figures {
  if (model.shape === 'ranking') return buildRankFigures(model);
  return isDated(model) ? buildDatedFigures(model) : buildTimeFigures(model);
}

/** A unit as the end of a column's name: "GFLOPS per W" → gflops_per_w. */
function toUnitName(unit: Unit): string {
  return unit
    .toLowerCase()
    .replace('%', 'percent')
    .replace('/', ' per ')
    .replaceAll(/[^a-z0-9]+/g, '_');
}

function listValueColumns({ unit, ranges }: Ranges & { readonly unit: Unit }): DataColumn[] {
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

function listOriginColumns(): DataColumn[] {
  return [
    toTextColumn('source', 'Source', 'Short name of the source; see the list of sources.'),
    toTextColumn('note', 'Note', 'What a reader must know about it.'),
  ];
}

function toTextColumn(name: string, label: string, meaning: string): DataColumn {
  return { name, type: 'text', label, meaning, unit: null };
}

function toDayColumn(name: string, label: string, meaning: string): DataColumn {
  return { ...toTextColumn(name, label, meaning), type: 'day' };
}

function listPeriodColumns(): DataColumn[] {
  return [
    toTextColumn('period', 'Period', 'Period or date, as exactly as its source names it.'),
    toDayColumn('period_start', 'Start', 'First day of the period.'),
    toDayColumn('period_end', 'End', 'Last day of the period.'),
  ];
}

const listPeriodCells = ({ label, start, end }: Period): CellValue[] => [label, start, end];

function buildTimeFigures(model: TimeModel): Figures {
  const { series } = model;
  const points = series.flatMap((one) => one.points);
  const isMoved = points.some(({ reported }) => reported);
  return {
    columns: [
      toTextColumn('series', 'Series', 'Whose figure it is.'),
      ...listPeriodColumns(),
      ...(isMoved ? listReportedColumns() : []),
      ...listValueColumns(model),
    ],
    rows: series.flatMap(({ label, points }) =>
      points.map((point) => [
        label,
        ...listPeriodCells(point.since ? { ...point.period, start: point.since } : point.period),
        ...(isMoved ? listReportedCells(point) : []),
        ...listValues(point),
      ]),
    ),
  };
}

/** Of figures that stand on another calendar than their own. */
function listReportedColumns(): DataColumn[] {
  return [
    toTextColumn('reported_period', 'Reported for', 'Period as the company names it.'),
    toDayColumn('reported_period_start', 'Reported from', 'First day; blank where unpublished.'),
    toDayColumn('reported_period_end', 'Reported to', 'Last day that the figure covers.'),
  ];
}

function listReportedCells({ reported }: Point): CellValue[] {
  return [reported?.label ?? null, reported?.start ?? null, reported?.end ?? null];
}

function buildRankFigures(model: RankModel): Figures {
  const { entryLabel, columns, entries } = model;
  // As on the page: what has no places gets no columns of them.
  const ranked = entries.some(({ rank }) => rank != null);
  const isGrouped = entries.some(({ group }) => group !== undefined);
  return {
    columns: [
      ...(ranked ? rankColumns : []),
      toTextColumn('name', entryLabel, 'Whose figure it is.'),
      ...(isGrouped ? [toTextColumn('group', 'Group', 'The heading under which it stands.')] : []),
      ...listValueColumns(model),
      ...toDetailColumns(columns),
    ],
    rows: entries.map((entry) => [
      ...(ranked ? [entry.rank?.best ?? null, entry.rank?.worst ?? null] : []),
      entry.label,
      ...(isGrouped ? [entry.group ?? null] : []),
      ...listValues(entry),
      ...entry.details,
    ]),
  };
}

const rankColumns: readonly DataColumn[] = [
  {
    ...toTextColumn('rank_best', 'Best rank', 'Place among those of the same status.'),
    type: 'integer',
  },
  {
    ...toTextColumn(
      'rank_worst',
      'Worst rank',
      'As the best, unless ranges overlap: then nobody knows.',
    ),
    type: 'integer',
  },
];

/** Lanes have no values, so no columns for them. */
function buildDatedFigures(model: DatedModel): Figures {
  const hasValues = model.shape === 'scatter';
  return {
    columns: [
      toTextColumn('name', model.entryLabel, 'What happened or was measured.'),
      toTextColumn('series', model.groupLabel, 'The group in which it is drawn.'),
      ...listPeriodColumns(),
      ...(hasValues ? listValueColumns({ unit: model.unit }) : listOriginColumns()),
      ...toDetailColumns(model.columns),
    ],
    rows: listDatedEntries(model).map(({ entry, group }) => [
      entry.label,
      group.label,
      ...listPeriodCells(entry.date),
      ...(hasValues ? listValues(entry) : [entry.source, entry.note ?? null]),
      ...entry.details,
    ]),
  };
}

/**
 * Further columns of the chart's own table, marked as such: none may be called like
 * one above. Their cells are raw: numbers, ISO dates and labels of periods.
 */
function toDetailColumns(columns: readonly DetailColumn[]): DataColumn[] {
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

type Figure = Omit<Point, 'period'>;

function listValues({ value, low, high, kind, source, note }: Figure): CellValue[] {
  // A gap has no kind; to call it measured would be a claim.
  return [value, low ?? null, high ?? null, value === null ? null : kind, source, note ?? null];
}
