/** The slides of a deck that are no charts: its title, what it holds, whose figures they are. */
import { type DeckWords, SOURCES_TITLE } from '../deck-words';
import type { Relation } from './package';
import { writeText } from './shapes';

export interface Slide {
  readonly shapes: string;
  /** What its speaker reads, a paragraph each. */
  readonly notes: readonly string[];
  readonly relations: readonly Relation[];
}

export const buildTitleSlide = ({ title, about }: DeckWords, address: string): Slide => ({
  shapes:
    writeText(2, 'Title', [{ text: title }], {
      ...{ y: 2_200_000, cy: 1_300_000, size: 4000, isBold: true, holder: 'title' },
    }) +
    writeText(3, 'About', [{ text: about }], {
      ...{ y: 3_650_000, cy: 420_000, size: 1800, color: '555555' },
    }) +
    writeText(4, 'Address', [{ text: shorten(address), link: 'deck' }], {
      ...{ y: 4_150_000, cy: 900_000, size: 1200, color: '555555' },
    }),
  notes: [about, address],
  relations: [{ id: 'deck', type: 'hyperlink', target: address, isExternal: true }],
});

/** `first` is the number of the slide of the first chart. */
export const buildContentsSlide = ({ contents }: DeckWords, first: number): Slide => ({
  shapes:
    writeHeading('Contents') +
    writeText(
      3,
      'Contents',
      contents.map(({ title }, at) => ({
        text: `${at + 1}. ${title}`,
        link: `to${first + at}`,
        isInside: true,
      })),
      { y: TOP, cy: 5_000_000, size: contents.length > 12 ? 1300 : 1800 },
    ),
  notes: contents.map(({ title, measure }, at) => `${at + 1}. ${title} (${measure})`),
  relations: contents.map((_, at) => ({
    id: `to${first + at}`,
    type: 'slide',
    target: `slide${first + at}.xml`,
  })),
});

/** Every document is in its notes: there may be hundreds. */
export const buildSourcesSlide = ({ origins, license, documents }: DeckWords): Slide => ({
  shapes:
    writeHeading(SOURCES_TITLE) +
    writeText(
      3,
      'Sources',
      [
        { text: origins },
        { text: 'The notes of this slide list every document.' },
        { text: license },
      ],
      { y: TOP, cy: 5_000_000, size: origins.length > 1200 ? 1200 : 1600 },
    ),
  notes: documents.map(({ words }) => words),
  relations: [],
});

const TOP = 1_100_000;
const writeHeading = (text: string) =>
  writeText(2, 'Title', [{ text }], {
    ...{ y: 260_000, cy: 520_000, size: 2600, isBold: true, holder: 'title' },
  });

/** A slide has room for some lines of an address; its link is whole. */
const shorten = (address: string) =>
  address.length > MOST_SHOWN ? `${address.slice(0, MOST_SHOWN)}…` : address;
const MOST_SHOWN = 300;
