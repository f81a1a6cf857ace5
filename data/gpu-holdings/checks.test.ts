import { expect, test } from 'vitest';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import { dataCenterChips } from '../data-center-chips/contract';
import { dataCenters } from '../data-centers/contract';
import { indexEditions } from '../index-editions/contract';
import {
  editionHasHoldings,
  familyFits,
  partsWithinWhole,
  powerSaysOfWhat,
  sitesAgree,
  tenantIsAnother,
} from './checks';
import { gpuHoldings } from './contract';

const holding = (name: string, more: TestRow = {}): TestRow => ({
  holding: name,
  organization: 'xai',
  chip: 'h100',
  accelerators: 100_000,
  counts: 'stock',
  family: 'statement',
  ...more,
});
const holdings = (...rows: TestRow[]) => createTables([gpuHoldings, rows]);

test('finds rows that contradict their family', () => {
  const tables = holdings(
    holding('a'),
    holding('b', { family: 'index-edition', edition: 'soai-2026-06' }),
    holding('c', { family: 'omdia-purchases', counts: 'yearly-purchases' }),
    holding('d', { family: 'index-edition' }),
    holding('e', { edition: 'soai-2026-06' }),
    holding('f', { family: 'omdia-purchases' }),
    holding('g', { counts: 'yearly-purchases' }),
    holding('h', { family: 'epoch-owners', chip: 'h100-equivalent' }),
  );
  expect(familyFits.find(tables).map(({ line }) => line)).toEqual([5, 6, 7, 8, 9]);
});

test('finds bars of an edition without holdings', () => {
  const editions = [
    { edition: 'june', holdings_numbers: 'complete' },
    { edition: 'july', holdings_numbers: null },
  ];
  const rows = [holding('a', { edition: 'june' }), holding('b', { edition: 'july' }), holding('c')];
  const tables = createTables([indexEditions, editions], [gpuHoldings, rows]);
  expect(editionHasHoldings.find(tables)).toMatchObject([{ line: 3, found: 'july' }]);
});

test('accepts phases that grow, and finds a part that exceeds its whole', () => {
  const phase = (name: string, accelerators: number, part_of: string | null) =>
    holding(name, { accelerators, part_of });
  const phases = [phase('one', 1, 'two'), phase('two', 2, 'three'), phase('three', 2, null)];
  expect(partsWithinWhole.find(holdings(...phases))).toEqual([]);
  expect(partsWithinWhole.find(holdings(...phases, phase('four', 3, 'three')))).toMatchObject([
    { line: 5, found: 'three', says: 'the part has 3 accelerators, the whole 2' },
  ]);
});

test('finds a circle of parts', () => {
  const tables = holdings(
    holding('one', { part_of: 'two' }),
    holding('two', { part_of: 'one' }),
    holding('three', { part_of: 'one' }),
  );
  expect(partsWithinWhole.find(tables).map(({ line }) => line)).toEqual([2, 3]);
});

test('finds holders that are their own tenants, and rows with host and tenant', () => {
  const tables = holdings(
    holding('a', { tenant: 'anthropic' }),
    holding('b', { host: 'coreweave' }),
    holding('c', { tenant: 'xai' }),
    holding('d', { host: 'xai' }),
    holding('e', { host: 'coreweave', tenant: 'anthropic' }),
  );
  expect(tenantIsAnother.find(tables).map(({ line }) => line)).toEqual([4, 5, 6]);
});

test('finds a power that does not say of what it is', () => {
  const rows = [
    holding('a', { power_mw: 5, power_basis: 'chips' }),
    holding('b', { power_mw: 5 }),
    holding('c', { power_basis: 'reported' }),
    holding('d'),
  ];
  const found = powerSaysOfWhat('gpu-holdings').find(holdings(...rows));
  expect(found.map(({ line }) => line)).toEqual([3, 4]);
});

test('finds a holding at a data center that is not the newest count in operation there', () => {
  const counted = { site: 'north', chip: 'h100', kind: 'estimate', date: '2030-01-01' };
  const tables = createTables(
    [dataCenters, [{ site: 'north', name: 'North' }]],
    [
      dataCenterChips,
      [
        { ...counted, accelerators: 50_000 },
        { ...counted, date: '2030-06-01', accelerators: 100_000 },
        { ...counted, date: '2031-01-01', kind: 'projection', accelerators: 200_000 },
      ],
    ],
    [
      gpuHoldings,
      [
        holding('a', { family: 'epoch-data-centers', cluster: 'North' }),
        holding('b', { family: 'epoch-data-centers', cluster: 'North', accelerators: 50_000 }),
        holding('c', { family: 'epoch-data-centers', cluster: 'South' }),
        holding('d', { cluster: 'South' }),
      ],
    ],
  );
  expect(sitesAgree.find(tables).map(({ line }) => line)).toEqual([3, 4]);
});
