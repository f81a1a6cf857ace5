import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { countHoldersOfChips, listHoldersOfChips } from './queries';

const { orm } = openFrozenData();

test('of holders of chips the newest are listed, and all are counted chip by chip', async () => {
  const chips = orm.$client
    .prepare<[], string>('SELECT chip FROM gpu_holdings GROUP BY 1 ORDER BY count(*) DESC LIMIT 3')
    .pluck()
    .all();
  const counted = await countHoldersOfChips(orm, [...chips, 'no-such-chip']);
  expect(counted).toHaveLength(3);
  const found = counted.reduce((sum, { rows }) => sum + rows, 0);
  const all = await listHoldersOfChips(orm, chips, 10_000);
  expect(all).toHaveLength(found);
  for (const { chip, name, rows } of counted) {
    const own = all.filter((row) => row.chip === chip);
    expect(own).toHaveLength(rows);
    expect(own[0]?.chip_name).toBe(name);
  }
  const newest = await listHoldersOfChips(orm, chips, 4);
  expect(newest).toEqual(all.slice(0, 4));
  expect(all.map(({ as_of }) => as_of)).toEqual(
    all
      .map(({ as_of }) => as_of)
      .toSorted()
      .reverse(),
  );
});
