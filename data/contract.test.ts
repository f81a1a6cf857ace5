import { expect, it } from 'vitest';
import { defineDataset, integer } from './contract';

const define = (column: string) =>
  defineDataset({
    slug: 'fleets',
    title: 'Fleets',
    story: 'Invented.',
    grain: 'One row per fleet.',
    columns: { [column]: integer({ label: 'Size', meaning: 'How many.', unit: 'accelerators' }) },
    key: [],
    checks: [],
    credit: 'Nobody',
    licence: 'CC-BY-4.0',
  });

it.each(['accelerators', 'price_usd_per_hour', 'fp16_dense_tflops'])(
  'takes the name %s',
  (name) => {
    expect(Object.keys(define(name).columns)).toEqual([name]);
  },
);

it.each(['priceUsd', 'price-usd', '16_bit', 'price__usd', 'price_', 'Price', ''])(
  'refuses "%s" as the name of a column',
  (name) => {
    expect(() => define(name)).toThrow(`fleets: the column name "${name}" is not snake_case.`);
  },
);

it('takes no unit that cannot be written for people', () => {
  // @ts-expect-error: units/format-value.ts does not know the unit.
  expect(integer({ label: 'Price', meaning: 'What.', unit: 'USD per GB' }).unit).toBe('USD per GB');
});
