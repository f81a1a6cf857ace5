/**
 * The snapshot that an address names, and the links of what is shown as it was. They lead to
 * charts, tables and evidence of the same snapshot: a figure of then with a source of now
 * would be told apart by nobody.
 */
import { withParameters } from './href';
import { once, type Parameter, type Query, readAddress } from './parameters';

/** Id of a snapshot, kept or not; empty: the present figures are asked for. */
export const snapshotParameter = {
  meaning: 'Id of a kept snapshot, for the figures as they were.',
  schema: { type: 'string', pattern: '^[0-9a-f]{12}$' },
  allowed: 'Use one kept snapshot.',
  read: once((text) => text, '', String),
} as const satisfies Parameter<string>;

/** Null: the present figures are asked for. */
export function readSnapshotId(query: Query): string | null {
  return readAddress({ snapshot: snapshotParameter }, query).values.snapshot || null;
}

/** The same address with the figures of that snapshot; null: with the present ones. */
export function toFrozenHref(href: string, snapshot: string | null): string {
  if (snapshot === null || !CAN_BE_FROZEN.test(href)) return href;
  return withParameters(href, { snapshot });
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
