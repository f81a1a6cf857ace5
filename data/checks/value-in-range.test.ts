import { expect, test } from 'vitest';
import { gpuHoldings } from '../gpu-holdings/contract';
import { createTables } from './tables-for-tests';
import { rangeHasValue, valueInRange } from './value-in-range';

const check = valueInRange({
  dataset: 'gpu-holdings',
  value: 'accelerators',
  low: 'accelerators_low',
  high: 'accelerators_high',
});
const row = (accelerators: number, low: number | null, high: number | null) => ({
  accelerators,
  accelerators_low: low,
  accelerators_high: high,
});

test('accepts ranges that hold their value, and open ones', () => {
  const rows = [row(5, 5, 5), row(5, 4, 6), row(5, null, 5), row(5, 5, null), row(5, null, null)];
  expect(check.find(createTables([gpuHoldings, rows]))).toEqual([]);
});

test('finds a value outside its range', () => {
  const rows = [row(3, 4, 6), row(7, null, 6), row(5, 4, 6)];
  expect(check.find(createTables([gpuHoldings, rows]))).toMatchObject([
    { line: 2, column: 'accelerators', found: '3', says: 'the range is 4 to 6' },
    { line: 3, column: 'accelerators', found: '7', says: 'the range is … to 6' },
  ]);
});

test('finds ends of a range without a value', () => {
  const stated = { dataset: 'gpu-holdings', value: 'h100e', low: 'h100e_low', high: 'h100e_high' };
  const tables = createTables([
    gpuHoldings,
    [{ h100e: 5, h100e_low: 4 }, { h100e_high: 6 }, { h100e: null }],
  ]);
  expect(rangeHasValue(stated).find(tables)).toMatchObject([
    { line: 3, found: '6', says: 'there is a range, but no h100e' },
  ]);
});
