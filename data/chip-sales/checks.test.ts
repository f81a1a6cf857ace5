import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { chips } from '../chips/contract';
import { chipOfVendor, incompleteAtTheEnds } from './checks';
import { chipSales } from './contract';

test('wants the designer to be the vendor of the chip', () => {
  const rows = [
    { chip: 'h100', vendor: 'nvidia' },
    { chip: 'h100', vendor: 'amd' },
  ];
  const known = [{ chip: 'h100', vendor: 'nvidia' }];
  expect(chipOfVendor.find(createTables([chipSales, rows], [chips, known]))).toMatchObject([
    { line: 3, column: 'vendor', found: 'amd', says: 'the chip is one of nvidia' },
  ]);
});

const sale = (chip: string, period: string, quarter: string, edition = '2026-10') => ({
  ...{ edition, vendor: 'nvidia', chip, period, quarter },
});
const findIncomplete = (...rows: readonly ReturnType<typeof sale>[]) =>
  incompleteAtTheEnds.find(createTables([chipSales, rows])).map(({ line, says }) => [line, says]);

test('accepts an incomplete quarter at the end of an edition', () => {
  const whole = sale('h100', '2026-Q2', 'whole');
  expect(
    findIncomplete(
      sale('h100', '2026-Q1', 'part', '2026-04'),
      sale('h100', '2025-Q4', 'whole', '2026-04'),
      sale('h100', '2025-Q4', 'whole'),
      sale('h100', '2026-Q1', 'whole'),
      whole,
      sale('h100', '2026-Q3', 'part'),
      sale('b200', '2026-Q3', 'part'),
    ),
  ).toEqual([]);
});

test('finds one between whole quarters, and one of which other chips have the whole', () => {
  expect(
    findIncomplete(
      sale('h100', '2025-Q4', 'whole'),
      sale('h100', '2026-Q1', 'part'),
      sale('h100', '2026-Q2', 'part'),
      sale('b200', '2026-Q2', 'whole'),
    ),
  ).toEqual([
    [3, 'the designer has quarters on both sides'],
    [4, 'other chips of the designer have the whole quarter'],
  ]);
});
