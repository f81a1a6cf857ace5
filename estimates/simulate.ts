/**
 * Ranges in, ranges out: the model computed many times, each time with a value
 * drawn from every range. The seed is fixed, so the same assumptions always give
 * the same answer.
 */
import {
  type AssumptionRanges,
  type EstimateModel,
  isSingle,
  listUsed,
  toMidpoints,
  type Ways,
} from './model';

export const DRAWS = 10_000;
const SEED = 20230223;

/** Percentiles of a result: in 5 of 100 draws it is below `p5`, in 95 below `p95`. */
export interface Spread {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface Simulation {
  /** By result. Where no assumption has a range all percentiles are the same. */
  readonly spreads: Readonly<Record<string, Spread>>;
  /** All draws of each result, ascending. */
  readonly sorted: Readonly<Record<string, Float64Array>>;
}

/** Draws every assumption in use evenly and independently of the others. */
export function simulate(
  model: EstimateModel,
  ranges: AssumptionRanges,
  ways: Ways,
  { draws = DRAWS, seed = SEED }: { draws?: number; seed?: number } = {},
): Simulation {
  const random = buildRandom(seed);
  const names = listUsed(model, ways);
  const drawn = names.filter((name) => !isSingle(ranges[name]!));
  const times = drawn.length > 0 ? draws : 1;
  const values = toMidpoints(ranges);
  const results = Object.keys(model.results);
  const sorted = Object.fromEntries(results.map((name) => [name, new Float64Array(times)]));
  for (let draw = 0; draw < times; draw += 1) {
    for (const name of drawn) {
      const { low, high } = ranges[name]!;
      values[name] = low + random() * (high - low);
    }
    const outcome = model.estimate(values, ways);
    for (const name of results) sorted[name]![draw] = outcome[name]!;
  }
  for (const name of results) sorted[name]!.sort();
  return {
    sorted,
    spreads: Object.fromEntries(results.map((name) => [name, toSpread(sorted[name]!)])),
  };
}

function toSpread(sorted: Float64Array): Spread {
  const at = (share: number) => {
    // Linear between the two nearest draws, as spreadsheets compute percentiles.
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const [from, to] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
    return from + (place - below) * (to - from);
  };
  return { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
}

/** Numbers from 0 up to, not including, 1. */
function buildRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
