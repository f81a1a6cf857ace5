/** Ranges of numbers and dates, on frozen rows: against the days that each date can mean. */
import { expect, it } from 'vitest';
import { COMPARISONS, type Comparison, toFilterName } from '@/data/comparisons';
import type { Contract } from '@/data/contract';
import { events } from '@/data/events/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { parsePeriod } from '@/units/period';
import { countRows, listRows, type RowSelection, selectRows, selectValues } from './table';

const { orm } = openFrozenData();
const comparisons = Object.keys(COMPARISONS) as Comparison[];

const HOLDS: Record<Comparison, (a: number | string, b: number | string) => boolean> = {
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
};

it.each(comparisons)('finds numbers by %s, and no blank cells', async (comparison) => {
  const rows = await listRows(orm, gpuHoldings);
  const filters = { [toFilterName('accelerators', comparison)]: 10_000 };
  const expected = rows.filter(
    ({ accelerators }) => accelerators !== null && HOLDS[comparison](accelerators, 10_000),
  );
  expect(await listRows(orm, gpuHoldings, { filters })).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(rows.length);
});

const DATES = [
  '2022',
  '2023-01',
  '2023-01-01',
  '2023-02-23',
  '2023-12',
  '2023-12-31',
  '2024-06-30',
];

it.each([
  ['date', rentalPrices],
  ['date', events],
  ['as_of', gpuHoldings],
] as const)('finds %s of all whose days are in the range', async (column, contract: Contract) => {
  const rows = await listRows(orm, contract);
  for (const comparison of comparisons) {
    for (const date of DATES) {
      const asked = parsePeriod(date)!;
      const isInside = (cell: string | number | null) => {
        const own = cell === null ? null : parsePeriod(String(cell));
        if (own === null) return false;
        // All days of the cell, against the first or the last that is asked for.
        return {
          gt: own.start > asked.end,
          gte: own.start >= asked.start,
          lt: own.end < asked.start,
          lte: own.end <= asked.end,
        }[comparison];
      };
      const filters = { [toFilterName(column, comparison)]: date };
      const lines = (some: typeof rows) => some.map(({ line }) => line);
      expect(
        lines(await listRows(orm, contract, { filters })),
        `${contract.slug} ${column} ${comparison} ${date}`,
      ).toEqual(lines(rows.filter((row) => isInside(row[column] ?? null))));
    }
  }
});

it('takes both ends and counts the same', async () => {
  const filters = { date__gte: '2023-06', date__lt: '2024', chip: 'h100-sxm' };
  const rows = await listRows(orm, rentalPrices, { filters });
  expect(rows.length).toBeGreaterThan(0);
  expect(await countRows(orm, rentalPrices, { filters })).toBe(rows.length);
});

it.each([
  [rentalPrices, { date__gte: '2024-03' }, /SEARCH rental_prices USING .*\(date>\?\)/],
  [rentalPrices, { date__lt: '2024-03' }, /SEARCH rental_prices USING .*\(date<\?\)/],
] as const)('is read from the index of the key: %#', (contract, filters, plan) => {
  const { sql, params } = selectRows(orm, contract, { filters }).toSQL();
  const steps = orm.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as {
    detail: string;
  }[];
  expect(steps.map(({ detail }) => detail).join('\n')).toMatch(plan);
});

it('orders the values of a column only where they are a page of rows', () => {
  const filters = { term: 'on-demand' };
  const toText = (view: RowSelection) =>
    selectValues(orm, rentalPrices, 'source', view).toSQL().sql;
  expect(toText({ filters })).not.toMatch(/order by|limit/);
  expect(toText({ filters, limit: 25, offset: 25 })).toMatch(/order by .* limit/);
});
