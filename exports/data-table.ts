/**
 * Figures as every data format sees them: named, typed columns and raw values. A
 * chart's rows are tidy, one per figure; a dataset's are those of its CSV.
 */
import {
  type ChartModel,
  type DatedModel,
  isDated,
  listDatedEntries,
  type Point,
  type RankModel,
  type TimeModel,
} from '@/charts/model';
import type { CellValue, Column, Contract } from '@/data/contract';
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

function listValueColumns(unit: Unit): DataColumn[] {
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
    column(`low_${name}`, 'Low', 'Lower end of the range that the source gives.', 'number'),
    column(`high_${name}`, 'High', 'Upper end of the range that the source gives.', 'number'),
    column('kind', 'Kind', 'measured, estimate or projection.', 'text'),
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

function listPeriodColumns(): DataColumn[] {
  const day = (name: string, label: string, meaning: string): DataColumn => ({
    ...toTextColumn(name, label, meaning),
    type: 'day',
  });
  return [
    toTextColumn('period', 'Period', 'Period or date, as exactly as its source names it.'),
    day('period_start', 'Start', 'First day of the period.'),
    day('period_end', 'End', 'Last day of the period.'),
  ];
}

const listPeriodCells = ({ label, start, end }: Period): CellValue[] => [label, start, end];

function buildTimeFigures({ unit, series }: TimeModel): Figures {
  return {
    columns: [
      toTextColumn('series', 'Series', 'Whose figure it is.'),
      ...listPeriodColumns(),
      ...listValueColumns(unit),
    ],
    rows: series.flatMap(({ label, points }) =>
      points.map((point) => [label, ...listPeriodCells(point.period), ...listValues(point)]),
    ),
  };
}

function buildRankFigures({ unit, entryLabel, columns, entries }: RankModel): Figures {
  const isGrouped = entries.some(({ group }) => group !== undefined);
  return {
    columns: [
      { ...toTextColumn('rank', 'Rank', 'Place in the ranking.'), type: 'integer' },
      toTextColumn('name', entryLabel, 'Whose figure it is.'),
      ...(isGrouped ? [toTextColumn('group', 'Group', 'The heading under which it stands.')] : []),
      ...listValueColumns(unit),
      ...toDetailColumns(columns),
    ],
    rows: entries.map((entry, index) => [
      index + 1,
      entry.label,
      ...(isGrouped ? [entry.group ?? null] : []),
      ...listValues(entry),
      ...toDetailCells(entry.details),
    ]),
  };
}

/** Lanes have no values, so no columns for them. */
function buildDatedFigures(model: DatedModel): Figures {
  const hasValues = model.shape === 'scatter';
  return {
    columns: [
      toTextColumn('name', model.entryLabel, 'What happened or was measured.'),
      toTextColumn('series', model.groupLabel, 'The group in which it is drawn.'),
      ...listPeriodColumns(),
      ...(hasValues ? listValueColumns(model.unit) : listOriginColumns()),
      ...toDetailColumns(model.columns),
    ],
    rows: listDatedEntries(model).map(({ entry, group }) => [
      entry.label,
      group.label,
      ...listPeriodCells(entry.date),
      ...(hasValues ? listValues(entry) : [entry.source, entry.note ?? null]),
      ...toDetailCells(entry.details),
    ]),
  };
}

/** Further columns of the chart's own table, marked as such: none may be called like one above. */
function toDetailColumns(labels: readonly string[]): DataColumn[] {
  return labels.map((label) =>
    toTextColumn(`detail_${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`, label, label),
  );
}

/** An unknown detail is null in files, as everything unknown. */
function toDetailCells(details: readonly string[]): CellValue[] {
  return details.map((text) => text || null);
}

type Figure = Omit<Point, 'period'>;

function listValues({ value, low, high, kind, source, note }: Figure): CellValue[] {
  // A gap has no kind; to call it measured would be a claim.
  return [value, low ?? null, high ?? null, value === null ? null : kind, source, note ?? null];
}
