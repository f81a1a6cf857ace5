import { expect, test } from 'vitest';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import { chips } from '../chips/contract';
import { dataCenters } from '../data-centers/contract';
import { organizations } from '../organizations/contract';
import { upstreams } from '../upstreams';
import { vendors } from '../vendors/contract';
import { namesLeadSomewhere } from './checks';
import { publisherNames } from './contract';

const find = (...rows: TestRow[]) =>
  namesLeadSomewhere.find(
    createTables(
      [chips, [{ chip: 'h100' }]],
      [dataCenters, [{ site: 'north' }]],
      [organizations, [{ organization: 'meta' }]],
      [vendors, [{ vendor: 'nvidia' }]],
      [publisherNames, rows],
    ),
  );

test('accepts names that lead somewhere, free names, and ignored ones', () => {
  const found = find(
    { kind: 'chip', name: 'H100', ours: 'h100' },
    { kind: 'site', name: 'North 1', ours: 'north' },
    { kind: 'term', name: 'secure', ours: 'on-demand' },
    { kind: 'provider', name: 'aws', ours: 'Amazon Web Services' },
    { kind: 'organization', name: 'Other', ignored: 'A remainder.' },
  );
  expect(found).toEqual([]);
});

test('finds names that lead nowhere, and those with both or neither', () => {
  const found = find(
    { kind: 'chip', name: 'H100', ours: 'h1000' },
    { kind: 'organization', name: 'Meta', ours: 'h100' },
    { kind: 'term', name: 'secure', ours: 'secure' },
    { kind: 'vendor', name: 'Nvidia', ours: 'nvidia', ignored: 'Known.' },
    { kind: 'vendor', name: 'AMD' },
  );
  expect(found.map(({ line, found }) => [line, found])).toEqual([
    [5, 'Nvidia'],
    [6, 'AMD'],
    [2, 'h1000'],
    [3, 'h100'],
    [4, 'secure'],
  ]);
});

test('knows every list that can be taken over, and no other', () => {
  const known = Object.keys(publisherNames.columns.upstream.values);
  expect(upstreams.map(({ upstream }) => upstream).sort()).toEqual(known.sort());
});
