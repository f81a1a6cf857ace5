import { expect, test } from 'vitest';
import { formatRank } from '@/charts/rank';
import { buildRanks } from './rank-interval';

const exact = (value: number) => ({ value, low: null, high: null });
const between = (low: number | null, value: number, high: number | null) => ({ value, low, high });

test.each([
  ['exact figures', [exact(30), exact(20), exact(10)], ['1', '2', '3']],
  [
    'equal figures share a place',
    [exact(30), exact(20), exact(20), exact(10)],
    ['1', '2', '2', '4'],
  ],
  ['ranges apart', [between(25, 30, 35), between(10, 20, 24)], ['1', '2']],
  [
    'ranges that overlap',
    [between(20, 30, 40), between(15, 25, 35), exact(5)],
    ['1–2', '1–2', '3'],
  ],
  ['ranges that touch may be a tie', [between(20, 30, 40), between(10, 15, 20)], ['1', '1–2']],
  [
    'one wide range among exact ones',
    [exact(30), between(5, 20, 35), exact(10)],
    ['1–2', '1–3', '2–3'],
  ],
  ['the same range twice', [between(10, 20, 30), between(10, 20, 30)], ['1–2', '1–2']],
  ['more than: nobody is surely ahead', [exact(30), between(20, 20, null)], ['1–2', '1–2']],
  ['up to: anybody may be ahead', [between(null, 30, 30), exact(20)], ['1–2', '1–2']],
  ['nobody', [], []],
] as const)('%s', (_, all, expected) => {
  expect(buildRanks(all).map(formatRank)).toEqual(expected);
});
