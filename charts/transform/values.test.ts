import { describe, expect, it } from 'vitest';
import { parsePeriod } from '@/units/period';
import type { Series } from '../kinds/time/model';
import { keepWhole } from './values';

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
