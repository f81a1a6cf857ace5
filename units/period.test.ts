import { expect, test } from 'vitest';
import {
  formatDate,
  formatPeriod,
  formatPeriodLong,
  parsePeriod,
  toCalendarQuarter,
  toMiddle,
} from './period';

const NVIDIA = 'last Sunday of January';

test.each([
  ['2025', 'year', '2025-01-01', '2025-12-31'],
  ['2025-Q4', 'quarter', '2025-10-01', '2025-12-31'],
  ['2026-H1', 'half', '2026-01-01', '2026-06-30'],
  ['2024-02', 'month', '2024-02-01', '2024-02-29'],
  ['2023-02-23', 'day', '2023-02-23', '2023-02-23'],
])('reads %s as a %s', (label, kind, start, end) => {
  expect(parsePeriod(label)).toEqual({ label, kind, start, end });
});

test.each([
  [NVIDIA, 'FY2023-Q4', 'fiscal-quarter', '2022-10-31', '2023-01-29'],
  [NVIDIA, 'FY2023', 'fiscal-year', '2022-01-31', '2023-01-29'],
  ['last day of May', 'FY2023-Q4', 'fiscal-quarter', '2023-03-01', '2023-05-31'],
  ['last day of May', 'FY2023', 'fiscal-year', '2022-06-01', '2023-05-31'],
])('reads by a year to the %s %s as a %s', (calendar, label, kind, start, end) => {
  expect(parsePeriod(label, calendar)).toEqual({ label, kind, start, end, calendar });
});

test.each(['FY2023-Q4', 'FY2023'])('reads no %s without a calendar', (label) => {
  expect(parsePeriod(label)).toBeNull();
});

test.each([
  ['2023-02-23', '2023-02-23T12:00:00.000Z'],
  ['2024-02', '2024-02-15T12:00:00.000Z'],
  ['2025', '2025-07-02T12:00:00.000Z'],
])('the middle of %s is %s', (label, middle) => {
  expect(toMiddle(parsePeriod(label)!).toISOString()).toBe(middle);
});

test.each(['', '2025-Q5', '2025-13', 'FY23-Q4', '2025-10/2026-03'])('%j is no period', (label) => {
  expect(parsePeriod(label)).toBeNull();
});

test.each([
  ['FY2023-Q4', 'Q4 FY23'],
  ['FY2023', 'FY23'],
  ['2025-Q4', 'Q4 2025'],
  ['2026-H1', 'H1 2026'],
  ['2026-06', 'Jun 2026'],
  ['2024', '2024'],
  ['2025-01/2025-05', 'Jan 2025 – May 2025'],
])('formats %s as %s', (label, expected) => {
  expect(formatPeriod(label)).toBe(expected);
});

test('names the months of a fiscal quarter', () => {
  expect(formatPeriodLong({ label: 'FY2027-Q2', start: '2026-04-27', end: '2026-07-26' })).toBe(
    'Q2 FY27 (May–Jul 2026)',
  );
  expect(formatPeriodLong({ label: 'FY2023-Q4', start: '2022-10-31', end: '2023-01-29' })).toBe(
    'Q4 FY23 (Nov 2022–Jan 2023)',
  );
});

test('a date is as exact as its source', () => {
  expect(['2023-02-23', '2023-02', '2023'].map(formatDate)).toEqual([
    'Feb 23, 2023',
    'Feb 2023',
    '2023',
  ]);
});

test('a fiscal quarter belongs to the calendar quarter that holds its middle', () => {
  expect(toCalendarQuarter(parsePeriod('FY2023-Q4', NVIDIA)!)).toBe('2022-Q4');
  expect(toCalendarQuarter(parsePeriod('FY2027-Q2', NVIDIA)!)).toBe('2026-Q2');
});
