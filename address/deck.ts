/**
 * A deck by its address: charts in their order, each with its view, a title and notes.
 * `/deck?charts=market-share,market=jpr-aib-desktop,series=nvidia,series=amd~chip-prices`:
 * charts are joined by `~` as lists are everywhere, the choices of one by `,`, and a list
 * among them repeats its name, so that people can read it and mail leaves it as it is.
 */
import { LINE_BREAK, listParameters } from './href';
import {
  type Parameter,
  type Parameters,
  type Query,
  readAddress,
  wholeNumber,
  words,
} from './parameters';

export const MOST_CHARTS = 20;
export const LONGEST_NOTE = 500;

/** A chart as a deck holds it: its name, and what its view differs in from the one it opens with. */
export interface DeckEntry {
  readonly slug: string;
  /** A kept snapshot too, under its name. */
  readonly choices: Readonly<Record<string, string>>;
}

export interface DeckAddress {
  readonly charts: readonly DeckEntry[];
  /** Empty: none was given. */
  readonly title: string;
  /** Of each chart by its place; an empty one, or none there: nothing was noted. */
  readonly notes: readonly string[];
}

const HOW = `Join charts by “~” and the choices of one by “,”: market-share~nvidia-data-center-revenue,view=growth-year. At most ${MOST_CHARTS} charts.`;

/** What a deck is, of its page and of its files. */
export const deckParameters = {
  charts: {
    meaning: `Charts in their order, joined by \`~\`, at most ${MOST_CHARTS}; behind each, after commas, what its own address says: \`market-share~nvidia-data-center-revenue,view=growth-year\`. A list repeats its name: \`series=nvidia,series=amd\`.`,
    schema: {
      type: 'string',
      examples: [
        'market-share~nvidia-data-center-revenue',
        'market-share~nvidia-data-center-revenue,view=growth-year',
      ],
    },
    allowed: HOW,
    read: (texts) => {
      const asked = texts.flatMap((text) => text.split(BETWEEN_CHARTS)).filter(Boolean);
      const read = asked.map((text) => ({ text, entry: parseEntry(text) }));
      const known = read.flatMap(({ entry }) => (entry ? [entry] : []));
      const value = known.slice(0, MOST_CHARTS);
      const wrong = read.flatMap(({ text, entry }) => (entry ? [] : [text]));
      const beyond = known.slice(MOST_CHARTS).map(writeEntry);
      return { value, text: writeCharts(value), wrong: [...wrong, ...beyond] };
    },
  },
  title: words('The title of the deck.'),
  notes: {
    meaning: `The author’s note on each chart, in their order: repeated, empty for none. Up to ${LONGEST_NOTE} characters each.`,
    schema: {
      type: 'array',
      items: { type: 'string', maxLength: LONGEST_NOTE },
      maxItems: MOST_CHARTS,
    },
    allowed: `Use at most ${LONGEST_NOTE} characters for each note, and at most ${MOST_CHARTS} notes.`,
    readsEmpty: true,
    read: (texts) => {
      const plain = texts.map((text) => text.replaceAll(/\r\n?/g, '\n').trim());
      const value = plain.slice(0, MOST_CHARTS).map((text) => text.slice(0, LONGEST_NOTE));
      return { value, text: '', wrong: plain.filter((text, at) => text !== value[at]) };
    },
  },
} as const satisfies Parameters & {
  charts: Parameter<readonly DeckEntry[]>;
  notes: Parameter<readonly string[]>;
};

/** A file without charts is none. */
export const deckFileParameters = {
  ...deckParameters,
  charts: { ...deckParameters.charts, required: true },
} as const satisfies Parameters;

const place = (meaning: string) => wholeNumber(meaning, { min: 1, max: MOST_CHARTS });

/** What its page does to it: the address that it leads to says no more of them. */
export const deckEdits = {
  add: {
    allowed: 'Use the address of a chart’s page: /charts/market-share.',
    read: (texts) => {
      const read = texts.map((text) => ({ text, entry: parseChartAddress(text.trim()) }));
      return {
        value: read.flatMap(({ entry }) => (entry ? [entry] : [])),
        text: '',
        wrong: read.flatMap(({ text, entry }) => (entry ? [] : [text])),
      };
    },
  },
  up: place('The place of a chart that moves up by one.'),
  down: place('The place of a chart that moves down by one.'),
  remove: place('The place of a chart to leave out.'),
} as const satisfies Parameters & { add: Parameter<readonly DeckEntry[]> };

