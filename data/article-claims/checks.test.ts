import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { verdictsFit } from './checks';
import { articleClaims } from './contract';

test('finds verdicts that their evidence does not carry', () => {
  const rows = [
    { verdict: 'matches', standing: 'verified', value: 1, unit: '%' },
    { verdict: 'only-reported', standing: 'reported' },
    { verdict: 'mistranslated', standing: 'verified', chinese_text: 'Drops the speaker.' },
    { verdict: 'matches', standing: 'reported' },
    { verdict: 'only-reported', standing: 'verified' },
    { verdict: 'mistranslated', standing: 'verified' },
    { verdict: 'matches', standing: 'verified', value: 1 },
  ];
  const found = verdictsFit.find(createTables([articleClaims, rows]));
  expect(found.map(({ line, column }) => [line, column])).toEqual([
    [5, 'verdict'],
    [6, 'verdict'],
    [7, 'chinese_text'],
    [8, 'unit'],
  ]);
});
