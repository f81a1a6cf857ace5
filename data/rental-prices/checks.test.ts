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
  const expected = (line: number, kind: string, provider: string) => ({
    line,
    column: 'provider_kind',
    found: kind,
    says: `it does not fit the other rows of ${provider}, or the term`,
    advice: expect.any(String),
  });
  expect(found).toEqual([
    expected(4, 'hyperscaler', 'RunPod'),
    expected(6, 'assumption', 'Other model'),
  ]);
});
