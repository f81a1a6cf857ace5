/** Who is compared, as visitors name them. */
import { expect, test } from 'vitest';
import { readNames } from '@/address/names';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { findOrganizations } from './organizations-compared';
import { listOrganizationSizes } from './queries';

const { orm } = openFrozenData();
const [names, all] = await Promise.all([readNames(orm), listOrganizationSizes(orm)]);
const find = (text: string) => findOrganizations(text, names, all);

test('several names are found in their order, whatever stands between them', () => {
  expect(find('Tesla, Stability AI')).toEqual({ found: ['tesla', 'stability-ai'], unknown: null });
  expect(find('meta,,tesla,')).toEqual({ found: ['meta', 'tesla'], unknown: null });
});

test('of several names the first that means nobody, or several, is told', () => {
  expect(find('Tesla, national lab, nobody')).toEqual({
    found: ['tesla'],
    unknown: 'national lab',
  });
  expect(find('')).toEqual({ found: [], unknown: null });
});
