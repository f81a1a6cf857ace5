/**
 * Ranks that admit what ranges leave open: where two ranges overlap nobody knows
 * who is ahead, so a rank is an interval.
 */
import type { RankInterval } from '@/charts/rank';

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
  return ranges.map(([low, high], index) => ({
    best: 1 + ranges.filter(([otherLow]) => otherLow > high).length,
    worst: 1 + ranges.filter(([, otherHigh], other) => other !== index && otherHigh > low).length,
  }));
}

function toRange({ value, low, high }: Ranged): [number, number] {
  if (low === null && high === null) return [value, value];
  return [low ?? 0, high ?? Number.POSITIVE_INFINITY];
}
