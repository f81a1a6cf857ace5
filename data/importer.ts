/**
 * What an importer is: a publisher's own file → rows of our datasets, and which rows of
 * today's these replace. Importers lie next to the dataset they fill; `data/upstreams.ts`
 * lists them, `db/update.ts` runs them.
 */

import type { CsvRow } from './contract';
import type { PublisherFile, Report } from './publisher-file';
import type { Names } from './publisher-names/look-up';

export interface Importer {
  /** The name of the publisher's list in the command and in `publisher-names.csv`. */
  readonly upstream: string;
  /** For people: "Epoch AI chip owners". */
  readonly title: string;
  /** What to give to the command, and where it is published. */
  readonly wants: string;
  /** Which files of a folder are the publisher's; a file given by its own name is always read. */
  readonly picks: RegExp;
  /** What of today’s rows it replaces, for people: "all counts." */
  readonly replaces: string;
  /** The tables to change; what it returns after a reported problem is not used. */
  readonly read: (input: ImportInput) => Import;
}

export interface ImportInput {
  readonly files: readonly PublisherFile[];
  /**
   * The publisher's date of the file, as given or as a file's name says it: a day or a
   * month; null where nobody says.
   */
  readonly date: string | null;
  /** The day of the import, ISO: that of reading a document that is new to us. */
  readonly today: string;
  readonly names: Names;
  /** Today's rows of a dataset, in the file's order. */
  readonly rowsOf: (dataset: string) => readonly CsvRow[];
  readonly report: Report;
  /** Notes that something of the file is left out on purpose: reasons are counted. */
  readonly leaveOut: (reason: string) => void;
}

interface Import {
  /** The publisher's date of these figures: a day, or a month. */
  readonly vintage: string;
  readonly tables: readonly TableUpdate[];
}

export interface TableUpdate {
  readonly dataset: string;
  /**
   * Today's rows that this import speaks for. Those that it no longer has are removed,
   * unless `keepsMissing`; all others stay untouched.
   */
  readonly scope: (row: CsvRow) => boolean;
  readonly keepsMissing?: boolean;
  /** Columns by which a new row finds today's row within the scope. */
  readonly match: readonly string[];
  /** Columns that a matched row takes over; all its others are ours and survive. */
  readonly owns: readonly string[];
  /** Whole rows; what is left out is blank. Columns that are not owned count for added rows only. */
  readonly rows: readonly CsvRow[];
  /** The block of the file that added rows join, sorted by `order`; blank order: at its end. */
  readonly block: (row: CsvRow) => boolean;
  readonly order: readonly string[];
}

/**
 * The file of a list that is published as one, and the publisher's date of it: a day, or
 * also a month for what comes out once a month. Null after a report.
 */
export function takeOneFile(
  { files, date, report }: Pick<ImportInput, 'files' | 'date' | 'report'>,
  precision: 'day' | 'month',
): { readonly file: PublisherFile; readonly date: string } | null {
  const [file, ...others] = files;
  if (!file) return null;
  const reject = (says: string, advice: string) => {
    const issue = { rule: 'upstream', says, advice } as const;
    report({ file: file.name, line: null, column: null, found: null, issue });
    return null;
  };
  if (others.length > 0) {
    return reject('the list is one file, and several were given', 'Give one file at a time.');
  }
  if (!date || (precision === 'day' && date.length < 10)) {
    const example = precision === 'day' ? '--date 2026-08-22' : '--date 2026-08';
    return reject(
      `nothing says of which ${precision} the file is`,
      `Let its name say so, or write ${example}.`,
    );
  }
  return { file, date };
}

/**
 * What we say of a row beyond the publisher's words: the named columns of the last of
 * `earlier` that fits, blank where none does.
 */
export function inherit<Column extends string>(
  earlier: readonly CsvRow[],
  columns: readonly Column[],
  ...fits: readonly ((row: CsvRow) => boolean)[]
): Record<Column, string> {
  for (const fit of fits) {
    const row = earlier.findLast(fit);
    if (row) return pick(columns, (column) => row[column] ?? '');
  }
  return pick(columns, () => '');
}

function pick<Column extends string>(
  columns: readonly Column[],
  read: (column: Column) => string,
): Record<Column, string> {
  return Object.fromEntries(columns.map((column) => [column, read(column)])) as Record<
    Column,
    string
  >;
}
