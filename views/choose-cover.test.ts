import { expect, it } from 'vitest';
import { chooseCover, chooseSome, isEverything } from './choose-cover-for-tests';

const LETTERS = ['a', 'b', 'c', 'd'];
const pairs = LETTERS.flatMap((one) => [1, 2, 3].map((other) => ({ one, other })));

it.skipIf(isEverything)('chooses few cases that have every trait, in their order', () => {
  const chosen = chooseCover(pairs, ({ one, other }) => [one, String(other)]);
  expect(chosen).toHaveLength(LETTERS.length);
  expect(new Set(chosen.map(({ one }) => one)).size).toBe(LETTERS.length);
  expect(new Set(chosen.map(({ other }) => other)).size).toBe(3);
  expect(pairs.filter((pair) => chosen.includes(pair))).toEqual(chosen);
});

it.skipIf(isEverything)('chooses the ends and what lies evenly between', () => {
  expect(chooseSome([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
  expect(chooseSome([1, 2], 3)).toEqual([1, 2]);
});
