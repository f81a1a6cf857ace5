import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import { acceleratorHolders } from './accelerator-holders';

const tracker = openFrozenData();

test.each<[string, Record<string, string>, RegExp]>([
  [
    'plans lead nobody',
    { status: 'all' },
    /^Among publicly documented clusters, xAI leads with .* The largest plan: HUMAIN, announced/,
  ],
  ['a stated unit is no number of machines', { list: 'epoch-fleet-totals' }, /H100-equivalents: /],
  ['purchases are of a year', { list: 'omdia-purchases' }, /bought in 2024: .*, 2024\.$/],
  ['who may have more is named', { unit: 'memory' }, /who leads is open: .* of xAI/],
  ['words do not rank anew', { q: 'julich' }, /is number 6 of the list/],
  [
    'whole fleets are what is shown first, with their ranges',
    { list: 'epoch-owners' },
    /^By Epoch AI’s model, Google may lead with 5\.0m H100-equivalents \(outer range 3\.8m–6\.4m\), ahead of Microsoft with 3\.4m \(outer range 2\.6m–4\.6m\); the ranges overlap\. Rest of the world not ranked/,
  ],
  [
    'the index says what it lacks, and whom it states in another unit',
    {},
    /ahead of Meta with 65,152\. Stated in another unit and not ranked: Tesla \(66,000 H100-equivalents\)\. Clouds’ own totals not included\./,
  ],
  [
    'a country alone leads nobody',
    { list: 'epoch-owners', group: 'country' },
    /seat in one country, United States: 16m/,
  ],
  ['ranges may overlap', { list: 'epoch-owners', unit: 'h100e-16bit' }, /may lead with/],
  ['a program alone is shown', { country: 'NO', status: 'announced' }, /program, with 100,000/],
  ['no one fits', { country: 'NO' }, /^This list names no one that fits/],
])('%s', async (_, query, expected) => {
  const list = query.list ?? 'soai-2026-08';
  const { view } = await getChartView(tracker, acceleratorHolders, { list, ...query });
  expect(view.summary).toMatch(expected);
});
