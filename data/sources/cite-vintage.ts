/**
 * The source that an import cites: a document is one vintage of a publisher's list, so a
 * vintage that sources.csv knows keeps its row, and a new one gets a row of its own.
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
}

export interface CitedVintage {
  readonly source: string;
  /** Adds the document where it is new. */
  readonly table: TableUpdate;
}

export function citeVintage(
  sources: readonly CsvRow[],
  { list, vintage, ...words }: PublisherDocument,
): CitedVintage {
  const known = sources.find(
    ({ source = '', published_on }) =>
      source === `${list}-${vintage}` ||
      ((source === list || source.startsWith(`${list}-`)) && published_on === vintage),
  );
  const source = known?.source ?? `${list}-${vintage}`;
  const row = {
    ...{ source, ...words, published_on: vintage },
    ...{ kind: 'dataset', licence: 'CC-BY-4.0' },
  };
  return {
    source,
    table: {
      dataset: 'sources',
      scope: (one) => one.source === source,
      match: ['source'],
      // What an editor wrote of a document stands.
      owns: [],
      rows: [known ?? row],
      block: () => true,
      order: ['source'],
    },
  };
}
