import { expect, test } from 'vitest';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import { chips } from '../chips/contract';
import { indexEditions } from '../index-editions/contract';
import { oneProjectedYear, seriesNamed } from './checks';
import { chipUsageInPapers } from './contract';

const editions = [
  { edition: 'spring', projected_year: 2026, papers_numbers: 'complete' },
  { edition: 'winter', projected_year: null, papers_numbers: 'none' },
];
const count = (period: string, kind: string, more: TestRow = {}): TestRow => ({
  edition: 'spring',
  period,
  kind,
  series: 'nvidia',
  vendor: 'nvidia',
  ...more,
});
const tables = (...rows: TestRow[]) =>
  createTables(
    [indexEditions, editions],
    [chips, [{ chip: 'a100', vendor: 'nvidia' }]],
    [chipUsageInPapers, rows],
  );

test('accepts one projected year, and bounds and samples next to it', () => {
  const rows = [
    count('2025', 'measured'),
    count('2026', 'projection'),
    count('2022-01/2022-12', 'lower-bound'),
    count('2025-01/2025-05', 'measured'),
  ];
  expect(oneProjectedYear.find(tables(...rows))).toEqual([]);
});

test('finds a second projected year and an unmarked one', () => {
  const rows = [
    count('2025', 'projection'),
    count('2026', 'measured'),
    count('2024', 'projection', { edition: 'winter' }),
  ];
  expect(oneProjectedYear.find(tables(...rows)).map(({ line, says }) => [line, says])).toEqual([
    [2, 'spring projects 2026'],
    [3, 'spring projects 2026'],
    [4, 'winter projects no year'],
  ]);
});

test('finds series, vendors and editions that contradict each other', () => {
  const good = count('2025', 'measured', { series: 'a100', chip: 'a100' });
  expect(seriesNamed.find(tables(good, count('2024', 'measured')))).toEqual([]);
  const rows = [
    count('2025', 'measured', { chip: 'a100' }),
    count('2025', 'measured', { series: 'a100', chip: 'a100', vendor: 'amd' }),
    count('2025', 'measured', { edition: 'winter' }),
  ];
  expect(seriesNamed.find(tables(...rows)).map(({ line, column }) => [line, column])).toEqual([
    [2, 'series'],
    [3, 'vendor'],
    [4, 'edition'],
  ]);
});
