/**
 * What a view can be asked for by its address. Parameters are declared beside the
 * chart; pages, forms, downloads and tests read the declaration. A value that is
 * not on offer is replaced by the default and reported, never thrown.
 */
import type { Orm } from '@/db/connection';

import { TREND_PARAMETERS } from './trends';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** A heading that gathers options: "Data center & AI". */
  readonly group?: string;
  /** False for what is not offered but may be asked for by an address. */
  readonly isListed?: boolean;
  /** Parameters that do not go with this option; choosing it takes them out of the address. */
  readonly drops?: readonly string[];
}

export type Chosen = Readonly<Record<string, string>>;

export interface Choice {
  readonly label: string;
  /**
   * What is on offer, in the order of display, given what was chosen before it in
   * the order of declaration: the chips on offer depend on the list of holders.
   * `wanted` is what the address asks of the choices after it, unchecked, for
   * counts beside the options.
   */
  readonly list: (orm: Orm, chosen: Chosen, wanted: Chosen) => Promise<readonly Option[]>;
  /**
   * Reads a text of the visitor's own, such as words to search for, into the value
   * it stands for; null is none. Values need not be among the options then.
   */
  readonly parse?: (text: string, options: readonly Option[]) => string | null;
  /** The default, or where it depends on the data how to find it; the first option where it is absent or not on offer. */
  readonly preferred?: string | ((orm: Orm) => Promise<string>);
  /** The choice whose value decides what is on offer here; a new value there resets this one. */
  readonly follows?: string;
  /** Few options become links side by side, many a select. */
  readonly control: 'links' | 'select' | 'search';
  /** Choices of one panel share a form that folds away: "Filters". */
  readonly panel?: string;
}

export type Choices = Readonly<Record<string, Choice>>;

/** A choice among options that are known without asking. */
export function choice(label: string, options: readonly Option[]): Choice {
  return { label, control: 'links', list: async () => options };
}

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Correction {
  readonly parameter: string;
  readonly found: string;
  /** The value used instead; null where the parameter as such is unknown. */
  readonly used: string | null;
}

export interface OfferedChoice {
  readonly name: string;
  readonly label: string;
  readonly control: Choice['control'];
  readonly options: readonly Option[];
  readonly value: string;
  readonly fallback: string;
  readonly follows: string | null;
  readonly panel: string | null;
}

export interface ParsedChoices {
  readonly values: Readonly<Record<string, string>>;
  readonly offered: readonly OfferedChoice[];
  readonly corrections: readonly Correction[];
}

/** Reads the declared choices from a query; of a repeated parameter the first counts. */
export async function parseChoices(
  choices: Choices,
  query: Query,
  orm: Orm,
): Promise<ParsedChoices> {
  const corrections: Correction[] = [];
  const offered: OfferedChoice[] = [];
  const values: Record<string, string> = {};
  const asked = Object.fromEntries(
    Object.keys(choices).map((name) => [name, first(query[name]) ?? '']),
  );
  for (const [name, declared] of Object.entries(choices)) {
    const { label, control, list, parse, preferred, follows = null, panel = null } = declared;
    const known = await list(orm, values, asked);
    const preference = typeof preferred === 'function' ? await preferred(orm) : preferred;
    const isOffered = (value: string | undefined) => known.some((one) => one.value === value);
    const listed = known.filter(({ isListed = true }) => isListed);
    const fallback = (isOffered(preference) || parse ? preference : listed[0]?.value) ?? '';
    const found = query[name];
    const wanted = first(found);
    const read = (text: string) => (parse ? parse(text, known) : isOffered(text) ? text : null);
    const value = (wanted === undefined ? null : read(wanted)) ?? fallback;
    // A repeated parameter is a mistake even when its first value is on offer.
    if (wanted !== undefined && (value !== wanted || Array.isArray(found))) {
      corrections.push({ parameter: name, found: [found].flat().join(', '), used: value });
    }
    values[name] = value;
    const options = known.filter((one) => one.isListed !== false || one.value === value);
    offered.push({ name, label, control, options, value, fallback, follows, panel });
  }
  return { values, offered, corrections };
}

/** Parameters nobody declared. Marks that campaigns leave in addresses are nobody's mistake. */
export function listUnknownParameters(query: Query, known: readonly string[]): Correction[] {
  return Object.keys(query)
    .filter((name) => !known.includes(name) && !/^(utm_.*|fbclid|gclid|ref|_rsc)$/.test(name))
    .map((parameter) => ({ parameter, found: first(query[parameter]) ?? '', used: null }));
}

export function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

/**
 * The address of a view: defaults left out, parameters in the order of
 * declaration, so that one view has one address.
 */
export function toHref(path: string, parameters: Readonly<Record<string, string | null>>): string {
  const place = (name: string) => (TREND_PARAMETERS as readonly string[]).indexOf(name);
  return writeAddress(
    path,
    Object.entries(parameters)
      .filter((entry): entry is [string, string] => entry[1] !== null)
      .sort(([a], [b]) => place(a) - place(b)),
  );
}

/** A path with parameters in the order given; the path alone where there are none. */
export function writeAddress(path: string, parameters: [name: string, value: string][]): string {
  // Readable addresses: "~" parts the values of a list and needs no escape.
  const search = new URLSearchParams(parameters).toString().replaceAll('%7E', '~');
  return search ? `${path}?${search}` : path;
}

/**
 * The same address without what a form sends although it is empty or the default;
 * null where there is nothing to leave out.
 */
export function toTidyHref(
  path: string,
  query: Query,
  offered: readonly Pick<OfferedChoice, 'name' | 'fallback'>[],
): string | null {
  const fallbacks = new Map(offered.map(({ name, fallback }) => [name, fallback]));
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one ?? '']),
  );
  const kept = given.filter(([name, value]) => value !== '' && value !== fallbacks.get(name));
  return kept.length === given.length ? null : writeAddress(path, kept);
}

/** The parameters of a view that differ from their defaults. */
export function toCanonical(offered: readonly OfferedChoice[]): Record<string, string> {
  return Object.fromEntries(
    offered
      .filter(({ value, fallback }) => value !== fallback)
      .map(({ name, value }) => [name, value]),
  );
}
