import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { shortEnough } from './checks';
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
