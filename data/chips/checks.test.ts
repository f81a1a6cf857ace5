import { expect, test } from 'vitest';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import { sources } from '../sources/contract';
import { equivalentsSourced, launchesSaid, levelsFit, pricesSaid } from './checks';
import { chips } from './contract';

const chip = (name: string, level: string, parent: string | null, more: TestRow = {}): TestRow => ({
  chip: name,
  level,
  parent,
  vendor: 'nvidia',
  ...more,
});
const TREE = [
  chip('hopper', 'architecture', null),
  chip('h100-h200', 'bucket', 'hopper'),
  chip('h100', 'model', 'hopper', { architecture: 'hopper' }),
  chip('h100-sxm', 'variant', 'h100', { architecture: 'hopper' }),
];

test('accepts variant, model, bucket and architecture in their order', () => {
  expect(levelsFit.find(createTables([chips, TREE]))).toEqual([]);
});

test.each([
  ['a model below a model', chip('h200', 'model', 'h100'), 'parent'],
  ['a variant without a model', chip('h200-sxm', 'variant', null), 'parent'],
  ['a parent of another vendor', chip('mi300x', 'model', 'hopper', { vendor: 'amd' }), 'parent'],
  ['its own parent', chip('h300', 'model', 'h300'), 'parent'],
  [
    'a model as architecture',
    chip('h200', 'model', 'hopper', { architecture: 'h100' }),
    'architecture',
  ],
])('finds %s', (_, row, column) => {
  expect(levelsFit.find(createTables([chips, [...TREE, row]]))).toMatchObject([
    { line: 6, column },
  ]);
});

test('finds prices without a kind, whose prices without a price, dates without a control and figures without a source', () => {
  const row = (more: TestRow) => chip('h100', 'model', null, { source: 'epoch-hw', ...more });
  const rows = [
    row({ launch_price_usd: 30000, price_kind: 'street' }),
    row({ export_controlled_to_china: 'yes', export_controlled_since: '2022-08-26' }),
    row({ launch_price_usd: 30000 }),
    row({ price_kind: 'street' }),
    row({ export_controlled_to_china: 'no', export_controlled_since: '2022-08-26' }),
    row({ source: null, power_w: 700 }),
    row({ source: null }),
    row({ export_case_by_case_since: '2026-01-15' }),
    row({
      export_controlled_to_china: 'yes',
      export_controlled_since: '2022-08-26',
      export_case_by_case_since: '2026-01-15',
    }),
    row({ launch_price_usd: 30000, price_kind: 'analyst', price_source: 'digest' }),
    row({ price_source: 'digest' }),
  ];
  const found = pricesSaid.find(createTables([chips, rows]));
  expect(found.map(({ line, column }) => [line, column])).toEqual([
    [4, 'price_kind'],
    [5, 'price_kind'],
    [6, 'export_controlled_since'],
    [7, 'source'],
    [9, 'export_case_by_case_since'],
    [12, 'price_source'],
  ]);
});

test('finds launches that do not say what they are, and releases that lay ahead', () => {
  const row = (launch_date: string | null, launch_kind: string | null) =>
    chip('h100', 'model', null, { launch_date, launch_kind, source: 'epoch-hw' });
  const rows = [
    row('2026-11-22', 'release'),
    row('2025', 'release'),
    row('2026', 'preview'),
    row(null, null),
    row('2025', null),
    row(null, 'release'),
    row('2026-11-23', 'release'),
    row('2026', 'release'),
  ];
  const tables = createTables(
    [chips, rows],
    [sources, [{ source: 'epoch-hw', retrieved: '2026-11-22' }]],
  );
  expect(launchesSaid.find(tables).map(({ line, column }) => [line, column])).toEqual([
    [6, 'launch_kind'],
    [7, 'launch_kind'],
    [8, 'launch_date'],
    [9, 'launch_date'],
  ]);
});

test('finds equivalents without a source, and a source without a figure', () => {
  const rows = [
    { h100e: 1, h100e_source: 'types' },
    { average_price_usd: 12_000 },
    { h100e_source: 'types' },
    {},
  ];
  const found = equivalentsSourced.find(createTables([chips, rows]));
  expect(found.map(({ line }) => line)).toEqual([3, 4]);
});
