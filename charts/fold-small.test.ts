import { expect, it } from 'vitest';
import { parsePeriod } from '@/units/period';
import { foldSmall } from './fold-small';
import type { Series } from './model';

const one = (id: string, value: number): Series => ({
  id,
  label: id,
  colour: 'other',
  points: [{ period: parsePeriod('2025')!, value, kind: 'measured', source: 's' }],
});
const series = [one('a', 50), one('other', 20), one('b', 5), one('c', 15), one('d', 10)];
const read = (folded: readonly Series[]) =>
  folded.map(({ id, points }) => `${id} ${points[0]!.value}`);

it('keeps the largest and adds up the rest, what was other before included', () => {
  expect(read(foldSmall(series, { most: 2, label: 'Others' }))).toEqual([
    'a 50',
    'c 15',
    'others 35',
  ]);
});

it('leaves few series alone', () => {
  expect(foldSmall(series, { most: 4, label: 'Others' })).toEqual(series);
});

it('adds nothing where adding is not allowed', () => {
  expect(foldSmall(series, { most: 2, label: 'Others', allowed: false })).toEqual(series);
});
