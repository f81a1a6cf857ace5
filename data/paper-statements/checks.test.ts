import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { ranksOfChips } from './checks';
import { paperStatements } from './contract';

const rank = (year: number, chip: string | null, value: number) => ({
  year,
  chip,
  value,
  metric: 'rank',
  source: 'index',
  relative_to: 'all chips',
});

test('finds places taken twice, half places and places of nobody', () => {
  const rows = [
    rank(2022, 'v100', 1),
    rank(2022, 'a100', 2),
    rank(2023, 'a100', 1),
    rank(2022, 'h100', 2),
    rank(2024, 'h100', 1.5),
    rank(2025, null, 1),
  ];
  const found = ranksOfChips.find(createTables([paperStatements, rows]));
  expect(found.map(({ line, column, found }) => [line, column, found])).toEqual([
    [5, 'value', '2'],
    [6, 'value', '1.5'],
    [7, 'value', '1'],
  ]);
});
