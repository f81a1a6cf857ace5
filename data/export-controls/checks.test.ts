import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { events } from '../events/contract';
import { followsInTime } from './checks';
import { exportControls } from './contract';

test('finds launches among the rules and changes that came before them', () => {
  const tables = createTables(
    [
      events,
      [
        { event: 'rule', date: '2022-10-07', category: 'export-control' },
        { event: 'later', date: '2023-10-17', category: 'export-control' },
        { event: 'launch', date: '2024-01', category: 'launch' },
        { event: 'unlisted', date: '2025-01', category: 'export-control' },
      ],
    ],
    [
      exportControls,
      [
        { event: 'rule', changed_by: 'later' },
        { event: 'later', changed_by: 'rule' },
        { event: 'launch', changed_by: null },
        { event: 'rule', changed_by: 'unlisted' },
      ],
    ],
  );
  expect(followsInTime.find(tables).map(({ line, column }) => [line, column])).toEqual([
    [3, 'changed_by'],
    [4, 'event'],
    [5, 'changed_by'],
  ]);
});
