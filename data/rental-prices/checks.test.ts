import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { oneKindPerProvider } from './checks';
import { rentalPrices } from './contract';

test('finds a provider that changes its kind and an assumption with a term', () => {
  const rows = [
    { provider: 'RunPod', provider_kind: 'gpu-cloud', term: 'on-demand' },
    { provider: 'RunPod', provider_kind: 'gpu-cloud', term: 'spot' },
    { provider: 'RunPod', provider_kind: 'hyperscaler', term: 'spot' },
    { provider: 'Model', provider_kind: 'assumption', term: 'assumed' },
    { provider: 'Other model', provider_kind: 'assumption', term: 'on-demand' },
  ];
  const found = oneKindPerProvider.find(createTables([rentalPrices, rows]));
  expect(found.map(({ line }) => line)).toEqual([4, 6]);
});
