import { describe, expect, test } from 'vitest';
import { buildChipTree } from '../chips/chip-tree';
import { buildConverter, buildMeasure, type UnitName } from './conversion';
import { buildHolding, SOME_CHIPS } from './holdings-for-tests';

const tree = buildChipTree(SOME_CHIPS);

describe('one accelerator in a common unit', () => {
  test.each([
    ['h100', 'count', 1],
    ['h100-sxm', 'h100e-16bit', 1],
    // 300 ÷ 1000
    ['a100', 'h100e-16bit', 0.3],
    // FP16 stands in where BF16 is unknown: 125 ÷ 1000
    ['v100', 'h100e-16bit', 0.125],
    // INT8 stands in where FP8 is unknown: 600 ÷ 2000
    ['a100', 'h100e-8bit', 0.3],
    ['v100', 'h100e-8bit', null],
    ['h100', 'flops', 1],
    ['h100', 'memory', 0.08],
    ['h100', 'power', 0.0007],
    ['h100', 'list-value', null],
    // Both chips of the bucket share the rate, but not the memory.
    ['h100-h200', 'h100e-16bit', 1],
    ['h100-h200', 'memory', null],
    // An architecture names no model.
    ['hopper', 'h100e-16bit', null],
    ['h100-equivalent', 'h100e-16bit', 1],
    ['h100-equivalent', 'h100e-8bit', null],
    ['unknown', 'flops', null],
  ] as const)('%s in %s is %s', (chip, unit, expected) => {
    const value = buildConverter(unit satisfies UnitName, tree)(chip)?.value ?? null;
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 9);
  });
});

test('names the variant assumed for a model, and how far its variants differ', () => {
  const factor = buildConverter('flops', tree)('h100');
  expect(factor?.described.chip).toBe('h100-sxm');
  expect(factor?.range).toEqual([0.75, 1]);
  expect(buildConverter('flops', tree)('h100-sxm')?.range).toBeNull();
});

test('takes what the source states as it is, and nothing where it states nothing', () => {
  const measure = buildMeasure('h100e-stated', tree);
  const stated = buildHolding({ h100e: 320, h100e_low: 200, h100e_high: 450 });
  expect(measure(stated)).toEqual({ value: 320, low: 200, high: 450, factor: null });
  expect(measure(buildHolding())).toBeNull();
  const unit = buildHolding({ chip: 'h100-equivalent', accelerators: 66, accelerators_low: 60 });
  expect(measure(unit)).toEqual({ value: 66, low: 60, high: null, factor: null });
});
