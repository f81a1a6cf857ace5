import { describe, expect, it, test } from 'vitest';
import { parsePeriod } from './period';
import { formatTimeRange, isWithin, parseBound, parseTimeRange } from './time-range';

const NVIDIA = 'last Sunday of January';

test.each([
  ['2015', '2015'],
  ['Q4 2022', '2022-Q4'],
  ['2022q4', '2022-Q4'],
  ['FY23', 'FY2023'],
  ['fy2023-q4', 'FY2023-Q4'],
  ['Q4 FY23', 'FY2023-Q4'],
  ['2026-06', '2026-06'],
  ['June 2026', '2026-06'],
  ['Nov 22, 2026', '2026-11-22'],
  ['3 March 2024', '2024-03-03'],
  ['2026-H1', '2026-H1'],
  ['2023-02-23', '2023-02-23'],
  [' ', null],
  ['latest', null],
])('reads %j as the end %j', (text, label) => {
  expect(parseBound(text)).toBe(label);
});

test.each(['soon', '20155', 'Q5 2022', '2017-02-31', '2017-13', '0000', 'Foo 2022', '__proto__'])(
  '%j is no end of a range',
  (text) => {
    expect(parseBound(text)).toBeUndefined();
  },
);

test.each([
  ['2015..2024', '2015..2024'],
  ['2015..', '2015..latest'],
  ['earliest..2020', '..2020'],
  ['..', ''],
  ['2024', '2024'],
  ['2024..2015', '2015..2024'],
  ['Q4 FY23..latest', 'FY2023-Q4..latest'],
  ['2024..2024-Q3', '2024..2024-Q3'],
])('writes %j as %j', (text, canonical) => {
  expect(formatTimeRange(parseTimeRange(text, NVIDIA)!)).toBe(canonical);
});

test('a range with fiscal ends is of a company, and none without its calendar', () => {
  expect(parseTimeRange('FY2024..FY2023', NVIDIA)).toEqual({
    ...{ from: 'FY2023', to: 'FY2024', calendar: NVIDIA },
  });
  expect(parseTimeRange('2023..2024', NVIDIA)).toEqual({ from: '2023', to: '2024' });
  expect(parseTimeRange('FY2023..')).toBeNull();
});

test.each(['', '2015..2016..2017', 'x..2020', '2015...2020'])('%j is no range', (text) => {
  expect(parseTimeRange(text)).toBeNull();
});

describe('a period', () => {
  it('lies where its middle lies', () => {
    const quarter = parsePeriod('FY2023-Q4', NVIDIA)!;
    expect(isWithin(quarter, { from: '2022', to: '2022' })).toBe(true);
    expect(isWithin(quarter, { from: '2023', to: null })).toBe(false);
    expect(isWithin(quarter, { from: 'FY2023', to: 'FY2023', calendar: NVIDIA })).toBe(true);
  });

  it('of one day lies within its own month', () => {
    const day = parsePeriod('2024-06-30')!;
    expect(isWithin(day, { from: '2024-06', to: '2024-06' })).toBe(true);
  });
});
