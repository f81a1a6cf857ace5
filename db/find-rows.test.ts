import { expect, it } from 'vitest';
import { chips } from '@/data/chips/contract';
import { findRows } from './find-rows';
import { openFrozenData } from './frozen-data-for-tests';

const { orm } = openFrozenData();

it('gives the rows with every value, in the order of the columns named', async () => {
  const rows = await findRows(orm, chips, { vendor: 'nvidia', level: 'model' }, ['-chip']);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.every(({ vendor, level }) => vendor === 'nvidia' && level === 'model')).toBe(true);
  const slugs = rows.map(({ chip }) => chip);
  expect(slugs).toEqual(slugs.toSorted().reverse());
});

it('finds blank cells by null', async () => {
  const [all, without] = await Promise.all([
    findRows(orm, chips, {}, ['chip']),
    findRows(orm, chips, { parent: null }, ['chip']),
  ]);
  expect(without).toEqual(all.filter(({ parent }) => parent === null));
});
