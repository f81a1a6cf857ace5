import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { vendors } from '../vendors/contract';
import { calendarFits } from './checks';
import { rivalRevenue } from './contract';

const row = (
  period: string,
  start: string | null,
  end: string,
  months = 3,
  vendor = 'broadcom',
) => ({
  vendor,
  period,
  period_start: start,
  period_end: end,
  months,
});
const find = (...rows: ReturnType<typeof row>[]) =>
  calendarFits.find(createTables([rivalRevenue, rows], [vendors, VENDORS]));

const VENDORS = [
  { vendor: 'broadcom', fiscal_year_end: 'Sunday nearest the end of October, long Q1' },
  { vendor: 'micron', fiscal_year_end: 'Thursday nearest the end of August' },
  { vendor: 'oracle', fiscal_year_end: 'last day of May' },
  { vendor: 'marvell' },
];

test('accepts calendar quarters, fiscal quarters as companies report them, and years', () => {
  const rows = [
    row('2022-Q4', '2022-09-25', '2022-12-31'),
    row('2026-Q2', '2026-03-29', '2026-06-27'),
    row('FY2024-Q1', null, '2024-02-04'),
    row('FY2025-Q4', '2025-08-04', '2025-11-02'),
    row('FY2025-Q4', '2025-05-30', '2025-08-28', 3, 'micron'),
    row('FY2026-Q1', '2025-06-01', '2025-08-31', 3, 'oracle'),
    row('FY2025', '2024-06-01', '2025-05-31', 12, 'oracle'),
    row('2025', '2025-01-01', '2025-12-31', 12),
  ];
  expect(find(...rows)).toEqual([]);
});

test('finds wrong years, wrong quarters, wrong lengths and wrong labels', () => {
  const rows = [
    row('2025-Q3', '2024-06-30', '2024-09-28'),
    row('FY2025-Q3', '2025-06-29', '2025-09-27'),
    row('2025-Q3', '2025-03-30', '2025-09-27'),
    row('2025', '2025-01-01', '2025-12-31', 3),
    row('Q3 2025', '2025-06-29', '2025-09-27'),
  ];
  expect(find(...rows).map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
});

test('asks for the fiscal calendar of a company that has none', () => {
  const found = find(row('FY2026-Q1', '2025-02-02', '2025-05-03', 3, 'marvell'));
  expect(found.map(({ says }) => says)).toEqual([
    'vendors.csv does not say when the fiscal year of "marvell" ends',
  ]);
});
