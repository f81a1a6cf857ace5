import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { hasUnitsOrValue, vendorsWithinTotal } from './checks';
import { gpuShipments } from './contract';

const units = (vendor: string, units_thousands: number | null, part_of: string | null = null) => ({
  market: 'china',
  period: '2025',
  vendor,
  units_thousands,
  part_of,
});

test('accepts vendors that reach a rounded total, and members of a group next to it', () => {
  const tables = createTables([
    gpuShipments,
    [
      units('total', 4000),
      units('nvidia', 2200),
      units('amd', 160),
      units('domestic-china', 1650),
      units('huawei', 812, 'domestic-china'),
    ],
  ]);
  expect(vendorsWithinTotal.find(tables)).toEqual([]);
});

test('finds vendors that exceed their total', () => {
  const tables = createTables([gpuShipments, [units('nvidia', 4200), units('total', 4000)]]);
  expect(vendorsWithinTotal.find(tables)).toMatchObject([
    { line: 3, column: 'units_thousands', says: 'the vendors add up to 4200' },
  ]);
});

test('finds a row without units and value', () => {
  const rows = [
    units('nvidia', 1),
    { ...units('amd', null), value_usd_millions: 5 },
    units('intel', null),
  ];
  expect(hasUnitsOrValue.find(createTables([gpuShipments, rows]))).toMatchObject([{ line: 4 }]);
});
