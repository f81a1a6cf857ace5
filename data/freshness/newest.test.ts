import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import { sources } from '../sources/contract';
import { newestFound } from './checks';
import { freshness } from './contract';
import { toNextExpected } from './newest';

test.each<[string, string | null, number | null, string | null, string | null]>([
  ['2025-Q4', '3 months', 71, null, '2026-06-10'],
  ['2026-04', '1 months', 2, null, '2026-06-02'],
  ['2026-07-26', '3 months', 23, null, '2026-11-18'],
  ['2026-10-08', '7 days', 0, null, '2026-10-15'],
  ['2025-Q4', '3 months', 71, '2026-06-02', '2026-06-02'],
  // What was announced has come.
  ['2026-Q2', '3 months', 71, '2026-06-02', '2026-12-10'],
  ['2026-Q2', null, null, null, null],
])(
  'after %s, with %s and %j days, announced %j, %j is expected',
  (newest, rhythm, lag_days, announced, day) => {
    expect(toNextExpected(parsePeriod(newest)!, { rhythm, lag_days, announced })).toBe(day);
  },
);

test.each<[string, TestRow, string, string]>([
  ['an unknown origin', { origin: 'JPR' }, 'origin', 'no source of cards names this origin'],
  ['a rhythm without a lag', { lag_days: null }, 'lag_days', 'cards has a rhythm and no lag'],
  ['nothing', { newest: 'SELECT NULL' }, 'newest', 'the newest figure of cards is not found'],
  ['no period', { newest: "SELECT 'soon'" }, 'newest', 'the newest figure of cards is not found'],
  ['no table', { newest: 'SELECT n FROM gone' }, 'newest', 'no such table: gone'],
])('%s is found', (_, changes, column, says) => {
  const row = {
    ...{ series: 'cards', origin: 'Jon Peddie Research', newest: "SELECT '2025-Q4'" },
    ...{ rhythm: '3 months', lag_days: 71 },
  };
  const cited = [sources, [{ source: 's', origin: 'Jon Peddie Research' }]] as const;
  expect(newestFound.find(createTables([freshness, [row]], cited))).toEqual([]);
  const [found, ...more] = newestFound.find(
    createTables([freshness, [{ ...row, ...changes }]], cited),
  );
  expect(more).toEqual([]);
  expect(found).toMatchObject({ line: 2, column });
  expect(found?.says).toContain(says);
});
