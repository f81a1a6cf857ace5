/**
 * The document that an import cites: one vintage of a publisher's list, so a vintage that
 * sources.csv knows keeps its row, and a new one gets a row of its own.
 */

import type { CsvRow } from '../contract';
import { type ImportInput, type TableUpdate, takeOneFile } from '../importer';
import type { PublisherFile } from '../publisher-file';

interface PublisherDocument {
  /** Slug of the list's documents; a new one is `<list>-<vintage>`. */
  readonly list: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** A day or a month. */
  readonly vintage: string;
  readonly note: string;
  /** The day on which a new one is read. */
  readonly retrieved: string;
}

interface CitedDocument {
  readonly source: string;
  /** Adds the document where it is new. */
  readonly table: TableUpdate;
}

export function citeVintage(
  sources: readonly CsvRow[],
  { list, vintage, ...words }: PublisherDocument,
): CitedDocument {
  const known = sources.find(
    ({ source = '', published_on }) =>
      source === `${list}-${vintage}` ||
      ((source === list || source.startsWith(`${list}-`)) && published_on === vintage),
  );
  const source = known?.source ?? `${list}-${vintage}`;
  // What an editor wrote of a document stands.
  return toCited(known ?? { ...words, source, published_on: vintage }, []);
}

/**
 * The one file of a list of Epoch AI's of which only the newest copy counts, its day, and
 * the document to cite for it. Null where nothing can be read; the reason is reported.
 */
export function takeEpochCopy(
  input: ImportInput,
  words: Pick<PublisherDocument, 'list' | 'title' | 'url' | 'note'>,
): { readonly file: PublisherFile; readonly date: string; readonly cited: CitedDocument } | null {
  const taken = takeOneFile(input, 'day');
  if (!taken) return null;
  const { date } = taken;
  rejectOlder(input, words.list, date);
  const cited = citeVintage(input.rowsOf('sources'), {
    ...words,
    publisher: 'Epoch AI',
    title: `${words.title} (copy of ${date})`,
    vintage: date,
    retrieved: input.today,
  });
  return { ...taken, cited };
}

/**
 * For lists of which only the newest copy counts: reports a file that is older than the
 * newest document of the list in sources.csv.
 */
export function rejectOlder(
  { files, report, rowsOf }: Pick<ImportInput, 'files' | 'report' | 'rowsOf'>,
  list: string,
  vintage: string,
): void {
  const newest = findNewestVintage({ rowsOf }, list);
  if (vintage >= newest) return;
  report({
    ...{ file: files.map(({ name }) => name).join(', '), line: null, column: null },
    found: vintage,
    issue: {
      rule: 'upstream',
      says: `is older than the list that the data rests on, of ${newest}`,
      advice: 'Give a newer file; only the newest copy of this list counts.',
    },
  });
}

/** The date of the newest document of a list in sources.csv; blank: there is none. */
export function findNewestVintage({ rowsOf }: Pick<ImportInput, 'rowsOf'>, list: string): string {
  const dates = rowsOf('sources')
    .filter(({ source = '' }) => source === list || source.startsWith(`${list}-2`))
    .map(({ published_on = '' }) => published_on);
  return dates.sort().at(-1) ?? '';
}

interface PublisherSeries {
  /** Slug of the document. */
  readonly source: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** The newest day read. */
  readonly newest: string;
  readonly note: string;
  /** The day on which a new one is read. */
  readonly retrieved: string;
}

/** Likewise for a document that grows by the day: its date is that of the newest day read. */
export function citeSeries(
  sources: readonly CsvRow[],
  { source, newest, ...words }: PublisherSeries,
): CitedDocument {
  const known = sources.find((row) => row.source === source);
  const before = known?.published_on ?? '';
  const read =
    known && before >= newest
      ? { published_on: before, retrieved: known.retrieved ?? '' }
      : { published_on: newest, retrieved: words.retrieved };
  return toCited({ ...words, ...known, ...read, source }, ['published_on', 'retrieved']);
}

function toCited(document: CsvRow, owns: readonly string[]): CitedDocument {
  const { source = '' } = document;
  return {
    source,
    table: {
      dataset: 'sources',
      scope: (one) => one.source === source,
      match: ['source'],
      owns,
      rows: [
        {
          kind: 'dataset',
          // Importers read publishers' own files.
          grade: 'primary',
          origin: document.publisher ?? '',
          licence: 'CC-BY-4.0',
          ...document,
        },
      ],
      block: () => true,
      order: ['source'],
    },
  };
}
