import { expect, it } from 'vitest';
import { defineDataset, integer, oneOf, toLabels, toMeanings } from './contract';

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
    license: 'CC-BY-4.0',
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

const about = { label: 'Form', meaning: 'How it plugs in.' };
const forms = oneOf({
  ...about,
  values: {
    sxm: { label: 'Modules', meaning: 'A module on a baseboard.' },
    pcie: { label: 'Cards', meaning: 'A card in a slot.' },
  },
});

it('lists labels and meanings of codes in the order of the contract', () => {
  expect(Object.entries(toLabels(forms))).toEqual([
    ['sxm', 'Modules'],
    ['pcie', 'Cards'],
  ]);
  const mixed = oneOf({ ...about, values: { ...forms.values, oam: 'An open module.' } });
  expect(toMeanings(mixed)).toEqual({
    sxm: 'A module on a baseboard.',
    pcie: 'A card in a slot.',
    oam: 'An open module.',
  });
  // @ts-expect-error: one of the codes has no label.
  toLabels(mixed);
});
