/**
 * Rows as CSV (RFC 4180): UTF-8, CRLF, raw values, ISO dates. For spreadsheets with
 * a byte order mark, and with texts made harmless that a spreadsheet would run; for those
 * that read decimal commas, with semicolons between the cells.
 */
import { type CellValue, readBatches, type Table } from '@/units/table';
import type { Render } from '../format';

/** Who reads the file, as `for=` names it. */
type Reader = 'programs' | 'spreadsheet' | 'european-spreadsheet';

export const renderCsv: Render = async ({ table }, values) => ({
  body: writeCsv(table, values.for as Reader | undefined),
});

export async function* writeCsv(table: Table, reader: Reader = 'programs'): AsyncGenerator<string> {
  const dialect = dialects[reader];
  yield dialect.start + toLines([table.columns.map(({ id }) => id)], dialect);
  for await (const batch of readBatches(table)) yield toLines(batch, dialect);
}

interface Dialect {
  readonly start: string;
  readonly separator: string;
  readonly toText: (value: string) => string;
  readonly toNumber: (value: number) => string;
}

/** One growing text: a million rows need no list for each of their lines. */
function toLines(
  rows: readonly (readonly CellValue[])[],
  { separator, toText, toNumber }: Dialect,
): string {
  let text = '';
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      if (at > 0) text += separator;
      const value = row[at] ?? null;
      if (value !== null) text += typeof value === 'number' ? toNumber(value) : toText(value);
    }
    text += '\r\n';
  }
  return text;
}

const NEEDS_QUOTES = /[",\r\n]/;

// Outer spaces are legal without quotes, but many readers cut them off.
const toExact = (text: string): string =>
  NEEDS_QUOTES.test(text) || mayBeSpace(text, 0) || mayBeSpace(text, text.length - 1)
    ? toQuoted(text)
    : text;

/** Whether the sign at a place could be one of the spaces, by its number: a regular expression for that costs a tenth of a large file. */
const mayBeSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code <= 32 || code >= 160) && text[at]?.trim() === '';
};

const toQuoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Numbers stay numbers, negative ones too: only text can be taken for a formula. */
const toSafe = (text: string): string => (isFormula(text) ? `'${text}` : text);

const dialects: Readonly<Record<Reader, Dialect>> = {
  programs: { start: '', separator: ',', toText: toExact, toNumber: String },
  spreadsheet: {
    start: '\ufeff',
    separator: ',',
    toText: (text) => toExact(toSafe(text)),
    toNumber: String,
  },
  'european-spreadsheet': {
    start: '\ufeff',
    separator: ';',
    toText: (text) => (text.includes(';') ? toQuoted(toSafe(text)) : toExact(toSafe(text))),
    toNumber: (value) => String(value).replace('.', ','),
  },
};

/**
 * Whether some line of a text starts like a formula; programs that split cells at
 * line breaks would run the second line. Full-width signs count, as Excel's
 * Japanese versions take them for the plain ones.
 */
function isFormula(text: string): boolean {
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/m.test(text);
}
