import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import {
  type Due,
  dueOf,
  getNewestSeries,
  listSeriesBehind,
  listSeriesOf,
  wordOverdue,
  wordSeries,
} from './freshness';

test.each<[string | null, string, string | null]>([
  ['2026-11-18', '2026-11-18', null],
  ['2026-11-18', '2026-11-19', '1 day late'],
  ['2026-11-18', '2026-12-20', '32 days late'],
  ['2026-06-10', '2026-11-26', '6 months late'],
  [null, '2026-11-26', null],
])('what was expected on %j is on %s %j', (nextExpected, today, words) => {
  expect(wordOverdue({ nextExpected }, today)).toBe(words);
});

test('a chart has the series of what was chosen, with its newest figure from the data', async () => {
  const { orm } = openFrozenData();
  const find = (market: string) => listSeriesBehind(orm, 'market-share', { market });
  expect(await find('jpr-aib-desktop')).toMatchObject([
    { origin: 'Jon Peddie Research', newest: '2025-Q4', nextExpected: '2026-06-10' },
  ]);
  expect(await find('steam-survey-cards')).toEqual([]);
});

test.each<[string | null, string | null, string]>([
  ['quarterly', '2026-06-10', 'newest Q4 2025, published quarterly, next expected Jun 10, 2026'],
  [null, null, 'newest Q4 2025, no fixed schedule'],
])('published %s and expected on %s, files say “%s”', (rhythm, nextExpected, words) => {
  expect(wordSeries({ newest: '2025-Q4', rhythm, nextExpected })).toBe(words);
});

test('a dataset has the series that its table gives, and the newest of all is known', async () => {
  const { orm } = openFrozenData();
  const [revenue, ...others] = await listSeriesOf(orm, 'nvidia-revenue');
  expect(others).toEqual([]);
  expect(revenue).toMatchObject({ series: 'nvidia-revenue', rhythm: 'quarterly' });
  expect(await getNewestSeries(orm)).toEqual(revenue);
});

test.each<[string | null, Due]>([
  ['2026-11-25', 'overdue'],
  ['2026-11-26', 'soon'],
  ['2027-01-07', 'soon'],
  ['2027-01-08', 'later'],
  [null, 'open'],
])('what is expected on %j is, on 2026-11-26, %s', (nextExpected, due) => {
  expect(dueOf({ nextExpected }, '2026-11-26')).toBe(due);
});
