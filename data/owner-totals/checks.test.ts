import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { ownerOrRemainder } from './checks';
import { ownerTotals } from './contract';

test('finds rows of nobody, of two, and under another name', () => {
  const rows = [
    { owner: 'meta', organization: 'meta' },
    { owner: 'china', remainder: 'china' },
    { owner: 'china', organization: 'meta', remainder: 'china' },
    { owner: 'meta' },
    { owner: 'oracle', organization: 'meta' },
  ];
  const found = ownerOrRemainder.find(createTables([ownerTotals, rows]));
  expect(found.map(({ line }) => line)).toEqual([4, 5, 6]);
});
