/** Rows as spreadsheets take them from the clipboard: split at tabs, or as a table of HTML. */
import Papa from 'papaparse';
import { escapeMarkup } from '@/units/xml-text';

/** What stands on the clipboard for one CSV, by media type. */
export function toClipboard(csv: string): { text: string; html: string } {
  const rows = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('')}</tr>`,
  );
  return {
    text: Papa.unparse(rows, { delimiter: '\t' }),
    html: `<table>${lines.join('')}</table>`,
  };
}
