import { expect, test } from 'vitest';
import { splitIsolated } from './isolated-points';

test.each([
  [[1, 2, 3], [1, 2, 3], []],
  [[1, null, 3, 4], [null, null, 3, 4], [1]],
  [[null, 2, null], [null, null, null], [2]],
  [[1], [null], [1]],
  [[], [], []],
])('of %j the line joins %j and %j stand alone', (values, line, alone) => {
  const { joined, isolated } = splitIsolated(values.map((value) => ({ value })));
  expect(joined.map(({ value }) => value)).toEqual(line);
  expect(isolated.map(({ value }) => value)).toEqual(alone);
});
