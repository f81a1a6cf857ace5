import { expect, test } from 'vitest';
import { dataCenterTimelines } from '../data-center-timelines/contract';
import { rowsInOrder } from './rows-in-order';
import { createTables } from './tables-for-tests';

const check = rowsInOrder('data-center-timelines', ['edition', 'site', 'date']);
const row = (edition: string, site: string, date: string) => ({ edition, site, date });

test('accepts a later day, another site and another edition', () => {
  const rows = [
    row('2026-05', 'north', '2025-01-01'),
    row('2026-05', 'north', '2026-01-01'),
    row('2026-05', 'south', '2024-01-01'),
    row('2026-10', 'north', '2024-01-01'),
  ];
  expect(check.find(createTables([dataCenterTimelines, rows]))).toEqual([]);
});

test('finds a state before the one above it', () => {
  const rows = [
    row('2026-05', 'north', '2026-01-01'),
    row('2026-05', 'north', '2025-01-01'),
    row('2026-05', 'east', '2027-01-01'),
  ];
  expect(check.find(createTables([dataCenterTimelines, rows]))).toMatchObject([
    { line: 3, column: 'date', found: '2025-01-01' },
    { line: 4, column: 'date', found: '2027-01-01' },
  ]);
});
