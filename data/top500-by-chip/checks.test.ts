import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { sharesOfList } from './checks';
import { top500ByChip } from './contract';

const row = (list: string, systems: number, systems_share_pct: number, of = 8) => ({
  ...{ list, systems, systems_share_pct, accelerated_systems: of },
});
const find = (...rows: readonly ReturnType<typeof row>[]) =>
  sharesOfList.find(createTables([top500ByChip, rows])).map(({ line, column }) => [line, column]);

test('accepts counts that fit, and lists of which some accelerators are left out', () => {
  expect(find(row('2031-06', 3, 37.5), row('2031-06', 4, 50), row('2031-11', 1, 12.5))).toEqual([]);
});

test('finds too many systems, two totals of a list, and a share that does not fit', () => {
  expect(find(row('2031-06', 6, 75), row('2031-06', 4, 50))).toEqual([[2, 'accelerated_systems']]);
  expect(find(row('2031-06', 3, 37.5), row('2031-06', 3, 30, 10))).toEqual([
    [2, 'accelerated_systems'],
  ]);
  expect(find(row('2031-06', 3, 38))).toEqual([[2, 'systems_share_pct']]);
});
