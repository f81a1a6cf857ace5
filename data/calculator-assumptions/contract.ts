/** What the calculators assume where no source says anything. */
import { defineDataset, number, oneOf, reference, text } from '../contract';
import { rangesInOrder } from './checks';

export const calculatorAssumptions = defineDataset({
  slug: 'calculator-assumptions',
  title: 'Assumptions of the calculators',
  story:
    'Published estimates of what serving or training a model costs leave much unsaid. Where no source fills an assumption of our calculators, the range here does, with the reason. These are judgements, not measurements, and every one can be changed on the page.',
  grain: 'One row per calculator and assumption.',
  columns: {
    calculator: oneOf({
      label: 'Calculator',
      meaning: 'Where it is used.',
      values: {
        inference: 'Serving a model.',
        training: 'Training a model.',
        replacement: 'Replacing CPUs by accelerators.',
      },
    }),
    assumption: text({
      label: 'Assumption',
      meaning: 'Name of the assumption, with its unit.',
      pattern: /^[a-z]+(_[a-z]+)*$/,
      example: 'years_of_use',
    }),
    low: number({
      label: 'From',
      meaning: 'Lower end, in the unit of the name.',
      unit: null,
      min: 0,
    }),
    high: number({
      label: 'To',
      meaning: 'Upper end; the same as the lower where it is a single figure.',
      unit: null,
      min: 0,
    }),
    reason: text({ label: 'Reason', meaning: 'Why this range.' }),
    source: reference({
      label: 'Source',
      meaning: 'A document that supports it; blank where it is our judgment.',
      to: 'sources',
      optional: true,
    }),
  },
  key: ['calculator', 'assumption'],
  checks: [rangesInOrder],
  credit: 'AI Hardware Tracker',
  license: 'CC-BY-4.0',
});
