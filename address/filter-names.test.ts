import { expect, test } from 'vitest';
import { chips } from '@/data/chips/contract';
import type { Contract } from '@/data/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { explainNames } from './filter-names';
import { wordCorrection } from './word-problem';

const { orm } = openFrozenData();

const explain = async (contract: Contract, query: Record<string, string>) =>
  (await explainNames(orm, contract, query)).map(wordCorrection);

test.each<[Contract, Record<string, string>, string]>([
  [rentalPrices, { chip: 'h10' }, 'No chip “h10”. Did you mean H100?'],
  [chips, { vendor: 'NVDA' }, 'No vendor “NVDA”. Did you mean Nvidia?'],
  [rentalPrices, { chip: 'H900' }, 'No chip “H900”. The names are in /datasets/chips.csv.'],
  [rentalPrices, { provider: 'lamda' }, 'No provider “lamda”. Did you mean Lambda Labs?'],
])('a filter by a name that there is not says what would work', async (contract, query, said) => {
  expect(await explain(contract, query)).toEqual([said]);
});

test('known names, blanks and other columns are no mistake', async () => {
  const query = { chip: 'h100', vendor: '~', sort: 'x', date: 'x' };
  expect(await explain(rentalPrices, query)).toEqual([]);
});
