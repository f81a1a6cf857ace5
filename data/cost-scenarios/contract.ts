/** Published estimates of what serving and training models cost, taken apart. */
import { unitFits } from '../checks/unit-fits';
import { defineDataset, integer, number, oneOf, reference, slug, text } from '../contract';
import { note, source, standing } from '../shared-columns';
import { parameterMeanings, parameterUnits } from './parameters';

export const costScenarios = defineDataset({
  slug: 'cost-scenarios',
  title: 'Published cost estimates',
  story:
    'What serving or training a model was said to cost, taken apart into the figures behind it. The estimates of the article on the A100 stand next to those of analysts, model cards and Epoch AI. Methods differ: `cloud-cost` prices the hours at a cloud’s rates, `amortised-cost` adds worn hardware and energy, a maker’s own figure often covers the final run only. Our arithmetic is marked as derived.',
  grain: 'One row per scenario and parameter.',
  columns: {
    scenario: slug({ label: 'Scenario', meaning: 'Short name of the estimate.' }),
    name: text({ label: 'Name', meaning: 'What was estimated, with author and year.' }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'What is paid for.',
      values: {
        serving: 'Answering queries.',
        training: 'Training a model, as it took place.',
        'foreseen-training': 'A training that somebody foresaw.',
        market: 'A rule of thumb for buying and renting.',
      },
    }),
    year: integer({
      label: 'Year',
      meaning: 'Of the training, or of the estimate where nothing was trained.',
      unit: null,
      optional: true,
      min: 2012,
      max: 2100,
    }),
    chip: reference({
      label: 'Chip',
      meaning: 'The accelerator of the estimate, as exactly as it is named.',
      to: 'chips',
      optional: true,
    }),
    parameter: oneOf({
      label: 'Parameter',
      meaning: 'Which figure of the estimate this is.',
      values: parameterMeanings,
    }),
    value: number({ label: 'Value', meaning: 'The figure, in the unit next to it.', unit: null }),
    unit: text({ label: 'Unit', meaning: 'Unit of the value; each parameter has one.' }),
    basis: oneOf({
      label: 'Basis',
      meaning: 'Where the figure comes from.',
      values: {
        printed: 'It stands in the source.',
        derived: 'Our arithmetic on printed figures; the note shows it.',
      },
    }),
    standing,
    source,
    note,
  },
  key: ['scenario', 'parameter'],
  checks: [unitFits({ dataset: 'cost-scenarios', by: 'parameter', units: parameterUnits })],
  credit: 'Epoch AI, Data on Notable AI Models (CC BY 4.0), and the sources named',
  license: 'CC-BY-4.0',
});
