/**
 * A ranking of one list: rows chosen, counted once, converted, added up by
 * organization, country or category, ranked with what ranges leave open. What is
 * left out is kept, with the reason; a holder of whom something is left
 * out has at least what is shown.
 */
import { bisectRight, group, groups } from 'd3-array';
import { ALL } from '@/address/choices';
import type { RankInterval } from '@/charts/model';
import type { ChipTree } from '../chips/chip-tree';
import {
  buildMeasure,
  type Factor,
  H100_EQUIVALENT,
  type Measured,
  type UnitName,
} from './conversion';
import { isGone, type LeftOut, splitCounted } from './exclusion';
import { type Dimension, fitsFilter, type HoldingFilter, listValues, matchesWords } from './filter';
import type { HoldingRow, NamedHolding } from './queries';

export type Grouping = 'organization' | 'country' | 'category';

export interface RankingRequest {
  readonly rows: readonly NamedHolding[];
  /** The whole list, where the rows are only some of it. */
  readonly list?: readonly NamedHolding[];
  readonly tree: ChipTree;
  /** Whether the list counts each machine once, so that its rows may be added. */
  readonly addable: boolean;
  readonly filter: HoldingFilter;
  readonly group: Grouping;
  readonly unit: UnitName;
  /** The fewest accelerators to be listed, what cannot be converted included; 0: all. */
  readonly minimum: number;
}

/** Rows of one holder (or country, or category) and one status. */
export interface Holder {
  /** The group's own name: an organization's slug, a country, a category; a row's for lists that are not added. */
  readonly key: string;
  readonly status: HoldingRow['status'];
  /** In the unit asked for. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** As counted by the source; H100-equivalents that it states are none. */
  readonly accelerators: number;
  /** Rows of the same that are not in the value, which is a lower end where they are more than a trifle. */
  readonly missing: readonly NamedHolding[];
  readonly organizations: number;
  /** Largest first. */
  readonly rows: readonly [NamedHolding, ...NamedHolding[]];
  /**
   * Among all that the filter chooses, whatever words are searched for; null where the
   * list's rows overlap, and for plans listed with what is in operation.
   */
  readonly rank: RankInterval | null;
}

export interface Ranking {
  /** Largest first; equal values by name. */
  readonly holders: readonly Holder[];
  readonly counted: readonly NamedHolding[];
  readonly leftOut: readonly LeftOut[];
  /** Each chip's factor once, in order of appearance. */
  readonly factors: readonly Factor[];
  /** How many more entries there would be but for their status. */
  readonly waiting: number;
  /** The unit asked for; where accelerators were and every row counts in H100-equivalents, those. */
  readonly unitName: UnitName;
}

export function buildRanking(request: RankingRequest): Ranking {
  const { addable, filter } = request;
  const { groups, leftOut, ...rest } = selectGroups(request);
  const holders = groups.sort((a, b) => b.value - a.value || toName(a).localeCompare(toName(b)));
  const isWanted = (row: NamedHolding) => matchesWords(row, filter);
  return {
    ...rest,
    holders: (addable ? withRanks(holders) : holders).filter(({ rows }) => rows.some(isWanted)),
    leftOut: leftOut.filter(({ row }) => isWanted(row)),
    waiting: filter.status === OPERATIONAL ? countPlans(request) : 0,
  };
}

/**
 * How many organizations each option of a dimension would show, everything else as it
 * is; options that would show nobody are absent.
 */
