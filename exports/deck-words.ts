/** What a deck says around its charts, the same in slides, pages, texts and archives. */
import { listOrigins } from '@/data/sources/origins';
import { countOf } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { LICENSE } from './metadata';
import {
  type DeckFile,
  getFirstPicture,
  type NotedPublication,
  type Publication,
} from './publication';

export interface DeckWords {
  readonly title: string;
  /** How much it holds, and whose figures of which day. */
  readonly about: string;
  /** Finding and measure of each chart. */
  readonly contents: readonly { readonly title: string; readonly measure: string }[];
  /** Whose figures they are, those of most documents first. */
  readonly origins: string;
  readonly license: string;
  /** Every document once, in the order of the charts. */
  readonly documents: readonly Document[];
}

interface Document {
  readonly words: string;
  readonly url: string | null;
}

export const SOURCES_TITLE = 'Sources and license';

export function toDeckWords({ title, charts }: Pick<DeckFile, 'title' | 'charts'>): DeckWords {
  const publications = charts.map(({ publication }) => publication);
  const sources = new Map(
    publications.flatMap((one) => one.sources.map((row) => [row.source, row] as const)),
  );
  const rows = [...sources.values()];
  const count = countOf(charts.length, 'chart');
  const documents = countOf(rows.length, 'document');
  return {
    title,
    about: `${count} of the AI Hardware Tracker, ${wordDays(publications)}`,
    contents: publications.map((one) => {
      const { title, subtitle } = getFirstPicture(one);
      return { title, measure: subtitle };
    }),
    origins: `Figures of ${listOrigins(rows).join(', ')}, from ${documents}.`,
    license: `The charts and their data are under CC BY 4.0 (${LICENSE.address}). Name the AI Hardware Tracker and the source of each figure.`,
    documents: rows.map(wordDocument),
  };
}

/** "title, publisher, address" of a source. */
export const wordDocument = ({
  title,
  publisher,
  url,
}: Publication['sources'][number]): Document => ({
  words: [title, publisher, url].filter(Boolean).join(', '),
  url,
});

/** What a chart's author wrote, said to be theirs; nothing where nothing was written. */
export const listNoteLines = ({ note }: NotedPublication): readonly string[] =>
  note === '' ? [] : `Author’s note: ${note}`.split('\n').filter(Boolean);

/** The days of the snapshots, as charts of one deck may be of several. */
function wordDays(publications: readonly Publication[]): string {
  const days = new Map(publications.map(({ snapshot }) => [snapshot.id, snapshot.collected_on]));
  return [...days]
    .map(([id, day]) => `figures of ${formatDate(day)} (snapshot ${id.slice(0, 6)})`)
    .join(', ');
}
