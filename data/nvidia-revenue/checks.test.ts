import { expect, test } from 'vitest';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import {
  dataCenterAddsUp,
  noMissingQuarter,
  platformsAddUp,
  recastDataCenterAddsUp,
  recastTotalAddsUp,
} from './checks';
import { nvidiaRevenue } from './contract';

const quarter = (segments: Record<string, number>, basis = 'market-platforms'): TestRow[] =>
  Object.entries(segments).map(([segment, revenue_usd_millions]) => ({
    fiscal_quarter: 'FY2026-Q1',
    segment,
    basis,
    revenue_usd_millions,
  }));
const revenue = (...rows: TestRow[]) => createTables([nvidiaRevenue, rows]);

const Q1 = {
  total: 44062,
  'data-center': 39112,
  compute: 34155,
  networking: 4957,
  gaming: 3763,
  'professional-visualization': 509,
  automotive: 567,
  'oem-and-other': 111,
};
const FIRST_REPORTED = {
  hyperscale: 17599,
  'ai-clouds-industrial-enterprise': 21513,
  'edge-computing': 4950,
};
const RECAST = { hyperscale: 22260, 'ai-clouds-industrial-enterprise': 16852 };

const additions = [platformsAddUp, dataCenterAddsUp, recastDataCenterAddsUp, recastTotalAddsUp];

test('accepts a quarter whose segments add up on every basis', () => {
  const tables = revenue(
    ...quarter(Q1),
    ...quarter(FIRST_REPORTED, 'as-first-reported'),
    ...quarter(RECAST, 'recast-q2-fy27'),
  );
  expect(additions.flatMap(({ find }) => find(tables))).toEqual([]);
});

test('accepts a difference of one and passes over quarters with an unknown part', () => {
  const { gaming: _, ...withoutGaming } = Q1;
  expect(platformsAddUp.find(revenue(...quarter({ ...Q1, total: 44063 })))).toEqual([]);
  expect(platformsAddUp.find(revenue(...quarter({ ...withoutGaming, total: 1 })))).toEqual([]);
});

test.each([
  ['a platform', platformsAddUp, { ...Q1, gaming: 3736 }, FIRST_REPORTED, '44035'],
  ['networking', dataCenterAddsUp, { ...Q1, networking: 4975 }, FIRST_REPORTED, '39130'],
  ['hyperscale', recastDataCenterAddsUp, Q1, { ...FIRST_REPORTED, hyperscale: 17602 }, '39115'],
  ['edge computing', recastTotalAddsUp, Q1, { ...FIRST_REPORTED, 'edge-computing': 4905 }, '44017'],
] as const)('finds a slip in %s', (_, check, segments, recast, sum) => {
  const tables = revenue(...quarter(segments), ...quarter(recast, 'as-first-reported'));
  const found = check.find(tables);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    column: 'revenue_usd_millions',
    says: expect.stringContaining(`add up to ${sum} in FY2026-Q1`),
  });
  expect(additions.filter(({ find }) => find(tables).length > 0)).toContain(check);
});

const series = (segment: string, quarters: readonly string[]): TestRow[] =>
  quarters.map((fiscal_quarter) => ({ segment, fiscal_quarter, basis: 'market-platforms' }));
const FIRST_QUARTERS = ['FY2016-Q1', 'FY2016-Q2', 'FY2016-Q3', 'FY2016-Q4', 'FY2017-Q1'];

test('accepts an unbroken series with its one known gap', () => {
  const dataCenter = FIRST_QUARTERS.filter((label) => label !== 'FY2016-Q2');
  const tables = revenue(...series('total', FIRST_QUARTERS), ...series('data-center', dataCenter));
  expect(noMissingQuarter.find(tables)).toEqual([]);
});

test('finds a quarter missing in the middle, and at the end of one series', () => {
  const tables = revenue(
    ...series(
      'total',
      FIRST_QUARTERS.filter((label) => label !== 'FY2016-Q3'),
    ),
    ...series('data-center', FIRST_QUARTERS.slice(0, 4)),
  );
  expect(noMissingQuarter.find(tables).map(({ line, says }) => [line, says])).toEqual([
    [3, 'total has no figure for FY2016-Q3'],
    [9, 'data-center has no figure for FY2017-Q1'],
  ]);
});
