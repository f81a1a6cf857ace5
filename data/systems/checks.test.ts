import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { priceSaid } from './checks';
import { systems } from './contract';

test('finds prices without a kind, kinds and dates without a price', () => {
  const rows = [
    { price_usd: 199000, price_kind: 'list', price_as_of: '2020-05-14' },
    { price_usd: 199000, price_kind: 'list', price_as_of: null },
    { price_usd: null, price_kind: null, price_as_of: null },
    { price_usd: 199000, price_kind: null, price_as_of: null },
    { price_usd: null, price_kind: 'list', price_as_of: null },
    { price_usd: null, price_kind: null, price_as_of: '2020' },
  ];
  const found = priceSaid.find(createTables([systems, rows]));
  expect(found.map(({ line }) => line)).toEqual([5, 6, 7]);
});
