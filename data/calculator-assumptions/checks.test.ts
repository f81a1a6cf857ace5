import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { rangesInOrder } from './checks';
import { calculatorAssumptions } from './contract';

test('finds a range whose ends are swapped', () => {
  const rows = [
    { low: 3, high: 5 },
    { low: 1, high: 1 },
    { low: 5, high: 3 },
  ];
  const found = rangesInOrder.find(createTables([calculatorAssumptions, rows]));
  expect(found.map(({ line, found }) => [line, found])).toEqual([[4, '5']]);
});
