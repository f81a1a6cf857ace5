/**
 * What of a page's charts and tables stands open, by address: the parameter names the part
 * and its value whose it is, `table=market-share&sort=-nvidia~period`.
 */
import { once, type Parameter, type ParameterProblem, type Query, readAddress } from './parameters';
import { type SortKey, sortKeys, toSortText } from './sort-keys';

/** In place of the drawing. */
const TABS = ['table', 'about'] as const;
/** Over it, by what opens them. */
export const panelNames = {
  download: 'Download',
  cite: 'Share & cite',
  embed: 'Embed',
  mark: 'Note',
} as const;

export type Tab = (typeof TABS)[number];
export type Panel = keyof typeof panelNames;
const PARTS: readonly (Tab | Panel)[] = [...TABS, ...(Object.keys(panelNames) as Panel[])];

export interface Opened extends Readonly<Record<Tab | Panel, string | null>> {
  /** The query of the deck that charts are collected for; empty: none yet. */
  readonly deck: string;
  /** Of the open table; the first entry weighs most; empty: as the table has it. */
  readonly sort: readonly SortKey[];
  /** Whether the open table shows all of its rows. */
  readonly isWhole: boolean;
}

/** The names of all parameters that are read here. */
export const OPENED_PARAMETERS: readonly string[] = [...PARTS, 'sort', 'rows', 'deck'];

/**
 * Reads what is open. `charts` are the slugs of the page's charts; `tables` tells which
 * columns each table of the page has, those of its charts and others.
 */
export function parseOpened(
  query: Query,
  {
    charts,
    tables,
  }: {
    readonly charts: readonly string[];
    readonly tables: ReadonlyMap<string, readonly string[]>;
  },
): { opened: Opened; corrections: readonly ParameterProblem[] } {
  const parts = readAddress(
    Object.fromEntries(
      PARTS.map((part) => [part, oneSlug(part === 'table' ? [...tables.keys()] : charts)]),
    ) as Record<Tab | Panel, Parameter<string | null>>,
    query,
  );
  const known = parts.values.table === null ? [] : (tables.get(parts.values.table) ?? []);
  const { values, problems } = readAddress(
    { sort: sortKeys(known), rows: ALL_ROWS, deck: collectedDeck },
    query,
  );
  return {
    opened: { ...parts.values, sort: values.sort, isWhole: values.rows, deck: values.deck },
    corrections: [...parts.problems, ...problems],
  };
}

/** The parameters that ask for it again. */
export function writeOpened({ sort, isWhole, deck, ...parts }: Opened): Record<string, string> {
  const asked = Object.entries(parts).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return {
    ...Object.fromEntries(asked),
    ...(sort.length > 0 ? { sort: toSortText(sort) } : {}),
    ...(isWhole ? { rows: 'all' } : {}),
    ...(deck ? { deck } : {}),
  };
}

const oneSlug = (slugs: readonly string[]): Parameter<string | null> => ({
  allowed: slugs,
  read: once<string | null>((slug) => (slugs.includes(slug) ? slug : undefined), null),
});

const ALL_ROWS: Parameter<boolean> = {
  allowed: ['all'],
  read: once<boolean>((text) => (text === 'all' ? true : undefined), false),
};

/** Encoded once more it has to leave room for the rest of an address. */
const LONGEST_DECK = 3000;

/** What stands behind the “?” of a deck's address. */
export const collectedDeck: Parameter<string> = {
  allowed: `A deck of more than ${LONGEST_DECK} characters takes charts on its own page, /deck.`,
  read: once((text) => (text.length <= LONGEST_DECK ? text : undefined), ''),
};

/** Where the deck that was collected so far has the chart at `address` too. */
export const toAddHref = (deck: string, address: string): string =>
  `/deck?${deck && `${deck}&`}add=${encodeURIComponent(address)}`;
