import { expect, test } from 'vitest';
import { events } from '../events/contract';
import { sources } from '../sources/contract';
import { digestsUnconfirmed } from './single-digest';
import { createTables } from './tables-for-tests';

test('finds rows that call confirmed what a single digest says', () => {
  const tables = createTables(
    [
      sources,
      [
        { source: 'headlines', grade: 'single-digest' },
        { source: 'blog', grade: 'secondary' },
      ],
    ],
    [
      events,
      [
        { source: 'headlines', standing: 'reported' },
        { source: 'headlines', standing: 'verified' },
        { source: 'blog', standing: 'verified' },
      ],
    ],
  );
  expect(digestsUnconfirmed('events').find(tables)).toMatchObject([
    { line: 3, column: 'standing', found: 'verified' },
  ]);
});
