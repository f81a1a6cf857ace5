import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { buildTimeAxis } from './time-axis';

const periods = (...labels: string[]) =>
  labels.map((label) => parsePeriod(label, 'last Sunday of January')!);
const texts = (labels: string[], pixels: number, whole = false) =>
  buildTimeAxis(periods(...labels), { pixels, whole }).ticks.map(({ text }) => text);

test.each<[string, string[], number, string[]]>([
  ['every year with room', ['2018', '2019', '2020', '2021'], 600, ['2018', '2019', '2020', '2021']],
  [
    'every second year without, counted from the last',
    ['2018', '2022'],
    180,
    ['2018', '2020', '2022'],
  ],
  ['both ends where only two of many have room', ['2018', '2021'], 120, ['2018', '2021']],
  [
    'years at their first day for quarters',
    ['2009-Q4', '2013-Q4'],
    600,
    ['2010', '2011', '2012', '2013'],
  ],
  ['months where few years show', ['2024-01', '2024-12'], 600, ['Apr 2024', 'Jul', 'Oct']],
  [
    'both ends where one year would stand alone',
    ['2015-Q4', '2016-Q1'],
    600,
    ['Q4 2015', 'Q1 2016'],
  ],
  ['the last one where there is room for no more', ['2015-Q4', '2016-Q1'], 50, ['Q1 2016']],
  ['fiscal years', ['FY2022-Q1', 'FY2024-Q4'], 600, ['FY22', 'FY23', 'FY24']],
])('names %s', (_, labels, pixels, expected) => {
  expect(texts(labels, pixels)).toEqual(expected);
});

test('names the quarters where only two fiscal years show', () => {
  expect(texts(['FY2026-Q1', 'FY2027-Q2'], 700, true)).toEqual([
    'Q1 FY26',
    'Q2 FY26',
    'Q3 FY26',
    'Q4 FY26',
    'Q1 FY27',
    'Q2 FY27',
  ]);
});

test('gives columns the whole of the first and last period', () => {
  const [from, to] = buildTimeAxis(periods('2024', '2025'), { pixels: 600, whole: true }).domain;
  expect([from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)]).toEqual([
    '2024-01-01',
    '2026-01-01',
  ]);
});

test('widens a single moment to a year', () => {
  const [from, to] = buildTimeAxis(periods('2023-02-23'), { pixels: 600, whole: false }).domain;
  expect((to.getTime() - from.getTime()) / 86_400_000).toBe(366);
});
