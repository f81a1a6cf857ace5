/**
 * CSV text → rows of cells with their line numbers. Papa Parse splits; this file
 * adds what it does not keep: the line a row starts on, also behind cells that
 * span several lines, and a quotation mark that is never closed.
 */
import Papa from 'papaparse';

interface BrokenQuote {
  readonly line: number;
  /** The start of the cell, from its opening quotation mark. */
  readonly found: string;
}

interface RowSplitter {
  /**
   * Splits the next piece of text and hands over every complete row that is not
   * blank. Returns the first broken quotation mark, after which nothing in the
   * file can be trusted.
   */
  split(text: string, isLast: boolean): BrokenQuote | null;
  /** The line on which the text not yet handed over ends. */
  currentLine(): number;
}

export function createRowSplitter(
  onRow: (cells: string[], line: number) => void,
  delimiter: ',' | ';' | '\t' | '|' = ',',
): RowSplitter {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  let pending = '';
  let line = 1;

  return {
    currentLine: () => line + countLineEnds(pending, pending.length),
    split(text, isLast) {
      const input = pending + text;
      const { data, errors, meta } = parser.parse(input, 0, !isLast) as Split;
      const broken = errors[0];
      // An unfinished row will be split again, together with its rest.
      const isBroken = broken !== undefined && broken.row < data.length;
      const endOfTrust = isBroken ? broken.row : data.length;

      const start = line;
      const hasQuotes = input.includes('"');
      for (let i = 0; i < endOfTrust; i += 1) {
        const cells = data[i]!;
        if (cells.length > 1 || cells[0] !== '') onRow(cells, line);
        line += hasQuotes ? 1 + countLineEndsIn(cells) : 1;
      }
      if (isBroken) return describe(input, start, broken.index - 1);

      pending = input.slice(meta.cursor);
      if (pending.length > LONGEST_CELL) return describe(pending, line, pending.indexOf('"'));
      return null;
    },
  };
}

interface Split {
  readonly data: string[][];
  readonly errors: readonly { readonly row: number; readonly index: number }[];
  readonly meta: { readonly cursor: number };
}

// An open quotation mark would otherwise collect the whole rest of a large file.
const LONGEST_CELL = 1024 * 1024;

function describe(input: string, firstLine: number, index: number): BrokenQuote {
  const found = input.slice(index).split('\n', 1)[0] ?? '';
  return { line: firstLine + countLineEnds(input, index), found };
}

function countLineEndsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) count += countLineEnds(cell, cell.length);
  return count;
}

function countLineEnds(text: string, before: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < before; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
