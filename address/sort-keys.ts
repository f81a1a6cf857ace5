/** A sorting by several columns, as addresses and headers of tables have it. */

import { onceSpaced, type Parameter } from './parameters';

export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** A sorting by some of these columns, `-accelerators~organization`; without it as preferred. */
export function sortKeys(
  columns: readonly string[],
  preferred: readonly SortKey[] = [],
): Parameter<readonly SortKey[]> {
  return {
    meaning:
      'Columns joined by `~`, with `-` before those from the largest down: `-launch_date~name` of chips.',
    schema: { type: 'string', examples: [columns.slice(0, 2).join('~'), `-${columns.at(-1)}`] },
    allowed: `Use names of columns, joined by "~", with "-" before those from the largest down: ${columns.join(', ')}.`,
    read: onceSpaced<readonly SortKey[]>(
      (text) => {
        const sort = parseSortText(text, columns);
        return sort.length > 0 ? sort : undefined;
      },
      preferred,
      toSortText,
    ),
  };
}

/** Unknown and repeated columns are left out. */
function parseSortText(text: string, columns: readonly string[]): SortKey[] {
  const keys = new Map<string, SortKey>();
  for (const part of text.split('~')) {
    const column = part.replace(/^-/, '');
    if (columns.includes(column) && !keys.has(column)) {
      keys.set(column, { column, descending: part.startsWith('-') });
    }
  }
  return [...keys.values()];
}

/** A sorting as an address has it; empty where nothing is sorted. */
export function toSortText(sort: readonly SortKey[]): string {
  return sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join('~');
}

/**
 * The sorting after a click on a column's header: the column leads, then the other
 * way round, then no more; what led before decides between equals.
 */
export function turnSort(
  sort: readonly SortKey[],
  column: string,
  { descendingFirst }: { descendingFirst: boolean },
): readonly SortKey[] {
  const [lead] = sort;
  const others = sort.filter((key) => key.column !== column);
  if (lead?.column !== column) {
    return [{ column, descending: descendingFirst }, ...others].slice(0, MOST_SORT_KEYS);
  }
  const turned = { column, descending: !descendingFirst };
  return lead.descending === descendingFirst ? [turned, ...others] : others;
}

// A fourth never decides anything that a reader would notice.
const MOST_SORT_KEYS = 3;

/** What a header says of its column: "↓", or "↓₁" where several columns decide; empty: nothing. */
export function toSortMark(sort: readonly SortKey[], column: string): string {
  const place = sort.findIndex((key) => key.column === column);
  const key = sort[place];
  if (!key) return '';
  const rank = sort.length > 1 ? (['₁', '₂', '₃'][place] ?? '') : '';
  return `${key.descending ? '↓' : '↑'}${rank}`;
}

/** For `aria-sort`: only the leading column is sorted, the others settle its ties. */
export function toSortState(
  [lead]: readonly SortKey[],
  column: string,
): 'ascending' | 'descending' | undefined {
  if (lead?.column !== column) return undefined;
  return lead.descending ? 'descending' : 'ascending';
}
