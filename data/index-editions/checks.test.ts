import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { indexFitsNumbers } from './checks';
import { indexEditions } from './contract';

test('finds editions whose numbers belong to another index', () => {
  const rows = [
    { index: 'chips-in-papers', papers_numbers: 'none', projected_year: 2026 },
    { index: 'gpu-holdings', holdings_numbers: 'complete' },
    { index: 'both', papers_numbers: 'complete', holdings_numbers: 'partial' },
    { index: 'both', papers_numbers: 'complete' },
    { index: 'gpu-holdings', holdings_numbers: 'complete', papers_numbers: 'none' },
    { index: 'gpu-holdings', holdings_numbers: 'complete', projected_year: 2026 },
  ];
  const found = indexFitsNumbers.find(createTables([indexEditions, rows]));
  expect(found.map(({ line }) => line)).toEqual([5, 6, 7]);
});