export function countFacet(request: RankingRequest, dimension: Dimension): Map<string, number> {
  const { rows, list = rows, filter, tree } = request;
  const any = { ...filter, [dimension]: ALL };
  const candidates = rows.filter((row) => fitsFilter(row, any, tree));
  const byValue = new Map<string, NamedHolding[]>([[ALL, candidates]]);
  for (const row of candidates) {
    for (const value of listValues(row, dimension, tree)) {
      const members = byValue.get(value) ?? [];
      members.push(row);
      byValue.set(value, members);
    }
  }
  const counts = [...byValue].map(([value, members]): [string, number] => {
    const { groups } = selectGroups({ ...request, rows: members, list, filter: any });
    const shown = groups.filter((one) => one.rows.some((row) => matchesWords(row, filter)));
    const organizations = shown.flatMap((one) => one.rows.map(({ organization }) => organization));
    return [value, new Set(organizations).size];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

const OPERATIONAL = 'operational';

function countPlans(request: RankingRequest): number {
  const filter = { ...request.filter, status: ALL };
  return buildRanking({ ...request, filter }).holders.filter(({ status }) => status !== OPERATIONAL)
    .length;
}

type Unranked = Omit<Holder, 'rank'> & { readonly rank: null };

interface Selection extends Omit<Ranking, 'holders' | 'waiting'> {
  readonly groups: Unranked[];
}

/** What the filter chooses of the list, the words aside: counted once, converted, added up. */
function selectGroups(request: RankingRequest): Selection {
  const { rows, list = rows, addable, filter, tree, minimum } = request;
  const chosen = rows.filter((row) => fitsFilter(row, filter, tree));
  const { counted, leftOut } = splitCounted(chosen, { list, addable });
  const { converted, unconverted, ...rest } = convertRows(counted, request);
  const unclear = listUnclear(request);
  const groups = groupRows(converted, [...unconverted, ...unclear], request);
  return {
    ...rest,
    groups: groups.filter(({ rows, missing }) => {
      const more = missing.filter((row) => fitsFilter(row, filter, tree));
      return addUp([...rows, ...more]) >= minimum;
    }),
    counted: converted.map(({ row }) => row),
    leftOut: [...leftOut, ...unconverted, ...unclear],
  };
}

/** Counts that may hold some of the chip asked for, and do not tell how many. */
function listUnclear({ rows, list = rows, addable, filter, tree }: RankingRequest): LeftOut[] {
  if (filter.chip === ALL) return [];
  const whatever = { ...filter, chip: ALL };
  const others = rows.filter(
    (row) =>
      !isGone(row) && tree.mayInclude(row.chip, filter.chip) && fitsFilter(row, whatever, tree),
  );
  const name = tree.get(filter.chip)?.name ?? filter.chip;
  return splitCounted(others, { list, addable }).counted.map((row) => ({
    row,
    reason: `may include ${name}; the source does not tell how many`,
  }));
}

interface Converted {
  readonly row: NamedHolding;
  readonly measured: Measured;
}

function convertRows(rows: readonly NamedHolding[], { unit, tree }: RankingRequest) {
  // Counting H100-equivalents among chips would add unlike things; alone they stand.
  const onlyEquivalents = rows.length > 0 && !rows.some(isPlain);
  const unitName = unit === 'count' && onlyEquivalents ? 'h100e-stated' : unit;
  const measure = buildMeasure(unitName, tree);
  const converted: Converted[] = [];
  const unconverted: LeftOut[] = [];
  const factors = new Set<Factor>();
  for (const row of rows) {
    const measured = measure(row);
    if (unitName === 'count' && !isPlain(row)) {
      unconverted.push({ row, reason: 'stated in H100-equivalents, which are not accelerators' });
    } else if (measured === null) {
      unconverted.push({ row, reason: explainMissing(row, unitName) });
    } else {
      converted.push({ row, measured });
      if (measured.factor) factors.add(measured.factor);
    }
  }
  return { converted, unconverted, factors: [...factors], unitName };
}

function explainMissing({ chip_name }: NamedHolding, unit: UnitName): string {
  return unit === 'h100e-stated'
    ? 'the source states no H100-equivalents'
    : `${chip_name}: the data has no specification to convert with`;
}

/** So small a part of a holder's accelerators changes nothing that ranges leave certain. */
const NEGLIGIBLE = 0.01;

const isPlain = ({ chip }: NamedHolding): boolean => chip !== H100_EQUIVALENT;

const addUp = (rows: readonly NamedHolding[]): number =>
  rows.reduce((total, { accelerators }) => total + accelerators, 0);

function groupRows(
  rows: readonly Converted[],
  without: readonly LeftOut[],
  { addable, group: grouping }: RankingRequest,
): Unranked[] {
  const toKey = (row: NamedHolding) => (addable ? row[grouping] : row.holding);
  const toId = (row: NamedHolding) => `${toKey(row)} ${row.status}`;
  const withoutById = group(
    without.map(({ row }) => row),
    toId,
  );
  return groups(rows, ({ row }) => toId(row)).map(([id, members]) => {
    const sum = (read: (one: Measured) => number) =>
      members.reduce((total, { measured }) => total + read(measured), 0);
    const sorted = members.map(({ row }) => row).sort((a, b) => b.accelerators - a.accelerators);
    const [first, ...rest] = sorted as [NamedHolding, ...NamedHolding[]];
    const missing = withoutById.get(id) ?? [];
    const isPart = addUp(missing) > NEGLIGIBLE * addUp([...sorted, ...missing]);
    const low = sum((one) => one.low ?? one.value);
    // A single end stays a single end: "more than" names no upper limit.
    const hasLow = isPart || members.some(({ measured }) => measured.low !== null);
    const hasHigh = !isPart && members.some(({ measured }) => measured.high !== null);
    return {
      key: toKey(first),
      status: first.status,
      value: isPart ? low : sum(({ value }) => value),
      low: hasLow ? low : null,
      high: hasHigh ? sum((one) => one.high ?? one.value) : null,
      accelerators: addUp(sorted.filter(isPlain)),
      missing,
      organizations: new Set(sorted.map(({ organization }) => organization)).size,
      rows: [first, ...rest],
      rank: null,
    };
  });
}

function toName({ rows: [first] }: Unranked): string {
  return first.organization_name;
}

/** Plans listed with what runs have no rank: nobody leads with what is not there. */
function withRanks(holders: readonly Unranked[]): Holder[] {
  const isOfOneStatus = new Set(holders.map(({ status }) => status)).size === 1;
  const peers = holders.filter(({ status }) => isOfOneStatus || status === OPERATIONAL);
  const ranks = new Map(buildRanks(peers).map((rank, index) => [peers[index], rank]));
  return holders.map((one) => ({ ...one, rank: ranks.get(one) ?? null }));
}

/**
 * Ranks that admit what ranges leave open: where two ranges overlap nobody knows
 * who is ahead, so a rank is an interval.
 */

interface Ranged {
  readonly value: number;
  /** Lower end of a range; alone it means "more than". */
  readonly low: number | null;
  /** Upper end of a range; alone it means "up to". */
  readonly high: number | null;
}

/**
 * A rank for each, in the order given. The best place counts only those that are
 * surely ahead, the worst all that may be; equal figures share a place.
 */
export function buildRanks(all: readonly Ranged[]): RankInterval[] {
  const ranges = all.map(toRange);
  const lows = Float64Array.from(ranges, ([low]) => low).sort();
  const highs = Float64Array.from(ranges, ([, high]) => high).sort();
  return ranges.map(([low, high]) => ({
    best: 1 + ranges.length - bisectRight(lows, high),
    // Its own end is among them where it is a range.
    worst: 1 + ranges.length - bisectRight(highs, low) - (high > low ? 1 : 0),
  }));
}

function toRange({ value, low, high }: Ranged): [number, number] {
  if (low === null && high === null) return [value, value];
  return [low ?? 0, high ?? Number.POSITIVE_INFINITY];
}
