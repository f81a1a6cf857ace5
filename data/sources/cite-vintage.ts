/**
 * The document that an import cites: one vintage of a publisher's list, so a vintage that
 * sources.csv knows keeps its row, and a new one gets a row of its own.
 */
import type { CsvRow, TableUpdate } from '../importer';

export interface PublisherDocument {
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

export interface CitedDocument {
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

export interface PublisherSeries {
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
      rows: [{ kind: 'dataset', licence: 'CC-BY-4.0', ...document }],
      block: () => true,
      order: ['source'],
    },
  };
}
