/** Addresses as links spell them, and their parameters read back. */
import type { Query } from './parameters';
import { MARK_PARAMETERS, TREND_PARAMETERS } from './trends';

/**
 * The address of a view: defaults left out, parameters in the order of
 * declaration, so that one view has one address.
 */
export function toHref(path: string, parameters: Readonly<Record<string, string | null>>): string {
  const place = (name: string) => LAST.indexOf(name);
  return writeAddress(
    path,
    Object.entries(parameters)
      .filter((entry): entry is [string, string] => entry[1] !== null)
      .sort(([a], [b]) => place(a) - place(b)),
  );
}

const LAST: readonly string[] = [...TREND_PARAMETERS, ...MARK_PARAMETERS];

/** Between texts of a visitor's own in one value: an address repeats the name for each. */
export const LINE_BREAK = '\n';

/** A path with parameters in the order given; the path alone where there are none. */
export function writeAddress(path: string, parameters: [name: string, value: string][]): string {
  // Readable addresses: "~" parts the values of a list and needs no escape.
  const pairs = parameters.flatMap(([name, value]) =>
    value.split(LINE_BREAK).map((text) => [name, text]),
  );
  const search = new URLSearchParams(pairs).toString().replaceAll('%7E', '~');
  return search ? `${path}?${search}` : path;
}

/** The parameters of a query, one each time that it is named. */
export function listEntries(query: Query): [name: string, value: string][] {
  return Object.entries(query).flatMap(([name, value = []]) =>
    [value].flat().map((text): [string, string] => [name, text]),
  );
}

/** What a form may send of a parameter although it asks for nothing. */
interface Tidied {
  readonly name: string;
  /** The value of an address without it. */
  readonly fallback?: string;
  /** Values that the form repeats and the address joins; all of them ask for nothing. */
  readonly list?: readonly string[];
}

/**
 * The same address without what a form sends although it is empty or the default, and with
 * its lists joined; null where it is spelled so already.
 */
export function toTidyHref(path: string, query: Query, tidied: readonly Tidied[]): string | null {
  const known = new Map(tidied.map((one) => [one.name, one]));
  const asked = Object.entries(query).map(([name, value = '']) => ({
    name,
    given: [value].flat(),
  }));
  const kept = asked.flatMap(({ name, given }): [string, string][] => {
    const { fallback = '', list } = known.get(name) ?? {};
    const texts = given.filter((text) => text !== '' && text !== fallback);
    if (!list || texts.length < 2) return texts.map((text) => [name, text]);
    return list.every((one) => texts.includes(one)) ? [] : [[name, texts.join('~')]];
  });
  return kept.length === asked.flatMap(({ given }) => given).length
    ? null
    : writeAddress(path, kept);
}

/** The parameters of an address, whole or from its path or its "?" on, in its order. */
export function listParameters(address: string): [name: string, value: string][] {
  return [...new URL(address, ANY_SITE).searchParams];
}

const ANY_SITE = 'http://any.example';

/** The same in the shape that pages get them in: repeated parameters become lists. */
export function toQuery(address: string): Query {
  const query = new Map<string, string[]>();
  for (const [name, value] of listParameters(address)) {
    query.set(name, [...(query.get(name) ?? []), value]);
  }
  return Object.fromEntries(
    [...query].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

/**
 * Path and query with these values in place of others under the same names, or behind the
 * rest; null takes a parameter out.
 */
export function withParameters(
  address: string,
  values: Readonly<Record<string, string | null>>,
): string {
  const { pathname, searchParams, hash } = new URL(address, ANY_SITE);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) searchParams.delete(name);
    else searchParams.set(name, value);
  }
  return `${writeAddress(pathname, [...searchParams])}${hash}`;
}
