/**
 * Which rows of a selection stay out of its sums, and why, and the address of those inside.
 * An accelerator is counted once: with its owner where the list has the owner, else with
 * whoever uses it.
 */

import { group } from 'd3-array';
import { toEvidenceHref, toRowsHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { CellValue } from '@/units/table';
import type { NamedHolding } from './queries';

export interface LeftOut {
  readonly row: NamedHolding;
  readonly reason: string;
}

/**
 * The rows to add and those left out, both in the order given. `list` holds the
 * wholes that rows may be parts of, where it is more than the rows. Rows of a list
 * that is not `addable` stand alone, so only what is gone is left out of it.
 */
export function splitCounted(
  rows: readonly NamedHolding[],
  { list = rows, addable = true }: { list?: readonly NamedHolding[]; addable?: boolean } = {},
): {
  counted: NamedHolding[];
  leftOut: LeftOut[];
} {
  const bySlug = nameRows(list);
  const members = new Set(
    rows.flatMap((row) =>
      row.part_of && row.counts === 'stock' ? toMember(row.part_of, row) : [],
    ),
  );
  const counted: NamedHolding[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of rows) {
    const reason =
      goneReasons[row.status] ?? (addable ? explainExclusion(row, members, bySlug) : null);
    if (reason === null) counted.push(row);
    else leftOut.push({ row, reason });
  }
  return { counted, leftOut };
}

// A list is split for every option of every choice.
const named = new WeakMap<readonly NamedHolding[], ReadonlyMap<string, NamedHolding>>();

function nameRows(list: readonly NamedHolding[]): ReadonlyMap<string, NamedHolding> {
  const known = named.get(list) ?? new Map(list.map((row) => [row.holding, row]));
  named.set(list, known);
  return known;
}

const goneReasons: Readonly<Partial<Record<NamedHolding['status'], string>>> = {
  retired: 'switched off since, says the source',
  'given-up': 'a plan that was given up',
};

/** Whether the source says that the machines, or the plan, are no more. */
export function isGone({ status }: Pick<NamedHolding, 'status'>): boolean {
  return status in goneReasons;
}

/** Null where the row belongs in a sum. */
function explainExclusion(
  row: NamedHolding,
  members: ReadonlySet<string>,
  bySlug: ReadonlyMap<string, NamedHolding>,
): string | null {
  if (row.counts === 'programme') {
    // Without its members a program is all that is known of their machines.
    return members.has(toMember(row.holding, row))
      ? 'a program whose members are in other rows'
      : null;
  }
  if (row.counts !== 'stock') return reasons[row.counts];
  const whole = row.part_of === null ? undefined : bySlug.get(row.part_of);
  // What runs today of a site that is still being built is not in the site's plan twice:
  // plan and operation are never added. A program counts with its members.
  return whole?.status === row.status && whole.counts !== 'programme'
    ? 'part of another row that is counted'
    : null;
}

/** Stands for the members of a whole that are in the same state. */
const toMember = (whole: string, { status }: NamedHolding): string => `${whole} ${status}`;

const reasons: Record<Exclude<NamedHolding['counts'], 'stock' | 'programme'>, string> = {
  use: 'a tenant’s use of machines that count with their owner',
  'yearly-purchases': 'purchases of one year, not a stock',
  'capacity-on-offer': 'a size on offer, not an installed cluster',
  'earlier-phase': 'an earlier phase, contained in a later one',
};

/** Counted rows whose owner and user differ, and with whom they count. */
export function describeLeases(counted: readonly NamedHolding[]): string[] {
  return counted.flatMap((row) => {
    const what = row.cluster ? ` (${row.cluster})` : '';
    if (row.host_name) {
      return [`${row.organization_name}${what}: owned by ${row.host_name}, counted here once`];
    }
    if (row.tenant_name) {
      return [
        `${row.organization_name}${what}: used by ${row.tenant_name}, counted with the owner`,
      ];
    }
    return [];
  });
}

/** What tells rows apart, the most telling first; more than one list never stands in one sum. */
const COLUMNS = [
  'family',
  'edition',
  'organization',
  'status',
  'counts',
  'chip',
  'category',
  'cluster',
] as const;

/**
 * The page of the one row, else the dataset's table with the fewest filters that show
 * the counted rows. Null where no filters show them alone. `list` holds every row of
 * their list.
 */
export function toCountedHref(
  counted: readonly [NamedHolding, ...NamedHolding[]],
  list: readonly NamedHolding[],
): string | null {
  const [first, ...others] = counted;
  if (others.length === 0) return toEvidenceHref(gpuHoldings, first);
  const filters: Record<string, CellValue> = {};
  let shown = list;
  for (const column of COLUMNS) {
    if (others.some((row) => row[column] !== first[column])) continue;
    const fewer = narrow(shown, column, first[column]);
    // The list is not part of what is compared, so its columns always stand.
    if (fewer.length === shown.length && column !== 'family' && column !== 'edition') continue;
    if (first[column] !== null || column !== 'edition') filters[column] = first[column];
    shown = fewer;
  }
  return shown.length === counted.length ? toRowsHref(gpuHoldings, filters) : null;
}

type Rows = readonly NamedHolding[];
type Column = (typeof COLUMNS)[number];

// A list is asked for every one of its holders: it is split by a column once.
const split = new WeakMap<Rows, Map<Column, ReadonlyMap<CellValue, Rows>>>();

function narrow(rows: Rows, column: Column, value: CellValue): Rows {
  const known = split.get(rows) ?? new Map<Column, ReadonlyMap<CellValue, Rows>>();
  split.set(rows, known);
  const groups = known.get(column) ?? group(rows, (row): CellValue => row[column]);
  known.set(column, groups);
  return groups.get(value) ?? [];
}
