import { describe, expect, test } from 'vitest';
import type { Series } from '@/charts/model';
import { parsePeriod } from '@/units/period';
import { describeYear, findVendorSeries, toSettled } from './key-figure';

type Figure = readonly [period: string, value: number | null, kind?: 'projection'];

function buildSeries(id: string, ...figures: readonly Figure[]): Series {
  const points = figures.map(([period, value, kind = 'measured' as const]) => ({
    period: parsePeriod(period, 'last Sunday of January')!,
    value,
    kind,
    source: null,
  }));
  return { id, label: id, color: 'other', points };
}

describe('a vendor’s series', () => {
  const old = buildSeries('amd-old-segment', ['2023', 5]);
  const recent = buildSeries('amd-data-center', ['2023', 5], ['2025', 6]);

  test('is the one of its own name', () => {
    const own = buildSeries('amd', ['2020', 1]);
    expect(findVendorSeries([recent, own], 'amd')).toBe(own);
  });

  test('is else that of the newest figure', () => {
    expect(findVendorSeries([old, recent], 'amd')).toBe(recent);
  });

  test('is none where only another’s name begins alike', () => {
    expect(findVendorSeries([recent], 'am')).toBeNull();
  });
});

test('projections are left out', () => {
  const series = buildSeries('amd', ['2024', 1], ['2025', 2, 'projection']);
  expect(toSettled(series).points.map(({ value }) => value)).toEqual([1]);
});

test.each([
  [
    'percent',
    'papers',
    [
      ['2024', 50],
      ['2025', 60],
    ],
    '+20% from a year earlier',
  ],
  [
    'points of a share',
    '%',
    [
      ['2024', 50],
      ['2025', 60],
    ],
    '+10 points from a year earlier',
  ],
  [
    'the fiscal quarter a year before',
    'USD',
    [
      ['FY2024-Q1', 1],
      ['FY2025-Q1', 2],
    ],
    '+100% from a year earlier',
  ],
  [
    'nothing where that year is unknown',
    'papers',
    [
      ['2023', 50],
      ['2025', 60],
    ],
    null,
  ],
  [
    'nothing where that year has no figure',
    'papers',
    [
      ['2024', null],
      ['2025', 60],
    ],
    null,
  ],
  [
    'nothing where a percentage of zero would be',
    'papers',
    [
      ['2024', 0],
      ['2025', 60],
    ],
    null,
  ],
] as const)('a year’s change: %s', (_, unit, figures, expected) => {
  const series = buildSeries('nvidia', ...figures);
  const last = series.points.at(-1)!;
  expect(describeYear(series, { ...last, value: last.value! }, unit)).toBe(expected);
});

test('of modeled figures a year’s change is told to the percent', () => {
  const series = buildSeries('nvidia', ['2024-Q4', 1210], ['2025-Q4', 1190]);
  const last = { ...series.points.at(-1)!, value: 1190, kind: 'modeled' as const };
  expect(describeYear(series, last, 'thousands')).toBe('about −2% from a year earlier');
  expect(describeYear(series, last, '%')).toBe('about −20 points from a year earlier');
});
