import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChipComparison } from './chip-comparison';

const { orm } = openFrozenData();

test('chips stand side by side with price, rent, largest owner and papers', async () => {
  const { chips, rows, finding } = await getChipComparison(orm, ['h100', 'a100']);
  expect(chips.map(({ name }) => name)).toEqual(['H100', 'A100']);
  const labels = rows.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Memory', 'Largest known count of one owner']));
  expect(rows.every(({ cells }) => cells.length === 2)).toBe(true);
  expect(finding).toMatch(/^A100 against H100: .*× the memory/);
});

test('the picture sets each figure against that of the first chip', async () => {
  const { picture } = await getChipComparison(orm, ['a100-40gb', 'a100-80gb']);
  const memory = picture.entries.filter(({ group }) => group === 'Memory');
  expect(memory.map(({ value }) => value)).toEqual([1, 2]);
});

test('what no source says of a chip is empty, not zero', async () => {
  const { rows } = await getChipComparison(orm, ['h100', 'tpu-v4']);
  const price = rows.find(({ label }) => label === 'Launch price');
  expect(price?.cells[1] ?? null).toBeNull();
});
