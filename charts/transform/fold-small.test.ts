import { expect, it } from 'vitest';
import { parsePeriod } from '@/units/period';
import type { Series } from '../kinds/time/model';
import { foldSmall } from './values';

const one = (id: string, value: number): Series => ({
  id,
  label: id,
  color: 'other',
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

it.each([
  ['estimate', 'measured', 'estimate'],
  ['measured', 'estimate', 'estimate'],
  ['projection', 'estimate', 'projection'],
  ['measured', 'measured', 'measured'],
] as const)('the sum of %s and %s is %s', (first, second, expected) => {
  const of = (id: string, kind: typeof expected) => {
    const { points, ...rest } = one(id, 5);
    return { ...rest, points: points.map((point) => ({ ...point, kind })) };
  };
  const folded = foldSmall([one('a', 50), of('b', first), of('c', second)], {
    most: 1,
    label: 'Others',
  });
  expect(folded.at(-1)?.points[0]?.kind).toBe(expected);
});

it('leaves few series alone', () => {
  expect(foldSmall(series, { most: 4, label: 'Others' })).toEqual(series);
});

it('adds nothing where adding is not allowed', () => {
  expect(foldSmall(series, { most: 2, label: 'Others', allowed: false })).toEqual(series);
});
