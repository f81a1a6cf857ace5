import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { statusFits } from './checks';
import { dataCenters } from './contract';

test('holds the status of a site against its figures', () => {
  const rows = [
    { status: 'operating', h100e: 5, it_power_mw: 1 },
    { status: 'operating', h100e: 0, it_power_mw: 1 },
    { status: 'planned', h100e: 0, it_power_mw: 0 },
    { status: 'planned', h100e: null, it_power_mw: 1 },
    { status: 'dropped', h100e: null, it_power_mw: null },
    { status: 'dropped', h100e: 0, it_power_mw: null },
  ];
  const found = statusFits.find(createTables([dataCenters, rows]));
  expect(found.map(({ line }) => line)).toEqual([3, 5, 7]);
});
