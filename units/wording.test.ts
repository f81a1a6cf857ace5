import { expect, test } from 'vitest';
import { sayValue, type wordings } from './wording';

test.each<[string | number | null, keyof typeof wordings, string | null]>([
  [94.4, 'percent', '94%'],
  [-1.7, 'percent', '−2%'],
  [92.5193, 'percent-1', '92.5%'],
  [8862, 'number', '8,862'],
  [13.6254, 'number-1', '13.6'],
  [2011, 'year', '2011'],
  [2.157, 'multiple', '2.2'],
  [24.6192, 'multiple', '25'],
  [5408, 'estimate', '5,400'],
  [5_032_939, 'estimate', '5.0 million'],
  [14_360_858, 'estimate', '14 million'],
  [11_820_000, 'million', '11.8 million'],
  [89_023, 'usd-billion', '$89 billion'],
  [6700, 'usd-bn', '$6.7bn'],
  [22_515.7, 'usd', '$23,000'],
  [6.98, 'usd-cents', '$6.98'],
  ['2025-Q4', 'period', 'Q4 2025'],
  ['2026-04', 'period', 'April 2026'],
  ['2025', 'period', '2025'],
  ['FY2027-Q2', 'period', 'Q2 FY27'],
  ['2026-07-26', 'month', 'July 2026'],
  ['2025-12-31', 'day', 'December 31, 2025'],
  ['A100', 'text', 'A100'],
  ['A100', 'percent', null],
  ['soon', 'period', null],
  [null, 'text', null],
])('%j as %s is said “%s”', (value, wording, said) => {
  expect(sayValue(value, wording)).toBe(said);
});
