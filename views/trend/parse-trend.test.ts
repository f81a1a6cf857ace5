import { expect, test } from 'vitest';
import { isRefused } from '@/address/parameters';
import { wordCorrection } from '@/address/word-problem';
import type { TimeModel } from '@/charts/model';
import { parsePeriod } from '@/units/period';
import { parseTrend } from './parse-trend';

const LABELS = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2'];

const model: TimeModel = {
  shape: 'lines',
  unit: 'USD millions',
  scale: 'linear',
  axis: 'from-zero',
  notes: [],
  series: [
    {
      id: 'a',
      label: 'A',
      color: 'nvidia',
      points: LABELS.map((label) => ({
        period: parsePeriod(label, 'last Sunday of January')!,
        value: 1,
        kind: 'measured',
        source: null,
      })),
    },
  ],
};

const read = async (time: string | string[], more: Record<string, string> = {}) => {
  const { trend, canonical, corrections } = await parseTrend(
    model,
    { sums: true },
    { time, ...more },
  );
  const { from, to } = trend.time;
  return [
    from,
    to,
    canonical.time ?? '',
    corrections.map(({ found, used }) => `${found} → ${used}`),
  ];
};

test.each<[string | string[], (string | null | string[])[]]>([
  ['2023-Q2..2024-Q1', ['2023-Q2', '2024-Q1', '2023-Q2..2024-Q1', []]],
  ['2023-Q2..latest', ['2023-Q2', null, '2023-Q2..latest', []]],
  ['..latest', [null, null, '', []]],
  ['latest', ['2024-Q2', '2024-Q2', 'latest', []]],
  ['Latest..latest', ['2024-Q2', '2024-Q2', 'latest', []]],
  ['earliest', ['2023-Q1', '2023-Q1', '2023-Q1', []]],
  [
    ['banana', '2023-Q3'],
    [null, '2023-Q3', '..2023-Q3', ['banana → ..2023-Q3']],
  ],
  ['2023-Q3..soon', ['2023-Q3', null, '2023-Q3..latest', ['soon → 2023-Q3..latest']]],
  [
    ['banana', 'soon'],
    [null, null, '', ['banana, soon → ']],
  ],
  ['banana', [null, null, '', ['banana → ']]],
  [
    '2024-Q1..2023-Q2',
    ['2023-Q2', '2024-Q1', '2023-Q2..2024-Q1', ['2024-Q1..2023-Q2 → 2023-Q2..2024-Q1']],
  ],
  ['2030', [null, null, '', ['2030 → ']]],
])('%j as a time', async (time, expected) => {
  expect(await read(time)).toEqual(expected);
});

test('the latest year of summed quarters is a year', async () => {
  expect(await read('latest', { by: 'year' })).toEqual([null, null, '', []]);
  expect(await read('latest', { by: 'ttm' })).toEqual(['2024-Q2', '2024-Q2', 'latest', []]);
});

test.each([
  [
    'last summer',
    '“last summer” is not a time we understand. Try 2023, Q3 2021, Q4 FY23 or Jun 2024.',
  ],
  ['2031', 'No figures for 2031. This series runs from Q1 2023 to Q2 2024.'],
  ['2024..2023', '2024 is after 2023. Showing 2023 to 2024.'],
  ['2023-01', 'Jan 2023 is in Q1 2023. Showing Q1 2023.'],
  ['1998..', '1998 is before the first figure. Showing from Q1 2023.'],
  ['1998..2023', '1998 is before the first figure. Showing from Q1 2023.'],
])('of the time %j it says what works', async (time, said) => {
  const { corrections } = await parseTrend(model, { sums: true }, { time });
  expect(corrections.map(wordCorrection)).toEqual([said]);
});

test('a month means the fiscal quarter that holds it, and no file refuses it', async () => {
  const labels = ['FY2023-Q3', 'FY2023-Q4', 'FY2024-Q1'];
  const fiscal = {
    ...model,
    series: model.series.map((series) => ({
      ...series,
      points: labels.map((label) => ({
        ...series.points[0]!,
        period: parsePeriod(label, 'last Sunday of January')!,
      })),
    })),
  };
  const { trend, canonical, corrections } = await parseTrend(
    fiscal,
    { sums: true },
    { time: '2023-01' },
  );
  expect([trend.time.from, trend.time.to, canonical.time]).toEqual(Array(3).fill('FY2023-Q4'));
  expect(corrections.map(wordCorrection)).toEqual([
    'Jan 2023 is in the quarter ended Jan 29, 2023. Showing Q4 FY23.',
  ]);
  expect(corrections.filter(isRefused)).toEqual([]);
});
