import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { chips } from '../chips/contract';
import { launchesOfOwnChips } from './checks';
import { events } from './contract';

test('finds a launch of somebody else’s chip; a deal may be about any', () => {
  const tables = createTables(
    [chips, [{ chip: 'a100', vendor: 'nvidia' }]],
    [
      events,
      [
        { category: 'launch', vendor: 'nvidia', chip: 'a100' },
        { category: 'launch', vendor: 'amd', chip: 'a100' },
        { category: 'launch', vendor: null, chip: 'a100' },
        { category: 'launch', vendor: 'amd', chip: null },
        { category: 'deal', vendor: 'amd', chip: 'a100' },
      ],
    ],
  );
  expect(launchesOfOwnChips.find(tables)).toMatchObject([
    { line: 3, found: 'amd', says: 'a100 is a chip of nvidia' },
    { line: 4, found: '' },
  ]);
});
