import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { chipsInNotableModels } from '../chips-in-notable-models/contract';
import { countsFitCoverage } from './checks';
import { notableModelCoverage } from './contract';

const year = (models_naming_hardware: number, models: number) => [
  { year: 2024, models_naming_hardware, models },
];
const byChip = [
  { year: 2024, chip: 'h100', models: 19 },
  { year: 2024, chip: 'a100', models: 11 },
];
const find = (coverage: ReturnType<typeof year>, chips = byChip) =>
  countsFitCoverage.find(
    createTables([notableModelCoverage, coverage], [chipsInNotableModels, chips]),
  );

test('accepts models that name more than one chip', () => {
  expect(find(year(25, 98))).toEqual([]);
});

test.each([
  ['more models with hardware than models', year(25, 24), byChip],
  ['models without a chip', year(31, 98), byChip],
  ['a chip named by more models than name hardware', year(18, 98), byChip],
  ['a year without any chip', year(25, 98), []],
])('finds %s', (_, coverage, chips) => {
  expect(find(coverage, chips)).toMatchObject([{ line: 2, column: 'models_naming_hardware' }]);
});
