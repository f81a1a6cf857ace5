import { expect, test } from 'vitest';
import type { Series } from '@/charts/model';
import { parsePeriod } from '@/units/period';
import { listCautions } from './sentences';

const toSeries = (label: string, notes: Record<string, string>): Series => ({
  id: label,
  label,
  color: 'nvidia',
  points: Object.entries(notes).map(([period, note]) => ({
    period: parsePeriod(period)!,
    value: 1,
    kind: 'measured',
    source: 's',
    note,
  })),
});

const ALL = { from: null, to: null };
const google = toSeries('Google', {
  2023: 'Series label: TPU.',
  2024: 'Series label: TPU. Break: 167 the year before.',
});

test('repeats breaks and suspects with period and series, but no other notes', () => {
  expect(listCautions([google], ALL)).toEqual(['Break in 2024 (Google): 167 the year before.']);
  expect(listCautions([google], { from: null, to: '2023' })).toEqual([]);
});

test('says once what several series say of a period', () => {
  const note = { '2014-09': 'Break: another list.' };
  expect(listCautions([toSeries('A', note), toSeries('B', note)], ALL)).toEqual([
    'Break in Sep 2014: another list.',
  ]);
});
