import { expect, it, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import type { Series } from '../kinds/time/model';
import { alignSeries } from './periods';

function toSeries(labels: readonly string[], id = 'nvidia'): Series {
  const points = labels.map((label) => ({
    period: parsePeriod(label, 'last Sunday of January')!,
    value: 1,
    kind: 'measured' as const,
    source: 's',
  }));
  return { id, label: id, color: 'nvidia', points };
}

function listGaps({ points }: Series): string[] {
  return points.filter(({ value }) => value === null).map(({ period }) => period.label);
}

test.each([
  ['quarters', ['2024-Q1', '2024-Q2', '2024-Q4', '2025-Q1'], ['2024-Q3']],
  ['fiscal quarters', ['FY2023-Q3', 'FY2023-Q4', 'FY2024-Q2', 'FY2024-Q3'], ['FY2024-Q1']],
  ['a list of each June and November', ['2024-06', '2024-11', '2025-06', '2025-11'], []],
  ['years', ['2018', '2019', '2022'], ['2020', '2021']],
  ['days', ['2018-01-05', '2018-01-06', '2022-01-01'], []],
  ['two years', ['2024', '2026'], ['2025']],
  ['a half and a year', ['2023-H1', '2025'], ['2023-H2', '2024-H1', '2024-H2']],
  ['one point', ['2018'], []],
])('finds what is missing in %s', (_, labels, missing) => {
  const [aligned] = alignSeries([toSeries([...labels].reverse())]);
  expect(listGaps(aligned!)).toEqual(missing);
  const starts = aligned!.points.map(({ period }) => period.start);
  expect(starts).toEqual(starts.toSorted());
});

it('breaks a series where only another one has a figure, and adds nothing outside its span', () => {
  const [, amd] = alignSeries([
    toSeries(['2020', '2021', '2022', '2023']),
    toSeries(['2021', '2023'], 'amd'),
  ]);
  expect(amd!.points.map(({ period }) => period.label)).toEqual(['2021', '2022', '2023']);
  expect(listGaps(amd!)).toEqual(['2022']);
});
