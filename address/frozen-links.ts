/**
 * Links of what is shown as it was. They lead to charts, tables and evidence of the same
 * snapshot: a figure of then with a source of now would be told apart by nobody.
 */

/** The same address with the figures of that snapshot; null: with the present ones. */
export function toFrozenHref(href: string, snapshot: string | null): string {
  if (snapshot === null || !CAN_BE_FROZEN.test(href)) return href;
  const { pathname, searchParams, hash } = new URL(href, 'http://any.example');
  if (searchParams.get('snapshot') === snapshot) return href;
  const search = href.slice(0, href.length - hash.length).split('?')[1];
  return `${pathname}?${search ? `${search}&` : ''}snapshot=${snapshot}${hash}`;
}

// Other pages bring figures of several kinds together and show the present ones.
const CAN_BE_FROZEN = /^\/(calculators|charts|datasets|evidence)\/[^/]/;

/** A copy in which every link, however deep, leads to that snapshot. */
export function freezeLinks<T>(value: T, snapshot: string): T {
  return freeze(value, snapshot) as T;
}

function freeze(value: unknown, snapshot: string): unknown {
  if (Array.isArray(value)) return value.map((one) => freeze(one, snapshot));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      typeof one === 'string' && LINKS.has(name)
        ? toFrozenHref(one, snapshot)
        : freeze(one, snapshot),
    ]),
  );
}

const LINKS = new Set(['href', 'evidence']);

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
