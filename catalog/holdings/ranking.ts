/**
 * A ranking of one list: rows chosen, counted once, converted, added up by
 * organisation, country or category, ranked with what ranges leave open. What is
 * left out is kept beside it, with the reason.
 */
import type { RankInterval } from '@/charts/rank';
import type { HoldingRow, NamedHolding } from '@/db/queries/holdings';
import type { ChipTree } from './chip-tree';
import { buildConverter, type Factor, H100_EQUIVALENT, type UnitName } from './conversion';
import { type LeftOut, splitCounted } from './exclusion';
import { ALL, fitsFilter, type HoldingFilter } from './filter';
import { buildRanks } from './rank-interval';

export type Grouping = 'organization' | 'country' | 'category';

export interface RankingRequest {
  readonly rows: readonly NamedHolding[];
  readonly tree: ChipTree;
  /** Whether the list counts each machine once, so that its rows may be added. */
  readonly addable: boolean;
  readonly filter: HoldingFilter;
  readonly group: Grouping;
  readonly unit: UnitName;
  /** The fewest accelerators to be listed; 0: all. */
  readonly minimum: number;
}

/** Rows of one holder (or country, or category) and one status. */
export interface Holder {
  /** The group's own name: an organisation's slug, a country, a category; a row's for lists that are not added. */
  readonly key: string;
  readonly status: HoldingRow['status'];
  /** In the unit asked for. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** As counted by the source. */
  readonly accelerators: number;
  readonly organizations: number;
  /** Largest first. */
  readonly rows: readonly [NamedHolding, ...NamedHolding[]];
  /** Among the same status; null where the list's rows overlap. */
  readonly rank: RankInterval | null;
}

export interface Ranking {
  /** Largest first; equal values by name. */
  readonly holders: readonly Holder[];
  readonly counted: readonly NamedHolding[];
  readonly leftOut: readonly LeftOut[];
  /** Each chip's factor once, in order of appearance. */
  readonly factors: readonly Factor[];
  /** Rows that the filter would show but for their status. */
  readonly waiting: number;
}

export function buildRanking(request: RankingRequest): Ranking {
  const { rows, tree, addable, filter, minimum } = request;
  const { counted, leftOut } = addable ? splitCounted(rows) : { counted: [...rows], leftOut: [] };
  const fits = (row: NamedHolding) => fitsFilter(row, filter, tree);
  const chosen = counted.filter(fits);
  const { converted, unconverted, factors } = convertRows(chosen, request);
  const groups = groupRows(converted, request);
  const holders = groups
    .filter(({ accelerators }) => accelerators >= minimum)
    .sort((a, b) => b.value - a.value || toName(a).localeCompare(toName(b)));
  const whatever = { ...filter, status: ALL };
  return {
    holders: addable ? withRanks(holders) : holders,
    counted: converted.map(({ row }) => row),
    leftOut: [...leftOut.filter(({ row }) => fits(row)), ...unconverted],
    factors,
    waiting:
      filter.status === 'operational'
        ? counted.filter((row) => row.status !== 'operational' && fitsFilter(row, whatever, tree))
            .length
        : 0,
  };
}

interface Converted {
  readonly row: NamedHolding;
  readonly factor: number;
}

function convertRows(
  rows: readonly NamedHolding[],
  { unit, tree }: RankingRequest,
): { converted: Converted[]; unconverted: LeftOut[]; factors: Factor[] } {
  const convert = buildConverter(unit, tree);
  const converted: Converted[] = [];
  const unconverted: LeftOut[] = [];
  const factors = new Set<Factor>();
  // Counting H100-equivalents among chips would add unlike things; alone they stand.
  const onlyEquivalents = rows.every(({ chip }) => chip === H100_EQUIVALENT);
  for (const row of rows) {
    const factor = convert(row.chip);
    if (unit === 'count' && row.chip === H100_EQUIVALENT && !onlyEquivalents) {
      unconverted.push({ row, reason: 'stated in H100-equivalents, which are not accelerators' });
    } else if (factor === null) {
      unconverted.push({
        row,
        reason: `${row.chip_name}: the data has no specification to convert with`,
      });
    } else {
      converted.push({ row, factor: factor.value });
      factors.add(factor);
    }
  }
  return { converted, unconverted, factors: [...factors] };
}

type Unranked = Omit<Holder, 'rank'> & { readonly rank: null };

function groupRows(rows: readonly Converted[], { addable, group }: RankingRequest): Unranked[] {
  const groups = new Map<string, { key: string; members: Converted[] }>();
  for (const one of rows) {
    const key = addable ? one.row[group] : one.row.holding;
    const id = `${key} ${one.row.status}`;
    const found = groups.get(id) ?? { key, members: [] };
    found.members.push(one);
    groups.set(id, found);
  }
  return [...groups.values()].map(({ key, members }) => {
    const sum = (read: (row: NamedHolding) => number) =>
      members.reduce((total, { row, factor }) => total + factor * read(row), 0);
    const sorted = members.map(({ row }) => row).sort((a, b) => b.accelerators - a.accelerators);
    const [first, ...rest] = sorted as [NamedHolding, ...NamedHolding[]];
    // A lone end stays a lone end: "more than" names no upper limit.
    const hasLow = sorted.some((row) => row.accelerators_low !== null);
    const hasHigh = sorted.some((row) => row.accelerators_high !== null);
    return {
      key,
      status: first.status,
      value: sum((row) => row.accelerators),
      low: hasLow ? sum((row) => row.accelerators_low ?? row.accelerators) : null,
      high: hasHigh ? sum((row) => row.accelerators_high ?? row.accelerators) : null,
      accelerators: sorted.reduce((total, row) => total + row.accelerators, 0),
      organizations: new Set(sorted.map(({ organization }) => organization)).size,
      rows: [first, ...rest],
      rank: null,
    };
  });
}

function toName({ rows: [first] }: Unranked): string {
  return first.organization_name;
}

function withRanks(holders: readonly Unranked[]): Holder[] {
  const ranks = new Map<Unranked, RankInterval>();
  for (const status of new Set(holders.map(({ status }) => status))) {
    const peers = holders.filter((one) => one.status === status);
    buildRanks(peers).forEach((rank, index) => {
      ranks.set(peers[index]!, rank);
    });
  }
  return holders.map((one) => ({ ...one, rank: ranks.get(one) ?? null }));
}
