import { expect, test } from 'vitest';
import { selectSpread } from './dot-rows';

const toEntries = (text: string) =>
  [...text].map((letter) => ({ group: letter.toLowerCase(), id: letter }));
const toText = (entries: readonly { id: string; group: string }[]) =>
  entries.map(({ group }) => group).join('');

test.each([
  ['aaaaabbc', 8, 'aaaaabbc'],
  ['aaaaabbc', 6, 'aaabbc'],
  ['aaaaabbc', 3, 'abc'],
  ['aaaaabbc', 2, 'ab'],
  ['aaaaabbc', 0, ''],
  ['', 3, ''],
])('of %s, %i keeps %s', (all, count, kept) => {
  expect(toText(selectSpread(toEntries(all), count))).toBe(kept);
});

test('within a group keeps the first, the last and what lies evenly between', () => {
  const entries = [90, 70, 50, 30, 10].map((value) => ({ value, group: 'a' }));
  const read = (count: number) => selectSpread(entries, count).map(({ value }) => value);
  expect(read(3)).toEqual([90, 50, 10]);
  expect(read(2)).toEqual([90, 10]);
  expect(read(1)).toEqual([50]);
});
