/**
 * Columns that files have and pages do without: a date that is as exact as its source (2023,
 * 2023-02, 2023-Q1) is text to every program, so its first day and how exact it is stand in
 * columns of their own at the end of the row, and the text stays as it is.
 */
import { type Contract, toTableColumns } from '@/data/contract';
import { parsePeriod } from '@/units/period';
import { type CellValue, readBatches, type Table, type TableColumn } from '@/units/table';

type Row = readonly CellValue[];

/** The columns of a dataset's files. */
export function listFileColumns(contract: Contract): readonly TableColumn[] {
  const columns = toTableColumns(contract);
  return [...columns, ...listDayColumns(columns)];
}

/** The further columns of these; they read a row of raw values in the order of these columns. */
export function listDayColumns(columns: readonly TableColumn[]): TableColumn<Row>[] {
  const ids = new Set(columns.map(({ id }) => id));
  return columns.flatMap(({ id, type, as, label, required = false }, at) => {
    // A period has its first and its last day next to it.
    if (as !== 'date' || type !== 'text' || ids.has(`${id}_start`)) return [];
    const read = (row: Row) => {
      const text = row[at];
      return typeof text === 'string' ? parsePeriod(text) : null;
    };
    return [
      {
        id: `${id}_day`,
        type: 'day',
        unit: null,
        label: `${label}: first day`,
        meaning: `First day of \`${id}\`; \`${id}_precision\` says how exact it is.`,
        required,
        read: (row) => read(row)?.start ?? null,
      },
      {
        id: `${id}_precision`,
        type: 'text',
        unit: null,
        label: `${label}: precision`,
        meaning: `How exactly \`${id}\` is known: day, month, quarter, half or year.`,
        required,
        read: (row) => read(row)?.kind ?? null,
      },
    ];
  });
}

/** The table with these columns behind its own. */
export function withDayColumns(table: Table): Table {
  const days = listDayColumns(table.columns);
  if (days.length === 0) return table;
  return {
    ...table,
    columns: [...table.columns, ...days],
    rows: async function* () {
      for await (const batch of readBatches(table)) {
        yield batch.map((row) => [...row, ...days.map((column) => column.read(row))]);
      }
    },
  };
}
