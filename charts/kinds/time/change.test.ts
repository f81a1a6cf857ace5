import { expect, it } from 'vitest';
import { parsePeriod } from '@/units/period';
import { formatYearlyChange, toYearlyChange } from './change';
import type { Point, TimeModel } from './model';

const point = (label: string, value: number | null): Point => ({
  period: parsePeriod(label, 'last Sunday of January')!,
  value,
  kind: 'measured',
  source: null,
});

const dollars = { unit: 'USD millions', axis: 'from-zero' } as const;
const shares = { unit: '%', axis: 'share' } as const;
const growth = { unit: '%', axis: 'from-zero' } as const;

it.each<
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
