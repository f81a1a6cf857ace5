import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { companiesAreGatheredInGroups, companiesHaveColors, parentsAreCompanies } from './checks';
import { vendors } from './contract';

test('finds parents that are groups, and groups with parents', () => {
  const rows = [
    { vendor: 'intel', level: 'company' },
    { vendor: 'startups', level: 'group' },
    { vendor: 'habana', level: 'company', parent: 'intel' },
    { vendor: 'groq', level: 'company', parent: 'startups' },
    { vendor: 'asic', level: 'group', parent: 'intel' },
    { vendor: 'amd', level: 'company', parent: 'amd' },
  ];
  const found = parentsAreCompanies.find(createTables([vendors, rows]));
  expect(found.map(({ line, found }) => [line, found])).toEqual([
    [5, 'startups'],
    [6, 'intel'],
    [7, 'amd'],
  ]);
});

test('finds companies that would be gray, and says which colors are least used', () => {
  const rows = [
    { vendor: 'other', level: 'group', color: 'other' },
    { vendor: 'nvidia', level: 'company', color: 'nvidia' },
    { vendor: 'acme', level: 'company', color: 'other' },
  ];
  const found = companiesHaveColors.find(createTables([vendors, rows]));
  expect(found.map(({ line, says, advice }) => [line, says, advice])).toEqual([
    [
      4,
      'the company "acme" would be gray, like what no source names',
      'Give it another color; least used so far: amd, intel, google.',
    ],
  ]);
});

test('finds companies that are gathered in companies, and groups that are gathered', () => {
  const rows = [
    { vendor: 'startups', level: 'group' },
    { vendor: 'groq', level: 'company', gathered_in: 'startups' },
    { vendor: 'cerebras', level: 'company', gathered_in: 'groq' },
    { vendor: 'asic', level: 'group', gathered_in: 'startups' },
  ];
  const found = companiesAreGatheredInGroups.find(createTables([vendors, rows]));
  expect(found.map(({ line, found }) => [line, found])).toEqual([
    [4, 'groq'],
    [5, 'startups'],
  ]);
});
