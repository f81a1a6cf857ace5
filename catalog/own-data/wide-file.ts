/** A file with a column for each series, as spreadsheets have them → a row for each figure. */
import type { Mapping } from './own-figures';
import { type OwnFile, writeCells } from './own-file';

/** Columns that look like one series each; empty where the file has a row for each figure. */
export function listSeriesColumns(
  { header, rows }: OwnFile,
  { period }: Mapping,
): readonly string[] {
  if (period === null) return [];
  const others = header.filter((column) => column !== period);
  const isNumeric = (column: string) => {
    const place = header.indexOf(column);
    const cells = rows.map((row) => row.cells[place] ?? '').filter((cell) => cell.trim() !== '');
    return cells.length > 0 && cells.every((cell) => /^-?[\d.,]+$/.test(cell.trim()));
  };
  return others.length > 1 && others.every(isNumeric) ? others : [];
}

/** The text of the same figures, a row each; blank cells are no figures. */
export function unpivot(
  { header, rows }: OwnFile,
  period: string,
  columns: readonly string[],
): string {
  const when = header.indexOf(period);
  const figures = rows.flatMap(({ cells }) =>
    columns.map((column) => [cells[when] ?? '', column, cells[header.indexOf(column)] ?? '']),
  );
  return writeCells([
    ['period', 'series', 'value'],
    ...figures.filter(([, , value]) => value!.trim() !== ''),
  ]);
}
