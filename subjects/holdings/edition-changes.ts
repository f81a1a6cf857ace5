/**
 * What changed between two editions of the index that a page names: who entered, who left,
 * which counts became others. Rows are compared by organization, chip and status.
 */

import { ALL, type Option } from '@/address/choices';
import { named, type ParameterProblem, type Query, readAddress } from '@/address/parameters';
import type { Orm } from '@/db/orm';
import { fitsFilter, type HoldingFilter, matchesWords } from './filter';
import {
  formatEdition,
  listCompleteEditions,
  readChipTree,
  readHoldings,
  toListSlug,
} from './holder-lists';
import type { NamedHolding } from './queries';

export interface EditionView extends EditionComparison {
  /** The newer edition: the list on show. */
  readonly list: string;
  /** "Aug 2026". */
  readonly label: string;
  /** The older edition. */
  readonly from: string;
  readonly fromLabel: string;
  /** Whether only some of the list is compared, as the page's filters choose. */
  readonly isFiltered: boolean;
  /** Editions to start from, newest first; the first one is the default. */
  readonly options: readonly Option[];
}

/**
 * The comparison that `from=` asks for, of what the filter chooses but for its status:
 * plans change too. Null where the list on show is no edition known as a whole, or the
 * first one.
 */
export async function getEditionView(
  orm: Orm,
  list: string,
  query: Query,
  filter: HoldingFilter,
): Promise<{ view: EditionView | null; corrections: readonly ParameterProblem[] }> {
  const editions = await listCompleteEditions(orm);
  const index = editions.findIndex((one) => toListSlug(one) === list);
  const options = editions
    .slice(index + 1)
    .map((one) => ({ value: toListSlug(one), label: formatEdition(one) }));
  const offered = index < 0 ? [] : options;
  const { values, problems } = readAddress(
    { from: named(offered, ({ value }) => value, offered[0]) },
    query,
  );
  const { from } = values;
  if (!from) return { view: null, corrections: problems };
  const [older, newer, tree] = await Promise.all([
    readHoldings(orm, from.value),
    readHoldings(orm, list),
    readChipTree(orm),
  ]);
  const wanted = { ...filter, status: ALL };
  const isAsked = (row: NamedHolding) => fitsFilter(row, wanted, tree) && matchesWords(row, filter);
  return {
    view: {
      ...compareEditions(older, newer, isAsked),
      isFiltered: [...older, ...newer].some((row) => !isAsked(row)),
      ...{ list, label: formatEdition(editions[index]!), options },
      ...{ from: from.value, fromLabel: from.label },
    },
    corrections: problems,
  };
}

export interface EditionChange {
  readonly change: 'entered' | 'left' | 'more' | 'fewer';
  readonly organization: string;
  readonly organization_name: string;
  readonly chip: string;
  readonly chip_name: string;
  readonly status: NamedHolding['status'];
  /** null: not in the older edition. */
  readonly before: number | null;
  /** null: not in the newer edition. */
  readonly after: number | null;
}

interface EditionComparison {
  /** Largest difference first. */
  readonly changes: readonly EditionChange[];
  /** Organization, chip and status with the same count in both. */
  readonly unchanged: number;
  /** The chip to which the comparison keeps, because one of the editions lists no other. */
  readonly onlyChip: string | null;
}

/**
 * Compares two complete lists; the newer one is what `after` speaks of. `isAsked` tells
 * of which rows; which chips an edition lists is read from all of them.
 */
export function compareEditions(
  older: readonly NamedHolding[],
  newer: readonly NamedHolding[],
  isAsked: (row: NamedHolding) => boolean = () => true,
): EditionComparison {
  const onlyChip = findOnlyChip(older) ?? findOnlyChip(newer);
  const fits = (row: NamedHolding) =>
    isAsked(row) && (onlyChip === null || row.chip_name === onlyChip);
  const before = sumByHolder(older.filter(fits));
  const after = sumByHolder(newer.filter(fits));
  const changes: EditionChange[] = [];
  let unchanged = 0;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(key), after.get(key)];
    if (old?.accelerators === now?.accelerators) {
      unchanged += 1;
      continue;
    }
    const { organization, organization_name, chip, chip_name, status } = (now ?? old)!.row;
    changes.push({
      change: toChange(old?.accelerators, now?.accelerators),
      ...{ organization, organization_name, chip, chip_name, status },
      before: old?.accelerators ?? null,
      after: now?.accelerators ?? null,
    });
  }
  const size = ({ before, after }: EditionChange) => Math.abs((after ?? 0) - (before ?? 0));
  changes.sort(
    (a, b) => size(b) - size(a) || a.organization_name.localeCompare(b.organization_name),
  );
  return { changes, unchanged, onlyChip };
}

/** The charts of 2022 to 2024 show A100 alone; silence on other chips says nothing there. */
function findOnlyChip(rows: readonly NamedHolding[]): string | null {
  const chips = new Set(rows.map(({ chip_name }) => chip_name));
  return chips.size === 1 ? [...chips][0]! : null;
}

function sumByHolder(rows: readonly NamedHolding[]) {
  const sums = new Map<string, { row: NamedHolding; accelerators: number }>();
  for (const row of rows) {
    const key = [row.organization, row.chip, row.status].join(' ');
    const found = sums.get(key);
    if (found) found.accelerators += row.accelerators;
    else sums.set(key, { row, accelerators: row.accelerators });
  }
  return sums;
}

function toChange(before?: number, after?: number): EditionChange['change'] {
  if (before === undefined) return 'entered';
  if (after === undefined) return 'left';
  return after > before ? 'more' : 'fewer';
}
