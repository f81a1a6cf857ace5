import { expect, test } from 'vitest';
import { compareEditions } from './edition-changes';
import { buildHolding } from './holdings-for-tests';

const row = (organization: string, accelerators: number, chip = 'a100', cluster = 'one') =>
  buildHolding({ organization, accelerators, chip, cluster });

test('tells who entered, who left, and whose count changed, largest difference first', () => {
  const older = [
    row('meta', 16_000),
    row('tesla', 7_360),
    row('cineca', 13_824),
    row('ncsa', 440),
    row('x', 1, 'h100'),
  ];
  const newer = [
    row('meta', 21_400),
    row('cineca', 13_824),
    row('ncsa', 400),
    row('julich', 3_744),
    row('x', 1, 'h100'),
  ];
  const { changes, unchanged } = compareEditions(older, newer);
  expect(
    changes.map(({ change, organization, before, after }) => [change, organization, before, after]),
  ).toEqual([
    ['left', 'tesla', 7_360, null],
    ['more', 'meta', 16_000, 21_400],
    ['entered', 'julich', null, 3_744],
    ['fewer', 'ncsa', 440, 400],
  ]);
  expect(unchanged).toBe(2);
});

test('adds the clusters of one organization before comparing', () => {
  const older = [row('meta', 5, 'a100', 'one'), row('meta', 7, 'a100', 'two'), row('x', 1, 'h100')];
  expect(compareEditions(older, [row('meta', 12), row('x', 1, 'h100')]).changes).toEqual([]);
});

test('a list of one chip says nothing about others', () => {
  const { changes, onlyChip } = compareEditions(
    [row('meta', 16_000)],
    [row('meta', 16_000), row('xai', 200_000, 'h100')],
  );
  expect(changes).toEqual([]);
  expect(onlyChip).toBe('a100');
});

test('keeps to the rows that are asked for, but knows what the editions list', () => {
  const older = [row('meta', 1), row('xai', 1), row('x', 1, 'h100')];
  const newer = [row('meta', 2), row('xai', 2), row('x', 1, 'h100')];
  const { changes, onlyChip } = compareEditions(
    older,
    newer,
    ({ organization }) => organization === 'xai',
  );
  expect(changes.map(({ organization }) => organization)).toEqual(['xai']);
  expect(onlyChip).toBeNull();
});
