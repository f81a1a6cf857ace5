import { describe, expect, it, test } from 'vitest';
import { parsePeriod } from './period';
import { formatTimeRange, isWithin, parseBound, parseTimeRange } from './time-range';

test.each([
  ['2015', '2015'],
  ['Q4 2022', '2022-Q4'],
  ['2022q4', '2022-Q4'],
  ['FY23', 'FY2023'],
  ['fy2023-q4', 'FY2023-Q4'],
  ['Q4 FY23', 'FY2023-Q4'],
  ['2026-06', '2026-06'],
  ['June 2026', '2026-06'],
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
  expect(formatTimeRange(parseTimeRange(text)!)).toBe(canonical);
});

test.each(['', '2015..2016..2017', 'x..2020', '2015...2020'])('%j is no range', (text) => {
  expect(parseTimeRange(text)).toBeNull();
});

describe('a period', () => {
  it('lies where its middle lies', () => {
    const quarter = parsePeriod('FY2023-Q4')!;
    expect(isWithin(quarter, { from: '2022', to: '2022' })).toBe(true);
    expect(isWithin(quarter, { from: '2023', to: null })).toBe(false);
    expect(isWithin(quarter, { from: 'FY2023', to: 'FY2023' })).toBe(true);
  });

  it('of one day lies within its own month', () => {
    const day = parsePeriod('2024-06-30')!;
    expect(isWithin(day, { from: '2024-06', to: '2024-06' })).toBe(true);
  });
});
