/**
 * Organizations side by side, one list after the other: the same list for all of
 * them, or nothing is said. Counts of different lists never meet.
 */

import type { FigureKind } from '@/units/figure-kind';
import { toKindOf } from '@/views/row-kind';
import type { ChipTree } from './chip-tree';
import { toCountedHref } from './counted-rows';
import { splitCounted } from './exclusion';
import { NO_FILTER } from './filter';
import { formatList, listFamilies, toListSlug } from './holder-lists';
import type { HolderList, NamedHolding } from './queries';
import { buildRanking, type Holder } from './ranking';

interface ComparedChip {
  readonly chip: string;
  readonly name: string;
  /** Accelerators in operation, in the order of the organizations; null: the list has none. */
  readonly counts: readonly (number | null)[];
  /** Where the rows of each count stand. */
  readonly evidence: readonly (string | null)[];
}

export interface ListComparison extends Pick<HolderList, 'family' | 'edition'> {
  readonly list: string;
  readonly label: string;
  /** The chip held most first. */
  readonly chips: readonly ComparedChip[];
  /** What `equivalents` are: as the list states them, else by 16-bit rate. */
  readonly unitName: 'h100e-stated' | 'h100e-16bit';
  /** H100-equivalents, in the order of the organizations. */
  readonly equivalents: readonly (Holder | null)[];
  readonly equivalentsEvidence: readonly (string | null)[];
  /** Announced and being built, accelerators. */
  readonly coming: readonly number[];
  readonly comingEvidence: readonly (string | null)[];
  /** Of all these counts: a list counts in one way. */
  readonly kind: FigureKind;
}

/** Compares in each list that has at least one of the organizations; others are left out. */
export function compareInLists(
  organizations: readonly string[],
  lists: readonly { readonly list: HolderList; readonly rows: readonly NamedHolding[] }[],
  tree: ChipTree,
): ListComparison[] {
  return lists.flatMap(({ list, rows }) => {
    const own = rows.filter(({ organization }) => organizations.includes(organization));
    if (own.length === 0 || !listFamilies[list.family].isAddable) return [];
    // Parts are parts whoever holds the whole, so the whole list decides what counts.
    const { counted } = splitCounted(rows);
    const ours = counted.filter(({ organization }) => organizations.includes(organization));
    const unit = listFamilies[list.family].unit === 'h100e-stated' ? 'h100e-stated' : 'h100e-16bit';
    const { holders } = buildRanking({
      ...{ rows: ours, tree, addable: true, group: 'organization', unit },
      filter: { ...NO_FILTER, status: 'operational' },
      minimum: 0,
    });
    const toEvidence = ([first, ...others]: readonly NamedHolding[]) =>
      first ? toCountedHref([first, ...others], rows) : null;
    const known = organizations.map((slug) => holders.find(({ key }) => key === slug) ?? null);
    const coming = organizations.map((slug) =>
      ours.filter((row) => row.organization === slug && row.status !== 'operational'),
    );
    return [
      {
        list: toListSlug(list),
        family: list.family,
        edition: list.edition,
        label: formatList(list),
        chips: listChips(organizations, ours, toEvidence),
        unitName: unit,
        equivalents: known,
        equivalentsEvidence: known.map((holder) => toEvidence(holder?.rows ?? [])),
        coming: coming.map(sum),
        comingEvidence: coming.map(toEvidence),
        kind: toKindOf(ours),
      },
    ];
  });
}

function listChips(
  organizations: readonly string[],
  rows: readonly NamedHolding[],
  toEvidence: (rows: readonly NamedHolding[]) => string | null,
): ComparedChip[] {
  const running = rows.filter(({ status }) => status === 'operational');
  const chips = new Map(running.map(({ chip, chip_name }) => [chip, chip_name]));
  return [...chips]
    .map(([chip, name]) => {
      const own = organizations.map((slug) =>
        running.filter((row) => row.chip === chip && row.organization === slug),
      );
      return {
        ...{ chip, name },
        counts: own.map((some) => (some.length > 0 ? sum(some) : null)),
        evidence: own.map(toEvidence),
      };
    })
    .sort((a, b) => Math.max(...b.counts.map(Number)) - Math.max(...a.counts.map(Number)));
}

const sum = (rows: readonly NamedHolding[]): number =>
  rows.reduce((total, { accelerators }) => total + accelerators, 0);
