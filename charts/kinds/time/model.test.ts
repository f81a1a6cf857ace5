import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import {
  formatWhen,
  formatWhenShort,
  formatYearlyChange,
  type Point,
  type TimeModel,
  toYearlyChange,
} from './model';

const quarter = parsePeriod('FY2027-Q2', 'last Sunday of January')!;
const reported = { label: 'FY2027-Q2', start: '2026-04-27', end: '2026-07-26' };

test.each([
  [{ period: parsePeriod('2025-Q4')! }, 'Q4 2025', 'Q4 2025'],
  [{ period: quarter }, 'Q2 FY27 (May–Jul 2026)', 'Q2 FY27'],
  [
    { period: parsePeriod('2026-Q2')!, reported },
    'Q2 2026, reported for Q2 FY27 (May–Jul 2026)',
    'Q2 2026',
  ],
  [
    { period: parsePeriod('2023-Q4')!, reported: { ...reported, start: null } },
    'Q4 2023, reported for Q2 FY27 (to Jul 26, 2026)',
    'Q4 2023',
  ],
  [
    { period: parsePeriod('2026-Q2')!, reported: { ...reported, label: '2026-Q2' } },
    'Q2 2026',
    'Q2 2026',
  ],
  [
    { period: quarter, since: '2025-07-28' },
    'four quarters to Q2 FY27 (Aug 2025–Jul 2026)',
    'four quarters to Q2 FY27',
  ],
])('%j speaks of %s', (place, long, short) => {
  expect(formatWhen(place)).toBe(long);
  expect(formatWhenShort(place)).toBe(short);
});

const point = (label: string, value: number | null): Point => ({
  period: parsePeriod(label, 'last Sunday of January')!,
  value,
  kind: 'measured',
  source: null,
});

const dollars = { unit: 'USD millions', axis: 'from-zero' } as const;
const shares = { unit: '%', axis: 'share' } as const;
const growth = { unit: '%', axis: 'from-zero' } as const;

test.each<
  [
    string,
    [string, number | null],
    [string, number | null],
    Pick<TimeModel, 'unit' | 'axis'>,
    string | null,
  ]
>([
  ['revenue in percent', ['FY2026-Q2', 100], ['FY2027-Q2', 153], dollars, '+53%'],
  ['a fall', ['2024', 200], ['2025', 150], dollars, '−25%'],
  ['a share in points', ['2024-Q4', 84], ['2025-Q4', 94], shares, '+10 points'],
  ['a single point', ['2024-Q4', 84], ['2025-Q4', 83], shares, '−1 point'],
  ['nothing', ['2024-Q4', 84], ['2025-Q4', 84], shares, '±0 points'],
  ['another quarter is no year before', ['2025-Q3', 84], ['2025-Q4', 94], shares, null],
  ['no figure before', ['2024-Q4', null], ['2025-Q4', 94], shares, null],
  ['from zero there is no percentage', ['2024', 0], ['2025', 94], dollars, null],
  ['a change has no change', ['2024', 10], ['2025', 12], growth, null],
])('says of %s how it changed from a year earlier', (_, before, now, measured, expected) => {
  const points = [point(...before), point(...now)];
  const change = toYearlyChange(points[1]!, points, measured);
  expect(change === null ? null : formatYearlyChange(change, measured)).toBe(expected);
});