/**
 * The deck as its edits leave it; null where the address has none. Who is there already is not
 * added again, and what there is no room for is left out.
 */
export function editDeck(deck: DeckAddress, query: Query): DeckAddress | null {
  if (!Object.keys(deckEdits).some((name) => name in query)) return null;
  const { add, up, down, remove } = readAddress(deckEdits, query).values;
  const there = new Set(deck.charts.map(writeEntry));
  const parts = [
    ...deck.charts.map((chart, at) => ({ chart, note: deck.notes[at] ?? '' })),
    ...add.filter((chart) => !there.has(writeEntry(chart))).map((chart) => ({ chart, note: '' })),
  ].slice(0, MOST_CHARTS);
  const swap = (one: number) => {
    if (one >= 1 && one < parts.length)
      parts.splice(one - 1, 2, ...parts.slice(one - 1, one + 1).reverse());
  };
  if (up !== null) swap(up - 1);
  if (down !== null) swap(down);
  if (remove !== null) parts.splice(remove - 1, 1);
  return {
    charts: parts.map(({ chart }) => chart),
    title: deck.title,
    notes: parts.map(({ note }) => note),
  };
}

/** The address of a deck’s page. */
export function toDeckHref({ charts, title, notes }: DeckAddress): string {
  const last = notes.findLastIndex((note) => note !== '');
  const query = new URLSearchParams([
    ...(charts.length > 0 ? [['charts', writeCharts(charts)]] : []),
    ...(title ? [['title', title]] : []),
    // A note may have several lines.
    ...notes.slice(0, last + 1).map((note) => ['notes', note]),
  ]);
  // These may be in a query as they are, and read better so.
  const text = query.toString().replaceAll(/%(2C|3D|7E)/g, decodeURIComponent);
  return text ? `/deck?${text}` : '/deck';
}

const BETWEEN_CHARTS = '~';
const BETWEEN_CHOICES = ',';

export const writeCharts = (charts: readonly DeckEntry[]): string =>
  charts.map(writeEntry).join(BETWEEN_CHARTS);

export function writeEntry({ slug, choices }: DeckEntry): string {
  const parts = Object.entries(choices).flatMap(([name, value]) =>
    value.split('~').map((one) => `${name}=${one.replaceAll(/[%,]/g, encodeURIComponent)}`),
  );
  return [slug, ...parts].join(BETWEEN_CHOICES);
}

/** Null for what is spelled like no chart. */
function parseEntry(text: string): DeckEntry | null {
  const [slug = '', ...parts] = text.split(BETWEEN_CHOICES);
  const pairs = parts.map((part) => {
    const at = Math.max(0, part.indexOf('='));
    return [part.slice(0, at), decode(part.slice(at + 1))] as const;
  });
  const isRead = pairs.every(([name, value]) => name !== '' && value !== null);
  if (!SLUG.test(slug) || !isRead) return null;
  return {
    slug,
    choices: joinLists(
      pairs.map(([name, value]) => [name, value ?? '']),
      '~',
    ),
  };
}

/** The chart that an address of this site leads to, whole or from its path on, with its choices. */
export function parseChartAddress(address: string): DeckEntry | null {
  const [, slug] =
    /^(?:https?:\/\/[^/?#]*)?\/(?:charts|embed)\/([a-z0-9-]+)(?=[?#]|$)/.exec(address) ?? [];
  if (!slug) return null;
  // Addresses repeat a name for texts of a reader's own; their lists are in one value.
  const pairs = listParameters(address.replace(/^\w+:\/\/[^/]*/, ''));
  return { slug, choices: joinLists(pairs, LINE_BREAK) };
}

const SLUG = /^[a-z0-9-]+$/;

function joinLists(
  pairs: readonly (readonly [string, string])[],
  joint: string,
): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : before + joint + value);
  }
  return Object.fromEntries(joined);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
