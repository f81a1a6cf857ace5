import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { fillGaps } from './fill-gaps';

test.each([
  ['quarters', ['2024-Q1', '2024-Q2', '2024-Q4', '2025-Q1'], ['2024-Q3']],
  ['fiscal quarters', ['FY2023-Q3', 'FY2023-Q4', 'FY2024-Q2', 'FY2024-Q3'], ['FY2024-Q1']],
  ['a list of each June and November', ['2024-06', '2024-11', '2025-06', '2025-11'], []],
  ['years', ['2018', '2019', '2022'], ['2020', '2021']],
  ['one point', ['2018'], []],
])('finds what is missing in %s', (_, labels, missing) => {
  const points = labels.map((label) => ({
    period: parsePeriod(label)!,
    value: 1,
    kind: 'measured' as const,
    source: 's',
  }));
  const filled = fillGaps([...points].reverse());
  expect(filled.filter(({ value }) => value === null).map(({ period }) => period.label)).toEqual(
    missing,
  );
  expect(filled.map(({ period }) => period.start)).toEqual(
    filled.map(({ period }) => period.start).sort(),
  );
});
