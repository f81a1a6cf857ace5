/**
 * What a tool is: what may be asked of it, declared like the parameters of an address, and how
 * the answer is made. Wrong arguments are refused in the words that addresses are refused in.
 */
import {
  listUnknownParameters,
  type Parameters,
  type Query,
  readAddress,
  type Schema,
} from '@/address/parameters';
import { shorten, wordRefusal } from '@/address/word-problem';
import type { SitePage } from '@/catalog/search';
import type { Tracker } from '@/db/connection';

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** When to use it, for the assistant. */
  readonly description: string;
  readonly parameters: Parameters;
  /** An argument that holds further ones by name, which the chart or dataset declares itself. */
  readonly further?: { readonly name: string; readonly meaning: string };
  /** What `structured` holds. */
  readonly output: Schema;
  /** Throws `Refused` for what cannot be answered. */
  readonly answer: (asked: AskedOfTool, context: Context) => Promise<ToolAnswer>;
}

interface AskedOfTool {
  /** What was asked for, and the defaults, as addresses spell them. */
  readonly texts: Readonly<Record<string, string>>;
  readonly further: Query;
}

export interface Context {
  readonly tracker: Tracker;
  /** The pages of the site, which the search finds by their names. */
  readonly pages: readonly SitePage[];
}

interface ToolAnswer {
  readonly structured: Readonly<Record<string, unknown>>;
  readonly png?: Uint8Array;
}

/** What cannot be answered, in a sentence for the one who asks. */
export class Refused extends Error {}

/** The schema of a tool’s arguments, from its declared parameters. */
export function toInputSchema({ parameters, further }: Tool) {
  const declared = Object.entries(parameters).map(([name, { meaning, schema }]) => [
    name,
    { type: 'string', ...schema, ...(meaning && { description: meaning }) },
  ]);
  const open = further && {
    [further.name]: {
      type: 'object',
      description: further.meaning,
      additionalProperties: { type: ['string', 'number', 'boolean'] },
    },
  };
  return {
    type: 'object' as const,
    properties: { ...Object.fromEntries(declared), ...open },
    required: Object.entries(parameters).flatMap(([name, one]) => (one.required ? [name] : [])),
    additionalProperties: false,
  };
}

/** Reads arguments; throws `Refused` with a sentence for each that does not work. */
export function readArguments(tool: Tool, given: Readonly<Record<string, unknown>>): AskedOfTool {
  const { parameters, further } = tool;
  const { [further?.name ?? '']: inner = {}, ...own } = given;
  const query = toTexts(own);
  const unknown = listUnknownParameters(query, [
    ...Object.keys(parameters),
    ...(further ? [further.name] : []),
  ]);
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) {
    throw new Refused(`${further?.name}: use an object of names and values.`);
  }
  const { texts, problems } = readAddress(parameters, query);
  const all = [...unknown, ...problems];
  if (all.length > 0) throw new Refused(all.map(wordRefusal).join(' '));
  return { texts, further: toTexts(inner as Readonly<Record<string, unknown>>) };
}

/** Arguments as an address would have them; null asks for nothing. */
function toTexts(given: Readonly<Record<string, unknown>>): Query {
  const texts = Object.entries(given).map(([name, value]) => {
    const all = [value ?? []].flat();
    if (all.length > MOST_VALUES || !all.every(isPlain)) {
      throw new Refused(`${shorten(name)}: use a text, a number, or a short list of texts.`);
    }
    return [name, all.length === 1 ? String(all[0]) : all.map(String)] as const;
  });
  if (texts.length > MOST_VALUES) throw new Refused(`Give at most ${MOST_VALUES} values.`);
  return Object.fromEntries(texts.filter(([, text]) => text.length > 0));
}

const MOST_VALUES = 50;

const isPlain = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) && String(value).length <= LONGEST;

/** No value of an address is longer. */
const LONGEST = 1000;
