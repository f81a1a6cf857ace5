import { describe, expect, it } from 'vitest';
import { parsePeriod } from '@/units/period';
import type { Series } from '../kinds/time/model';
import { describeLonger, keepWhole, toGrowth } from './values';

function series(id: string, figures: Record<string, number | null>): Series {
  const points = Object.entries(figures).map(([label, value]) => ({
    period: parsePeriod(label)!,
    value,
    kind: 'measured' as const,
    source: 'report',
  }));
  return { id, label: id.toUpperCase(), color: 'nvidia', points };
}

const read = ({ points }: Series) =>
  Object.fromEntries(points.map(({ period, value }) => [period.label, value]));

describe('what makes up a whole', () => {
  it('is left as it is where nothing is missing', () => {
    const all = [series('a', { 2020: 1, 2021: 2 }), series('b', { 2021: 3 })];
    expect(keepWhole(all)).toEqual({ series: all, notes: [] });
  });

  it('is blank in a period that lacks a part which is known before and after', () => {
    const { series: kept, notes } = keepWhole([
      series('a', { 2020: 1, 2021: 2, 2022: 3, 2023: 4 }),
      series('b', { 2021: 5, 2022: null, 2023: 6 }),
    ]);
    expect(kept.map(read)).toEqual([
      { 2020: 1, 2021: 2, 2022: null, 2023: 4 },
      { 2021: 5, 2022: null, 2023: 6 },
    ]);
    expect(notes).toEqual(['Left blank, because not every part is known: 2022 (without B).']);
  });

  it('needs parts that were always there in every period', () => {
    const { series: kept, notes } = keepWhole(
      [series('a', { 2020: 1, 2021: 2, 2022: 3 }), series('b', { 2021: 5 })],
      'every',
    );
    expect(kept.map(read)).toEqual([{ 2021: 2 }, { 2021: 5 }]);
    expect(notes).toEqual(['Left blank, because not every part is known: 2020, 2022 (without B).']);
  });

  it('says nothing of periods of which nothing is known', () => {
    const gap = [series('a', { 2020: 1, 2021: null, 2022: 3 })];
    expect(keepWhole(gap, 'every').notes).toEqual([]);
  });
});

describe('growth over a quarter of 14 weeks', () => {
  const figures = ['FY2020-Q4', 'FY2021-Q3', 'FY2021-Q4', 'FY2022-Q4'];
  const points = figures.map((label) => ({
    period: parsePeriod(label, 'last Sunday of January')!,
    value: 100,
    kind: 'measured' as const,
    source: 'report',
  }));
  const own: Series = { id: 'a', label: 'A', color: 'nvidia', points };

  it('says so, on the way there and back', () => {
    const notes = toGrowth(own, 'year').points.map(({ period, note }) => [
      period.label,
      note?.includes('Q4 FY21 had 14 weeks') ?? false,
    ]);
    expect(notes).toEqual([
      ['FY2021-Q4', true],
      ['FY2022-Q4', true],
    ]);
    expect(describeLonger([own], 'quarter').join()).toContain('Q4 FY21 had 14 weeks');
  });

  it('says nothing where quarters are equally long', () => {
    expect(describeLonger([{ ...own, points: points.slice(0, 2) }], 'year')).toEqual([]);
  });
});
