import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { oneMeant } from './checks';
import { aliases } from './contract';

test('finds other names that mean nothing, or several things', () => {
  const rows = [
    { alias: 'AWS', vendor: 'aws' },
    { alias: 'ChatGPT', event: 'chatgpt-launched' },
    { alias: 'Bing' },
    { alias: 'Google Cloud', vendor: 'google', organization: 'google' },
  ];
  const found = oneMeant.find(createTables([aliases, rows]));
  expect(found.map(({ line, says }) => [line, says])).toEqual([
    [4, 'the row does not say what is meant'],
    [5, '2 things are meant'],
  ]);
});
