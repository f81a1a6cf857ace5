/**
 * Publishers' names → ours. A name that the table does not know is never guessed: it is
 * collected with the nearest known one, and the row that needs it is left out.
 */
import type { CsvRow } from '../contract';
import { suggest } from '../suggest';

export interface UnknownName {
  readonly kind: string;
  readonly name: string;
  /** Rows that need it. */
  readonly rows: number;
  /** The nearest name of the publisher that the table knows, and what it stands for. */
  readonly suggestion: { readonly name: string; readonly ours: string } | null;
}

export interface Names {
  /**
   * Our name for the first candidate that the table knows. Null, where the table says to
   * ignore it, or where none is known; then the last candidate counts as unknown.
   */
  find(kind: string, ...candidates: readonly [string, ...string[]]): string | null;
  /** Likewise, for what need not have a name: an unknown candidate is no problem. */
  findIfAny(kind: string, ...candidates: readonly [string, ...string[]]): string | null;
  /** Whether the table says to ignore a name; one that it does not know is not ignored. */
  isIgnored(kind: string, name: string): boolean;
  /** Unknown names so far, the most frequent first. */
  listUnknown(): UnknownName[];
  /** Reasons for ignoring names that came up, with the names, in the order they came. */
  listIgnored(): { readonly reason: string; readonly names: readonly string[] }[];
}

/** Names of one publisher's list; `ours` gives what each kind may stand for. */
export function createNames(
  table: readonly CsvRow[],
  upstream: string,
  oursOf: (kind: string) => readonly string[],
): Names {
  const own = table.filter((row) => row.upstream === upstream);
  const known = new Map(own.map((row) => [toKey(row.kind ?? '', row.name ?? ''), row]));
  const unknown = new Map<string, { kind: string; name: string; rows: number }>();
  const ignored = new Map<string, Set<string>>();

  function look(kind: string, candidates: readonly string[]): CsvRow | null {
    for (const name of candidates) {
      const row = known.get(toKey(kind, name));
      if (!row) continue;
      if (row.ignored) {
        const names = ignored.get(row.ignored) ?? new Set();
        ignored.set(row.ignored, names.add(name));
      }
      return row;
    }
    return null;
  }

  return {
    find(kind, ...candidates) {
      const row = look(kind, candidates);
      if (row) return row.ours || null;
      const name = candidates.at(-1) ?? '';
      const key = toKey(kind, name);
      unknown.set(key, { kind, name, rows: (unknown.get(key)?.rows ?? 0) + 1 });
      return null;
    },
    findIfAny: (kind, ...candidates) => look(kind, candidates)?.ours || null,
    isIgnored: (kind, name) => Boolean(look(kind, [name])?.ignored),
    listUnknown: () =>
      [...unknown.values()]
        .toSorted((a, b) => b.rows - a.rows)
        .map((one) => ({ ...one, suggestion: suggestFor(one.kind, one.name) })),
    listIgnored: () => [...ignored].map(([reason, names]) => ({ reason, names: [...names] })),
  };

  function suggestFor(kind: string, name: string): UnknownName['suggestion'] {
    const ofKind = own.filter((row) => row.kind === kind && row.ours);
    const near = suggest(
      name,
      ofKind.map((row) => row.name ?? ''),
    );
    const row = ofKind.find((one) => one.name === near);
    if (row) return { name: row.name ?? '', ours: row.ours ?? '' };
    const ours = suggest(name, oursOf(kind));
    return ours === null ? null : { name: ours, ours };
  }
}

function toKey(kind: string, name: string): string {
  return `${kind}\n${name.trim().replace(/\s+/g, ' ').toLowerCase()}`;
}
