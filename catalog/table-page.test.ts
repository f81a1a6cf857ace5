import { expect, it, vi } from 'vitest';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { listFilterChoices } from '@/db/filter-choices';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { askFile, toOrm } from '@/db/orm';
import { getTablePage } from './table-page';

const { $client } = openFrozenData().orm;
const asked = vi.fn(askFile($client));
const orm = toOrm($client, asked);

it('counts rows and choices once per snapshot, and only what is selected for each view', async () => {
  const whole = await getTablePage(orm, gpuHoldings, {});
  const choices = await listFilterChoices(orm, gpuHoldings);
  expect(whole.foundCount).toBe(whole.wholeCount);
  expect(choices.map(({ column }) => column)).toContain('category');

  asked.mockClear();
  const next = await getTablePage(orm, gpuHoldings, { page: '2' });
  expect(next).toMatchObject({ wholeCount: whole.wholeCount, firstRow: 26 });
  expect(await listFilterChoices(orm, gpuHoldings)).toBe(choices);
  expect(asked).toHaveBeenCalledTimes(1);

  const part = await getTablePage(orm, gpuHoldings, { status: 'operational' });
  expect(part.foundCount).toBeLessThan(part.wholeCount);
  expect(asked).toHaveBeenCalledTimes(3);
});

it('asks once for what fits on a page, and never for a page that cannot be', async () => {
  const { $client } = orm;
  const held = $client
    .prepare<[], { organization: string; rows: number }>(
      'SELECT organization, count(*) AS rows FROM gpu_holdings GROUP BY 1 ORDER BY 2, 1 LIMIT 1',
    )
    .get();
  const query = { organization: held?.organization };
  await getTablePage(orm, gpuHoldings, query);

  asked.mockClear();
  const few = await getTablePage(orm, gpuHoldings, { q: 'no such word at all' });
  expect(few).toMatchObject({ foundCount: 0, rows: [], pageCount: 1, corrections: [] });
  expect(asked).toHaveBeenCalledTimes(1);

  const behind = await getTablePage(orm, gpuHoldings, { ...query, page: '99999' });
  expect(behind).toMatchObject({ foundCount: held?.rows, firstRow: 1, pageCount: 1 });
  expect(behind.rows).toHaveLength(held?.rows ?? 0);
  expect(behind.corrections).toMatchObject([{ parameter: 'page', used: '1' }]);
});

it('counts on each page what it counts on the others, full or not', async () => {
  const part = { status: 'operational' };
  const first = await getTablePage(orm, gpuHoldings, part);
  expect(first.pageCount).toBeGreaterThan(1);
  const last = await getTablePage(orm, gpuHoldings, { ...part, page: String(first.pageCount) });
  expect(last.foundCount).toBe(first.foundCount);
  expect(last.firstRow + last.rows.length - 1).toBe(first.foundCount);
  // A page that is full to the last row.
  const rows = first.foundCount;
  const full = await getTablePage(orm, gpuHoldings, part, [], rows);
  expect(full).toMatchObject({ foundCount: rows, pageCount: 1 });
  expect(full.rows).toHaveLength(rows);
});
