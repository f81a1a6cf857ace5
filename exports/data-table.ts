/**
 * Figures as every data format sees them: named, typed columns and raw values. A
 * chart's rows are tidy, one per figure; a dataset's are those of its CSV.
 */
import { type ChartModel, kindOf } from '@/charts/kinds';
import type { DataColumn, DataRow } from '@/charts/kinds/table';
import type { Column, Contract } from '@/data/contract';

export type { DataColumn, DataRow };

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
  const { columns, rows } = kindOf(model).buildRows(model);
  return {
    columns,
    async *batches() {
      yield rows;
    },
  };
}
