import { expect, test } from 'vitest';
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
