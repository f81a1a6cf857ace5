import { expect, it, vi } from 'vitest';
import { smallRegistry } from '@/data/cases/registry';
import type { Orm } from './orm';
import { oncePerSnapshot } from './orm';

const [vendors, offers] = smallRegistry;
const [one, other] = [{}, {}] as [Orm, Orm];

it('asks once for each snapshot and dataset', async () => {
  const ask = vi.fn(async (_: Orm, { slug }: { slug: string }) => slug);
  const known = oncePerSnapshot(ask);
  for (const orm of [one, other, one]) {
    expect(await Promise.all([known(orm, vendors), known(orm, offers)])).toEqual([
      'vendors',
      'offers',
    ]);
  }
  expect(ask).toHaveBeenCalledTimes(4);
});

it('asks again after a failure', async () => {
  const ask = vi.fn().mockRejectedValueOnce(new Error('Busy')).mockResolvedValue(7);
  const known = oncePerSnapshot(ask);
  await expect(known(one, vendors)).rejects.toThrow('Busy');
  expect(await known(one, vendors)).toBe(7);
});
