import { expect, test } from 'vitest';
import type { AssumptionRanges, EstimateModel } from './model';
import { listSwings } from './sensitivity';
import { DRAWS, simulate } from './simulate';

const assumption = { label: '', unit: '', meaning: '', min: 0, max: 100 };
const product: EstimateModel = {
  slug: 'product',
  ways: {},
  assumptions: { a: assumption, b: assumption, unused: assumption },
  results: { product: { label: 'Product', unit: 'times', formula: 'a × b' } },
  headline: 'product',
  estimate: ({ a, b }) => ({ product: a! * b! }),
};
const single = (value: number) => ({ low: value, high: value });

test('gives the same percentiles for the same assumptions, in any run', () => {
  const ranges: AssumptionRanges = {
    a: { low: 1, high: 3 },
    b: { low: 5, high: 6 },
    unused: single(1),
  };
  const [one, other] = [simulate(product, ranges, {}), simulate(product, ranges, {})];
  expect(one.spreads).toEqual(other.spreads);
  expect(one.spreads).not.toEqual(simulate(product, ranges, {}, { seed: 7 }).spreads);
});

test('finds the percentiles of an even range', () => {
  const ranges = { a: { low: 0, high: 100 }, b: single(1), unused: single(1) };
  const { p5, p25, p50, p75, p95 } = simulate(product, ranges, {}).spreads.product!;
  const found = [p5, p25, p50, p75, p95];
  // Ten thousand draws settle percentiles to about one point.
  found.forEach((value, index) => {
    expect(Math.abs(value - [5, 25, 50, 75, 95][index]!)).toBeLessThan(1.2);
  });
});

test('keeps to the ends of the ranges', () => {
  const ranges = { a: { low: 2, high: 3 }, b: { low: 10, high: 20 }, unused: single(1) };
  const draws = simulate(product, ranges, {}).sorted.product!;
  expect(draws).toHaveLength(10_000);
  expect(draws[0]).toBeGreaterThanOrEqual(20);
  expect(draws.at(-1)).toBeLessThanOrEqual(60);
});

test('answers single figures with a single figure', () => {
  const ranges = { a: single(4), b: single(5), unused: single(1) };
  const { sorted, spreads } = simulate(product, ranges, {});
  expect(sorted.product).toHaveLength(1);
  expect(spreads.product).toEqual({ p5: 20, p25: 20, p50: 20, p75: 20, p95: 20 });
});

test('runs the formulas once a draw, and once in all where nothing is a range', () => {
  let runs = 0;
  const counting: EstimateModel = {
    ...product,
    estimate: (values, ways) => {
      runs += 1;
      return product.estimate(values, ways);
    },
  };
  simulate(counting, { a: { low: 1, high: 2 }, b: { low: 1, high: 2 }, unused: single(1) }, {});
  expect(runs).toBe(DRAWS);
  simulate(counting, { a: single(1), b: single(1), unused: single(1) }, {});
  expect(runs).toBe(DRAWS + 1);
});

test('names first what moves the result most, and leaves out what moves nothing', () => {
  const ranges = { a: { low: 9, high: 11 }, b: { low: 1, high: 3 }, unused: { low: 0, high: 9 } };
  expect(listSwings(product, ranges, {}, 'product')).toEqual({
    middle: 20,
    swings: [
      { assumption: 'b', from: 1, to: 3, at_from: 10, at_to: 30, isNudged: false },
      { assumption: 'a', from: 9, to: 11, at_from: 18, at_to: 22, isNudged: false },
    ],
  });
});

test('moves a single figure by a tenth, but not past its limit', () => {
  const ranges = { a: single(100), b: single(10), unused: single(1) };
  const { swings } = listSwings(product, ranges, {}, 'product');
  expect(swings).toEqual([
    { assumption: 'b', from: 9, to: 11, at_from: 900, at_to: 1100, isNudged: true },
    { assumption: 'a', from: 90, to: 100, at_from: 900, at_to: 1000, isNudged: true },
  ]);
});
