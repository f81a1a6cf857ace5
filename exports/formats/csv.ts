/**
 * Rows as CSV (RFC 4180): UTF-8, CRLF, raw values, ISO dates. For spreadsheets with
 * a byte order mark, and with texts made harmless that a spreadsheet would run.
 */
import { type CellValue, readBatches, type Table } from '@/units/table';
import type { Render } from '../format';

export const renderCsv: Render = async ({ table }, values) => ({
  body: writeCsv(table, { forSpreadsheet: values.for === 'spreadsheet' }),
});

export async function* writeCsv(
  table: Table,
  { forSpreadsheet = false }: { forSpreadsheet?: boolean } = {},
): AsyncGenerator<string> {
  const toCell = forSpreadsheet ? toSafeCell : toExactCell;
  yield (forSpreadsheet ? '\ufeff' : '') + toLines([table.columns.map(({ id }) => id)], toCell);
  for await (const batch of readBatches(table)) yield toLines(batch, toCell);
}

/** One growing text: a million rows need no list for each of their lines. */
function toLines(
  rows: readonly (readonly CellValue[])[],
  toCell: (value: CellValue) => string,
): string {
  let text = '';
  for (const [first = null, ...rest] of rows) {
    text += toCell(first);
    for (const cell of rest) text += `,${toCell(cell)}`;
    text += '\r\n';
  }
  return text;
}

function toExactCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

// Outer spaces are legal without quotes, but many readers cut them off.
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Numbers stay numbers, negative ones too: only text can be taken for a formula. */
function toSafeCell(value: CellValue): string {
  return typeof value === 'string' && isFormula(value)
    ? toExactCell(`'${value}`)
    : toExactCell(value);
}

/**
 * Whether some line of a text starts like a formula; programs that split cells at
 * line breaks would run the second line. Full-width signs count, as Excel's
 * Japanese versions take them for the plain ones.
 */
function isFormula(text: string): boolean {
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/m.test(text);
}
