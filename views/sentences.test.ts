import { expect, test } from 'vitest';
import type { Series } from '@/charts/model';
import type { FigureKind } from '@/units/figure-kind';
import { parsePeriod } from '@/units/period';
import { describeChange, listLastValues } from './sentences';

function toSeries(
  values: Record<string, number | null>,
  lastKind: FigureKind = 'measured',
): Series {
  const labels = Object.keys(values);
  return {
    id: 'nvidia',
    label: 'Nvidia',
    color: 'nvidia',
    points: labels.map((label) => ({
      period: parsePeriod(label, 'last Sunday of January')!,
      value: values[label]!,
      kind: label === labels.at(-1) ? lastKind : 'measured',
      source: null,
    })),
  };
}

test.each<[Record<string, number | null>, FigureKind, string | null]>([
  [
    { '2009-Q4': 64.8, '2025-Q4': 94 },
    'measured',
    'Nvidia rose from 64.8% in Q4 2009 to 94% in Q4 2025.',
  ],
  [{ '2024': 66, '2026': 8 }, 'projection', 'Nvidia: 66% in 2024; 8% in 2026 is projected.'],
  [
    { '2024-Q1': 91.2, '2024-Q3': 83.1, '2026-Q2': 93.8 },
    'measured',
    'Nvidia fell from 91.2% in Q1 2024 to a low of 83.1% in Q3 2024, then rose to 93.8% in Q2 2026.',
  ],
  [
    { '2020': 10, '2022': 90, '2025': 8 },
    'measured',
    'Nvidia rose from 10% in 2020 to a peak of 90% in 2022, then fell to 8% in 2025.',
  ],
  [
    { '2020': 10, '2022': 45, '2025': 40 },
    'measured',
    'Nvidia rose from 10% in 2020 to 40% in 2025.',
  ],
  [
    { '2018': 76.3, '2022': 94.7, '2025': 90.4, '2026': 90.6 },
    'projection',
    'Nvidia rose from 76.3% in 2018 to a peak of 94.7% in 2022, then fell to 90.4% in 2025; 90.6% in 2026 is projected.',
  ],
  [
    { '2018': 50, '2019': 90, '2020': 20, '2021': 60 },
    'measured',
    'Nvidia rose from 50% in 2018 to a peak of 90% in 2019, fell to a low of 20% in 2020, then rose to 60% in 2021.',
  ],
  [
    { '2024': 5, '2025': 9, '2026': 5 },
    'measured',
    'Nvidia rose from 5% in 2024 to a peak of 9% in 2025, then fell to 5% in 2026.',
  ],
  [{ '2024': null, '2025': 5, '2026': null }, 'measured', 'Nvidia: 5% in 2025.'],
  [{ '2026': 90.6 }, 'projection', 'Nvidia: 90.6% in 2026, a projection.'],
  [{ '2024': 5, '2025': 5 }, 'measured', 'Nvidia stood at 5% in 2024 and again at 5% in 2025.'],
  [{ '2024': null }, 'measured', null],
])('describes %j', (values, kind, sentence) => {
  expect(describeChange(toSeries(values, kind), '%')).toBe(sentence);
});

test('names no turn on a line that breaks', () => {
  const series = toSeries({ '2008': 56, '2012': 33, '2026': 69 });
  const [first, second, last] = series.points;
  const broken = { ...second!, note: 'Break: the list was short before.' };
  expect(describeChange({ ...series, points: [first!, broken, last!] }, '%')).toBe(
    'Nvidia rose from 56% in 2008 to 69% in 2026.',
  );
});

test('lists last values, largest first, without series that have none', () => {
  const amd = { ...toSeries({ '2025': 5 }), label: 'AMD' };
  const none = { ...toSeries({ '2025': null }), label: 'Intel' };
  expect(listLastValues([amd, none, toSeries({ '2024': 93, '2025': 94 })], '%')).toBe(
    'Nvidia 94%, AMD 5%',
  );
});

test('says which of the last values are projections', () => {
  const projected = toSeries({ '2025': 80, '2026': 90.6 }, 'projection');
  const amd = { ...toSeries({ '2026': 1 }), label: 'AMD' };
  expect(listLastValues([projected, amd], '%')).toBe('Nvidia 90.6% (projection), AMD 1%');
  const both = [projected, { ...projected, label: 'AMD' }];
  expect(listLastValues(both, '%')).toBe('Nvidia 90.6%, AMD 90.6% (projections)');
});
