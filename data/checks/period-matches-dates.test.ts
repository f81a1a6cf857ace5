import { expect, test } from 'vitest';
import { nvidiaRevenue } from '../nvidia-revenue/contract';
import { vendors } from '../vendors/contract';
import { periodMatchesDates, toDayRange } from './period-matches-dates';
import { createTables } from './tables-for-tests';

const check = periodMatchesDates({
  dataset: 'nvidia-revenue',
  label: 'fiscal_quarter',
  vendor: 'nvidia',
});
const VENDORS = [{ vendor: 'nvidia', fiscal_year_end: 'last Sunday of January' }];
const row = (fiscal_quarter: string, period_start: string, period_end: string) => ({
  fiscal_quarter,
  period_start,
  period_end,
});

test('accepts the fourteen weeks that end a year of 53', () => {
  const tables = createTables(
    [vendors, VENDORS],
    [
      nvidiaRevenue,
      [row('FY2016-Q4', '2015-10-26', '2016-01-31'), row('FY2027-Q2', '2026-04-27', '2026-07-26')],
    ],
  );
  expect(check.find(tables)).toEqual([]);
});

test('finds a wrong first day, a wrong last day and a label that is no period', () => {
  const tables = createTables(
    [vendors, VENDORS],
    [
      nvidiaRevenue,
      [
        row('FY2023-Q4', '2022-10-30', '2023-01-29'),
        row('FY2023-Q4', '2022-10-31', '2023-01-31'),
        row('2023 Q4', '2023-10-01', '2023-12-31'),
      ],
    ],
  );
  expect(check.find(tables).map(({ line, column, says }) => [line, column, says])).toEqual([
    [2, 'period_start', 'FY2023-Q4 runs from 2022-10-31 to 2023-01-29'],
    [3, 'period_end', 'FY2023-Q4 runs from 2022-10-31 to 2023-01-29'],
    [4, 'fiscal_quarter', 'this is no period'],
  ]);
});

test.each([
  ['2023-H1', '2023-01-01', '2023-06-30'],
  ['2023-H2', '2023-07-01', '2023-12-31'],
  ['2025-01/2025-05', '2025-01-01', '2025-05-31'],
  ['2026-06', '2026-06-01', '2026-06-30'],
  ['2024', '2024-01-01', '2024-12-31'],
])('reads %s as %s to %s', (label, start, end) => {
  expect(toDayRange(label, null)).toMatchObject({ start, end });
});

test.each(['2023-H3', '2025-01/', 'soon', ''])('does not read “%s”', (label) => {
  expect(toDayRange(label, null)).toBeNull();
});
