import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { listedOnce, missingAddressExplained, primaryHasAddress } from './checks';
import { sources } from './contract';

test('finds a document whose missing address nobody explains', () => {
  const rows = [
    { url: 'https://example.org' },
    { note: 'The address is not known.' },
    { note: 'Seen once.' },
    {},
  ];
  const found = missingAddressExplained.find(createTables([sources, rows]));
  expect(found.map(({ line }) => line)).toEqual([4, 5]);
});

test('finds a document listed twice, but not two files of one repository', () => {
  const rows = [
    { url: 'https://example.org/repository', title: 'Prices' },
    { url: 'https://example.org/repository', title: 'Costs' },
    { url: 'https://example.org/repository', title: 'Prices' },
    { title: 'Prices' },
    { title: 'Prices' },
  ];
  expect(listedOnce.find(createTables([sources, rows]))).toMatchObject([
    { line: 4, says: 'line 2 is the same document' },
  ]);
});

test('finds a primary document that cannot be looked up', () => {
  const rows = [
    { grade: 'primary', url: 'https://example.org' },
    { grade: 'secondary' },
    { grade: 'primary' },
  ];
  expect(primaryHasAddress.find(createTables([sources, rows]))).toMatchObject([{ line: 4 }]);
});
