import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { chips } from '../chips/contract';
import { correctionsStand, pointsAtData } from './checks';
import { corrections } from './contract';

test('an error that came back is found, and a correction of nothing', () => {
  const rows = [
    { correction: 'stands', dataset: 'chips', condition: "SELECT name = 'P40' FROM chips" },
    { correction: 'back', dataset: 'chips', condition: "SELECT name = 'P4' FROM chips" },
    { correction: 'words', dataset: 'chips' },
    { correction: 'lost', dataset: 'gone', condition: 'SELECT n FROM gone' },
  ];
  const tables = createTables([corrections, rows], [chips, [{ chip: 'p40', name: 'P40' }]]);
  expect(correctionsStand.find(tables).map(({ line, says }) => [line, says])).toEqual([
    [3, 'back is no longer true'],
    [5, expect.stringContaining('no such table: gone')],
  ]);
  expect(pointsAtData.find(tables).map(({ line, found }) => [line, found])).toEqual([[5, 'gone']]);
});
