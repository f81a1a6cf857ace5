import { expect, test } from 'vitest';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import { valuesFound } from '../finding-values/checks';
import { findingValues } from '../finding-values/contract';
import { claimsHold } from './checks';
import { findings } from './contract';
import { fillFinding } from './fill-finding';

const finding = {
  finding: 'a-leads',
  chart: 'market-share',
  sentence: 'A ships {now} of cards, up from {low}',
  condition: 'now >= 1.5 * low',
  fallback: 'A: {now} of cards',
  measure: 'Share of cards shipped, %.',
};
const now = { finding: 'a-leads', name: 'now', statement: 'SELECT 94.4', wording: 'percent' };
const low = { finding: 'a-leads', name: 'low', statement: 'SELECT 58.4', wording: 'percent' };

const toTables = (rows: readonly TestRow[], values: readonly TestRow[]) =>
  createTables([findings, rows], [findingValues, values]);

test('a claim that its figures carry passes, and is filled in', () => {
  const tables = toTables([finding], [now, low]);
  expect(claimsHold.find(tables)).toEqual([]);
  expect(valuesFound.find(tables)).toEqual([]);
  expect(fillFinding(tables, finding, [now, low] as never)).toEqual({
    finding: 'A ships 94% of cards, up from 58%',
    measure: 'Share of cards shipped, %.',
  });
});

test('a claim that the figures no longer carry is named with its chart and its values', () => {
  const tables = toTables([finding], [now, { ...low, statement: 'SELECT 90' }]);
  expect(claimsHold.find(tables)).toMatchObject([
    {
      line: 2,
      column: 'condition',
      says: 'a-leads, over the chart market-share, is no longer true: now is 94.4, low is 90',
    },
  ]);
  expect(
    fillFinding(tables, finding, [{ ...now, statement: 'SELECT 60.4' }, low] as never),
  ).toEqual({ finding: 'A: 60% of cards', measure: finding.measure });
});

test.each<[string, Partial<typeof finding>, string, string]>([
  ['too long', { sentence: `A {now} {low} ${'x'.repeat(90)}` }, 'sentence', 'more than 90'],
  ['a name without a value', { fallback: 'A: {then}' }, 'fallback', 'no value of this name'],
  ['a condition of an unknown name', { condition: 'then > 1' }, 'condition', 'SQLite cannot read'],
  [
    'a condition of a figure that is missing',
    { condition: 'now > NULL' },
    'condition',
    'no longer',
  ],
])('%s is found', (_, changes, column, says) => {
  const tables = toTables([{ ...finding, ...changes }], [now, low]);
  const found = claimsHold.find(tables);
  expect(found.map((one) => one.column)).toEqual([column]);
  expect(found[0]?.says).toContain(says);
});

test.each<[string, Partial<typeof now>, string, string]>([
  ['selects nothing', { statement: 'SELECT 1 WHERE 0' }, 'statement', 'no value'],
  ['selects a blank', { statement: 'SELECT NULL' }, 'statement', 'no value'],
  ['selects two rows', { statement: 'SELECT 1 UNION SELECT 2' }, 'statement', 'more than one'],
  ['asks an unknown table', { statement: 'SELECT n FROM nowhere' }, 'statement', 'no such table'],
  ['has another wording', { statement: "SELECT 'A100'" }, 'wording', 'cannot be said so'],
])('a value that %s is found, and its finding left to it', (_, changes, column, says) => {
  const tables = toTables([finding], [{ ...now, ...changes }, low]);
  const found = valuesFound.find(tables);
  expect(found.map((one) => [one.line, one.column])).toEqual([[2, column]]);
  expect(found[0]?.says).toContain(says);
  expect(claimsHold.find(tables)).toEqual([]);
});

test('a value that nothing uses is found', () => {
  const tables = toTables([finding], [now, low, { ...low, name: 'peak' }]);
  expect(valuesFound.find(tables)).toMatchObject([{ line: 4, column: 'name', found: 'peak' }]);
});
