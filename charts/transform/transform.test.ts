import { describe, expect, it } from 'vitest';
import type { FigureKind } from '@/units/figure-kind';
import { parsePeriod } from '@/units/period';
import type { Series } from '../kinds/time/model';
import { cutTime, sumByYear, sumTrailingYear, toCalendar } from './periods';
import { toGrowth, toIndex, toShares } from './values';

type Figures = Record<string, number | null | [number, FigureKind]>;

function series(id: string, figures: Figures): Series {
  const points = Object.entries(figures).map(([label, figure]) => {
    const [value, kind] = Array.isArray(figure) ? figure : [figure, 'measured' as const];
    return { period: parsePeriod(label, 'last Sunday of January')!, value, kind, source: 'report' };
  });
  return { id, label: id.toUpperCase(), color: 'nvidia', points };
}

const read = ({ points }: Series) =>
  Object.fromEntries(points.map(({ period, value }) => [period.label, value]));

const quarters = (from: number, values: readonly (number | null)[], prefix = 'FY') =>
  Object.fromEntries(
    values.map((value, index) => [
      `${prefix}${from + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
      value,
    ]),
  );

describe('sums', () => {
  it('add four quarters to a fiscal year and leave a part of a year out, saying so', () => {
    const { series: sums, notes } = sumByYear([series('a', quarters(2024, [1, 2, 3, 4, 5]))]);
    expect(read(sums[0]!)).toEqual({ FY2024: 10 });
    expect(notes).toEqual(['Left out, because not all four quarters are known: FY25.']);
  });

  it('break where a year between has an unknown quarter', () => {
    const known = quarters(2022, [1, 1, 1, 1, 2, null, 2, 2, 3, 3, 3, 3], '');
    const { series: sums, notes } = sumByYear([series('a', known), series('b', {})]);
    expect(read(sums[0]!)).toEqual({ 2022: 4, 2023: null, 2024: 12 });
    expect(notes[0]).toContain('2023 (A)');
  });

  it('are as uncertain as their least certain quarter', () => {
    const mixed = { ...quarters(2024, [1, 2, 3]), 'FY2024-Q4': [4, 'estimate'] } as Figures;
    expect(sumByYear([series('a', mixed)]).series[0]!.points[0]!.kind).toBe('estimate');
  });

  it('of the last four quarters start with the fourth and break at an unknown one', () => {
    const { series: sums } = sumTrailingYear([
      series('a', quarters(2024, [1, 2, 3, 4, 5, null, 7, 8, 9, 10])),
    ]);
    expect(read(sums[0]!)).toEqual({
      'FY2024-Q4': 10,
      'FY2025-Q1': 14,
      'FY2025-Q2': null,
      'FY2025-Q3': null,
      'FY2025-Q4': null,
      'FY2026-Q1': null,
      'FY2026-Q2': 34,
    });
  });
});

describe('growth', () => {
  const one = series('a', quarters(2024, [10, 20, 0, 40, 15, null, 5, 20]));

  it('on the year compares the same quarters; nothing grows from zero or from unknown', () => {
    expect(read(toGrowth(one, 'year'))).toEqual({
      'FY2025-Q1': 50,
      'FY2025-Q2': null,
      'FY2025-Q3': null,
      'FY2025-Q4': -50,
    });
  });

  it('on the quarter crosses the end of the year', () => {
    expect(read(toGrowth(one, 'quarter'))['FY2025-Q1']).toBe(-62.5);
  });

  it('of years compares neighbors', () => {
    expect(read(toGrowth(series('a', { 2022: 4, 2023: 6 }), 'year'))).toEqual({ 2023: 50 });
  });
});

it('an index starts each series at 100 and names where they start', () => {
  const { series: indexed, notes } = toIndex([
    series('a', { 2020: null, 2021: 50, 2022: 75 }),
    series('b', { 2020: 10, 2021: 20 }),
    series('c', { 2020: 0 }),
  ]);
  expect(indexed.map(read)).toEqual([
    { 2021: 100, 2022: 150 },
    { 2020: 100, 2021: 200 },
  ]);
  expect(notes[0]).toContain('A: 2021 = 100; B: 2020 = 100');
});

it('shares add up to 100 in each period; a period of zeros has none', () => {
  const shares = toShares([
    series('a', { 2020: 1, 2021: 0, 2022: 5 }),
    series('b', { 2020: 3, 2021: 0, 2022: null }),
  ]);
  expect(shares.map(read)).toEqual([
    { 2020: 25, 2021: null, 2022: 100 },
    { 2020: 75, 2021: null, 2022: null },
  ]);
});

it('fiscal quarters stand on the calendar quarter of their middle, figures unchanged', () => {
  const { series: moved, notes } = toCalendar([
    series('a', { 'FY2023-Q4': 3616, 'FY2024-Q1': 4284 }),
  ]);
  expect(read(moved[0]!)).toEqual({ '2022-Q4': 3616, '2023-Q1': 4284 });
  expect(notes[0]).toContain('Q1 FY24, which ended on 2023-04-30, is placed at Q1 2023');
});

it('cutting time drops series without a figure there and gaps at the ends', () => {
  const cut = cutTime(
    [series('a', { 2019: 1, 2020: null, 2021: 2, 2022: null, 2023: 3 }), series('b', { 2019: 1 })],
    { from: '2020', to: '2022' },
  );
  expect(cut.map(read)).toEqual([{ 2021: 2 }]);
});

it('figures on the calendar keep the days that they were reported for, also as sums', () => {
  const { series: moved } = toCalendar([series('a', quarters(2024, [1, 2, 3, 4]))]);
  expect(moved[0]!.points[0]!.reported).toEqual({
    label: 'FY2024-Q1',
    start: '2023-01-30',
    end: '2023-04-30',
  });
  const year = { label: 'FY2024-Q1/FY2024-Q4', start: '2023-01-30', end: '2024-01-28' };
  expect(sumByYear(moved).series[0]!.points[0]!.reported).toEqual(year);
  const last = sumTrailingYear(moved).series[0]!.points.at(-1)!;
  expect(last).toMatchObject({ since: '2023-01-01', reported: year });
});
