import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { acceleratorHolders } from '../charts/accelerator-holders';
import { getChartView } from '../view';

const tracker = openFrozenData();

test.each<[string, Record<string, string>, RegExp]>([
  [
    'plans lead nobody',
    { status: 'all' },
    /^xAI leads with .* The largest plan: HUMAIN, announced/,
  ],
  ['a stated unit is no number of machines', { list: 'epoch-fleet-totals' }, /H100-equivalents: /],
  ['purchases are of a year', { list: 'omdia-purchases' }, /bought in 2024: .*, 2024\.$/],
  ['who may have more is named', { unit: 'memory' }, /^Who leads is open: .* of xAI/],
  ['words do not rank anew', { q: 'julich' }, /is number 6 of the list/],
  ['ranges may overlap', { list: 'epoch-owners', unit: 'h100e-16bit' }, /may lead with/],
  ['a programme alone is shown', { country: 'NO', status: 'announced' }, /programme, with 100,000/],
  ['nobody fits', { country: 'NO' }, /^This list names nobody that fits/],
])('%s', async (_, query, expected) => {
  const list = query.list ?? 'soai-2026-08';
  const { view } = await getChartView(tracker, acceleratorHolders, { list, ...query });
  expect(view.summary).toMatch(expected);
});
