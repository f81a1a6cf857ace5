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
