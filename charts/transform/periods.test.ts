import { expect, it } from 'vitest';
import { parsePeriod } from '@/units/period';
import type { Point, Series } from '../kinds/time/model';
import { markUnfinished } from './periods';

const point = (label: string, more: Partial<Point> = {}): Point => ({
  period: parsePeriod(label, 'last Sunday of January')!,
  value: 1,
  kind: 'measured',
  source: 's',
  ...more,
});

const toSeries = (...points: Point[]): Series[] => [
  { id: 'a', label: 'A', color: 'nvidia', points },
];

it('marks figures of periods that end after the collection, and says so', () => {
  const { series, notes } = markUnfinished(
    toSeries(point('2025'), point('2026'), point('2027', { kind: 'projection' })),
    '2026-11-22',
  );
  expect(series[0]!.points.map(({ isUnfinished = false }) => isUnfinished)).toEqual([
    false,
    true,
    false,
  ]);
  expect(notes).toEqual([
    '2026: so far, up to the collection of the data (Nov 22, 2026); the period was not over.',
  ]);
});

it('goes by the days that were reported where a figure stands elsewhere', () => {
  const moved = point('2026-Q4', {
    reported: { label: 'FY2027-Q3', start: null, end: '2026-11-01' },
  });
  const all = toSeries(moved);
  expect(markUnfinished(all, '2026-11-22')).toEqual({ series: all, notes: [] });
});
