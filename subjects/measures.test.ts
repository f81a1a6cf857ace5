import { describe, expect, it, test } from 'vitest';
import type { Series } from '@/charts/model';
import { parsePeriod } from '@/units/period';
import { describeDoubling, toDoublingTime } from '@/views/sentences';
import { toLife } from './papers/chip-half-life';
import { toConcentration } from './share/market-words';
import type { ShareRow } from './share/queries';

const points = (figures: Record<string, number | null>) =>
  Object.entries(figures).map(([label, value]) => ({
    period: parsePeriod(label)!,
    value,
    kind: 'measured' as const,
    source: 'report',
  }));

const series = (figures: Record<string, number | null>): Series => ({
  id: 'a',
  label: 'A',
  color: 'nvidia',
  points: points(figures),
});

describe('doubling time', () => {
  it('of four times in two years is twelve months', () => {
    expect(toDoublingTime(series({ 2020: 10, 2021: 5, 2022: 40 }))?.months).toBeCloseTo(12, 1);
  });

  it('states its window, which can be cut to the last figures', () => {
    const grown = series({ 2018: 40, 2020: 10, 2021: 20, 2022: 40 });
    expect(describeDoubling(grown, { most: 3 })).toBe(
      'From 2020 to 2022 it doubled every 12 months on average.',
    );
  });

  test.each([
    ['what fell', { 2020: 10, 2022: 5 }],
    ['what did not double', { 2020: 10, 2022: 19 }],
    ['what starts at zero', { 2020: 0, 2022: 19 }],
    ['a single figure', { 2020: 10 }],
  ])('says nothing of %s', (_, figures) => {
    expect(describeDoubling(series(figures))).toBeNull();
  });
});

describe('concentration', () => {
  const row = (vendor: string, share_pct: number) =>
    ({ vendor, share_pct, period: '2024', kind: 'measured', source: 's' }) as ShareRow;

  test.each([
    ['one vendor', [row('nvidia', 100)], 10_000],
    ['two equal ones', [row('nvidia', 50), row('amd', 50)], 5_000],
  ])('of %s', (_, rows, value) => {
    expect(toConcentration(rows)).toEqual({ low: value, high: value });
  });

  it('takes others as nothing at the lower end and as one vendor at the upper', () => {
    expect(toConcentration([row('nvidia', 60), row('other', 40)])).toEqual({
      low: 3_600,
      high: 5_200,
    });
  });
});

describe('the life of a chip', () => {
  it('is counted from launch to the middle of the peak year and of the first with half of it', () => {
    const life = toLife(points({ 2019: 10, 2020: 100, 2021: 60, 2022: 50 }), '2018-07-02');
    expect(life?.peak.period.label).toBe('2020');
    expect(life?.toPeak).toBeCloseTo(2, 1);
    expect(life?.half?.period.label).toBe('2022');
    expect(life?.toHalf).toBeCloseTo(4, 1);
  });

  it('has no half yet while more than half of the papers go on', () => {
    expect(toLife(points({ 2020: 100, 2021: 60 }), '2018')).toMatchObject({
      half: null,
      toHalf: null,
    });
  });

  it('has no peak while the newest year is the highest', () => {
    expect(toLife(points({ 2020: 100, 2021: 160 }), '2018')).toBeNull();
  });
});
