import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { modelsWithHardware } from '../models-with-hardware/contract';
import { everyModelHasChips } from './checks';
import { modelChips } from './contract';

test('finds models without a chip, and with more chips than they name', () => {
  const models = [
    { model: 'one', hardware: 'NVIDIA A100' },
    { model: 'two', hardware: 'NVIDIA A100; NVIDIA H100' },
    { model: 'merged', hardware: 'NVIDIA A100 40 GB; NVIDIA A100 80 GB' },
    { model: 'none', hardware: 'Google TPU v9' },
  ];
  const chips = [
    { model: 'one', chip: 'a100' },
    { model: 'one', chip: 'h100' },
    { model: 'two', chip: 'a100' },
    { model: 'two', chip: 'h100' },
    { model: 'merged', chip: 'a100' },
  ];
  const found = everyModelHasChips.find(
    createTables([modelChips, chips], [modelsWithHardware, models]),
  );
  expect(found.map((one) => [one.line, one.found, one.says])).toEqual([
    [2, 'one', 'it has 2 chips, and names less hardware'],
    [1, 'none', 'the model has no chip'],
  ]);
});
