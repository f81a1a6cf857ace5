/** Addresses as links spell them. */
import type { OfferedChoice } from './choices';
import type { Query } from './parameters';
import { TREND_PARAMETERS } from './trends';

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
