import { expect, test } from 'vitest';
import { marketReactions } from '../market-reactions/contract';
import { createTables } from './tables-for-tests';
import { unitFits } from './value-in-range';

const check = unitFits({
  dataset: 'market-reactions',
  by: 'metric',
  units: { 'share-price-change': '%', 'market-cap': 'USD billions' },
});

test('finds a figure in another unit, and one whose unit nobody knows', () => {
  const rows = [
    { metric: 'share-price-change', unit: '%' },
    { metric: 'market-cap', unit: '%' },
    { metric: 'mood', unit: '%' },
  ];
  expect(check.find(createTables([marketReactions, rows]))).toMatchObject([
    { line: 3, found: '%', says: 'market-cap is counted in USD billions' },
    { line: 4, found: '%', says: 'mood is counted in no known unit' },
  ]);
});
