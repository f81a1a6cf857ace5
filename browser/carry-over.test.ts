import { expect, test } from 'vitest';
import { carryOver } from './carry-over';

const carry = (shown: string, coming: string, wanted: string, chosen: string[] = []) =>
  carryOver(
    {
      shown: new URLSearchParams(shown),
      coming: new URLSearchParams(coming),
      wanted: new URLSearchParams(wanted),
    },
    chosen,
  ).toString();

test('two choices are both kept, whatever the second one knew of the first', () => {
  // The table is open; "Chart" is on its way when another market is chosen.
  expect(carry('table=a', '', 'table=a&market=b')).toBe('market=b');
  expect(carry('', 'market=b', 'scale=log')).toBe('market=b&scale=log');
});

test('what the second choice takes away is gone', () => {
  expect(carry('series=x', 'series=x&scale=log', 'market=b')).toBe('scale=log&market=b');
});

test('of the same choice made twice the second counts, also where it leads back', () => {
  expect(carry('', 'market=b', 'market=c')).toBe('market=c');
  expect(carry('', 'market=b&scale=log', '', ['market'])).toBe('scale=log');
});

test('a link to what is shown gives up what was coming', () => {
  expect(carry('market=a', 'market=a&table=x', 'market=a')).toBe('market=a');
});
