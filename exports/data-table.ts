/**
 * Figures as every data format sees them: named, typed columns and raw values. A
 * chart's rows are tidy, one per figure; a dataset's are those of its CSV.
 */
import {
  type ChartModel,
  type DatedModel,
  type FigureKind,
  isDated,
  listDatedEntries,
  type Point,
  type RankModel,
  type TimeModel,
} from '@/charts/model';
import type { CellValue, Column, Contract } from '@/data/contract';
import type { Unit } from '@/units/format-value';

export interface DataColumn {
  readonly name: string;
  /** `day` is a whole ISO day, which spreadsheets and Parquet take as a date. */
  readonly type: 'text' | 'integer' | 'number' | 'day';
  readonly label: string;
  readonly meaning: string;
  readonly unit: string | null;
}

export type DataRow = readonly CellValue[];

export interface DataTable {
  readonly columns: readonly DataColumn[];
  /** Rows in pieces, so that a large table never stands in memory as a whole. */
  readonly batches: () => AsyncIterable<readonly DataRow[]>;
}

/** Every row at once, for formats whose files are written as a whole. */
export async function readRows({ batches }: DataTable): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  for await (const batch of batches()) rows.push(...batch);
  return rows;
}

/** The columns of a dataset, as its contract declares them. */
export function toDataColumns({ columns }: Contract): DataColumn[] {
  return Object.entries(columns).map(([name, column]) => ({
    name,
    type: toType(column),
    label: column.label,
    meaning: column.meaning,
    unit: column.type === 'integer' || column.type === 'number' ? column.unit : null,
  }));
}

function toType(column: Column): DataColumn['type'] {
  if (column.type === 'integer' || column.type === 'number') return column.type;
  return column.type === 'date' && column.precision === 'day' ? 'day' : 'text';
}

/** The figures of a chart: what is drawn, with ranges, kinds and sources. */
export function buildDataTable(model: ChartModel): DataTable {
  const { columns, rows } = listFigures(model);
  return {
    columns,
    async *batches() {
      yield rows;
    },
  };
}

function listFigures(model: ChartModel): { columns: DataColumn[]; rows: DataRow[] } {
  if (model.shape === 'ranking') {
    return { columns: listRankColumns(model), rows: listRankRows(model) };
  }
  if (isDated(model)) return { columns: listDatedColumns(model), rows: listDatedRows(model) };
  return { columns: listTimeColumns(model), rows: listTimeRows(model) };
}

const unitNames: Readonly<Record<Unit, string>> = {
  'USD millions': 'usd_millions',
  USD: 'usd',
  'USD per hour': 'usd_per_hour',
  '%': 'percent',
  'percentage points': 'percentage_points',
  thousands: 'thousands',
  accelerators: 'accelerators',
  'H100-equivalents': 'h100_equivalents',
  'PFLOP/s': 'pflop_per_s',
  TB: 'tb',
  MW: 'mw',
  papers: 'papers',
  models: 'models',
  times: 'times',
  index: 'index',
  years: 'years',
  TFLOPS: 'tflops',
  TOPS: 'tops',
  'GFLOPS per USD': 'gflops_per_usd',
  'GFLOPS per W': 'gflops_per_w',
  GB: 'gb',
  'GB/s': 'gb_per_s',
  W: 'w',
  'USD per accelerator-hour': 'usd_per_accelerator_hour',
};

function listValueColumns(unit: Unit): DataColumn[] {
  const name = unitNames[unit] ?? 'units';
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
    column('source', 'Source', 'Short name of the source; see the list of sources.', 'text'),
    column('note', 'Note', 'What a reader must know about this figure.', 'text'),
  ];
}

function listTimeColumns({ unit }: TimeModel): DataColumn[] {
  const plain = { unit: null } as const;
  return [
    { name: 'series', type: 'text', label: 'Series', meaning: 'Whose figure it is.', ...plain },
    {
      name: 'period',
      type: 'text',
      label: 'Period',
      meaning: 'The period of the figure, as its source names it.',
      ...plain,
    },
    {
      name: 'period_start',
      type: 'day',
      label: 'Start',
      meaning: 'First day of the period.',
      ...plain,
    },
    { name: 'period_end', type: 'day', label: 'End', meaning: 'Last day of the period.', ...plain },
    ...listValueColumns(unit),
  ];
}

function listTimeRows({ series }: TimeModel): DataRow[] {
  return series.flatMap(({ label, points }) =>
    points.map((point) => [
      label,
      point.period.label,
      point.period.start,
      point.period.end,
      ...listValues(point),
    ]),
  );
}

function listRankColumns({ unit, entryLabel, columns }: RankModel): DataColumn[] {
  return [
    { name: 'rank', type: 'integer', label: 'Rank', meaning: 'Place in the ranking.', unit: null },
    { name: 'name', type: 'text', label: entryLabel, meaning: 'Whose figure it is.', unit: null },
    ...listValueColumns(unit),
    ...columns.map(toDetailColumn),
  ];
}

const toDetailColumn = (label: string): DataColumn => ({
  name: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'),
  type: 'text',
  label,
  meaning: label,
  unit: null,
});

function listRankRows({ entries }: RankModel): DataRow[] {
  return entries.map((entry, index) => [
    index + 1,
    entry.label,
    ...listValues(entry),
    ...entry.details,
  ]);
}

function listDatedColumns({ unit, entryLabel, groupLabel, columns }: DatedModel): DataColumn[] {
  const plain = { unit: null } as const;
  return [
    { name: 'name', type: 'text', label: entryLabel, meaning: 'What the row is about.', ...plain },
    { name: 'group', type: 'text', label: groupLabel, meaning: 'What it belongs to.', ...plain },
    {
      name: 'date',
      type: 'text',
      label: 'Date',
      meaning: 'Its date, as exactly as the source gives it.',
      ...plain,
    },
    ...listValueColumns(unit),
    ...columns.map(toDetailColumn),
  ];
}

function listDatedRows(model: DatedModel): DataRow[] {
  return listDatedEntries(model).map(({ entry, group }) => [
    entry.label,
    group.label,
    entry.date.label,
    ...listValues(entry),
    ...entry.details,
  ]);
}

type Figure = Pick<Point, 'value' | 'low' | 'high' | 'source' | 'note'> & { kind: FigureKind };

function listValues({ value, low, high, kind, source, note }: Figure): CellValue[] {
  // A gap has no kind; to call it measured would be a claim.
  return [value, low ?? null, high ?? null, value === null ? null : kind, source, note ?? null];
}
