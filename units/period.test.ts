import { describe, expect, it, test } from 'vitest';
import {
  formatDate,
  formatPeriod,
  formatPeriodLong,
  nvidiaQuarterRange,
  parsePeriod,
  toCalendarQuarter,
  toMiddle,
} from './period';

describe("Nvidia's fiscal calendar", () => {
  // Period ends as printed on the covers of the 10-Q and 10-K filings.
  test.each([
    [2016, 1, '2015-01-26', '2015-04-26'],
    [2016, 4, '2015-10-26', '2016-01-31'],
    [2017, 1, '2016-02-01', '2016-05-01'],
    [2021, 2, '2020-04-27', '2020-07-26'],
    [2021, 4, '2020-10-26', '2021-01-31'],
    [2023, 4, '2022-10-31', '2023-01-29'],
    [2024, 1, '2023-01-30', '2023-04-30'],
    [2027, 2, '2026-04-27', '2026-07-26'],
  ] as const)('FY%i Q%i runs from %s to %s', (year, quarter, start, end) => {
    expect(nvidiaQuarterRange(year, quarter)).toEqual({ start, end });
  });

  it('leaves no day between two quarters, 53-week years included', () => {
    let previousEnd = nvidiaQuarterRange(2015, 4).end;
    for (let year = 2016; year <= 2030; year++) {
      for (const quarter of [1, 2, 3, 4] as const) {
        const { start, end } = nvidiaQuarterRange(year, quarter);
        expect(Date.parse(start) - Date.parse(previousEnd)).toBe(86_400_000);
        previousEnd = end;
      }
    }
  });
});

test.each([
  ['2025', 'year', '2025-01-01', '2025-12-31'],
  ['2025-Q4', 'quarter', '2025-10-01', '2025-12-31'],
  ['2026-H1', 'half', '2026-01-01', '2026-06-30'],
  ['2024-02', 'month', '2024-02-01', '2024-02-29'],
  ['2023-02-23', 'day', '2023-02-23', '2023-02-23'],
  ['FY2023-Q4', 'fiscal-quarter', '2022-10-31', '2023-01-29'],
  ['FY2023', 'fiscal-year', '2022-01-31', '2023-01-29'],
])('reads %s as a %s', (label, kind, start, end) => {
  expect(parsePeriod(label)).toEqual({ label, kind, start, end });
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
    'Q2 FY27 (Apr–Jul 2026)',
  );
  expect(formatPeriodLong({ label: 'FY2023-Q4', start: '2022-10-31', end: '2023-01-29' })).toBe(
    'Q4 FY23 (Oct 2022–Jan 2023)',
  );
});

test('a date is as exact as its source', () => {
  expect(['2023-02-23', '2023-02', '2023'].map(formatDate)).toEqual([
    '23 Feb 2023',
    'Feb 2023',
    '2023',
  ]);
});

test('a fiscal quarter belongs to the calendar quarter that holds its middle', () => {
  expect(toCalendarQuarter(nvidiaQuarterRange(2023, 4))).toBe('2022-Q4');
  expect(toCalendarQuarter(nvidiaQuarterRange(2027, 2))).toBe('2026-Q2');
});
