import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { shortEnough, wordsTrue } from './checks';
import { annotations } from './contract';

test('finds words that are too long, and two at one point', () => {
  const at = { chart: 'market-share', mode: 'market=a', series: 'nvidia' };
  const rows = [
    { ...at, at: '2014-Q4', text: 'GTX 970 and 980 (Maxwell)' },
    { ...at, at: '2015-Q4', text: 'x'.repeat(39) },
    { ...at, at: '2014-Q4', text: 'Maxwell' },
    { ...at, at: '2014-Q4', series: 'amd', text: 'Maxwell' },
  ];
  const found = shortEnough.find(createTables([annotations, rows]));
  expect(found.map(({ line, says }) => [line, says])).toEqual([
    [3, '39 characters are more than 38'],
    [4, 'another annotation of market-share is at the same point'],
  ]);
});

test('finds words that are no longer true, and figures that nothing checks', () => {
  const at = { chart: 'market-share', mode: 'market=a' };
  const rows = [
    { ...at, annotation: 'maxwell', text: 'GTX 970 and 980 (Maxwell)' },
    { ...at, annotation: 'low', text: 'Low: 64%', condition: 'SELECT 63.8 < 64' },
    { ...at, annotation: 'peak', text: 'Peak: 95%', condition: 'SELECT 94.7 > 95' },
    { ...at, annotation: 'bare', text: 'Back to 30%' },
    { ...at, annotation: 'lost', text: 'Peak', condition: 'SELECT n FROM nowhere' },
  ];
  const found = wordsTrue.find(createTables([annotations, rows]));
  expect(found.map(({ line, says }) => [line, says])).toEqual([
    [4, 'peak, in the chart market-share, is no longer true: “Peak: 95%”'],
    [5, expect.stringContaining('speaks of figures (“Back to 30%”)')],
    [6, expect.stringContaining('no such table: nowhere')],
  ]);
});
