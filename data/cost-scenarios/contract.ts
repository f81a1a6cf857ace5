/** Published estimates of what serving and training models cost, taken apart. */
import { digestsUnconfirmed } from '../checks/single-digest';
import { unitFits } from '../checks/value-in-range';
import { defineDataset, integer, number, oneOf, reference, slug, text } from '../contract';
import { note, source, standing } from '../shared-columns';

/** The parameters of cost scenarios: what each means and in which unit it stands. */
const parameters = {
  accelerators: ['accelerators', 'Accelerators used or needed.'],
  'accelerators-in-2020': ['accelerators', 'Accelerators needed for the model of 2020.'],
  'accelerators-commercial': ['accelerators', 'Accelerators needed for the commercial service.'],
  'accelerators-per-response': ['accelerators', 'Accelerators busy with one response.'],
  'accelerators-per-server': ['accelerators', 'Accelerators in one server.'],
  servers: ['servers', 'Servers used or needed.'],
  'seconds-per-response': ['s', 'How long one response takes.'],
  'queries-per-day-low': ['queries per day', 'Queries, lower end.'],
  'queries-per-day-high': ['queries per day', 'Queries, upper end.'],
  'users-per-day': ['users per day', 'People who use the service on a day.'],
  'responses-per-user': ['responses', 'Responses per user and day.'],
  hours: ['h', 'Hours from start to end of training.'],
  days: ['days', 'Days from start to end of training.'],
  'accelerator-hours': ['accelerator-hours', 'Accelerators times hours.'],
  'pretraining-accelerator-hours': ['accelerator-hours', 'The part spent on pre-training.'],
  'family-accelerator-hours': ['accelerator-hours', 'For all models of the family together.'],
  compute: ['ZFLOP', 'Arithmetic operations; 1 ZFLOP is 10^21.'],
  'power-per-accelerator': ['W', 'Power per accelerator.'],
  'price-per-accelerator-hour': ['USD per chip-hour', 'Rent per accelerator and hour.'],
  'price-beating-stocks': ['USD per chip-hour', 'Rent above which owning beats the stock market.'],
  'price-never-recouped': ['USD per chip-hour', 'Rent below which the purchase is never recouped.'],
  'price-per-accelerator': ['USD', 'Price of one accelerator.'],
  'price-per-accelerator-low': ['USD', 'Price of one accelerator, lower end.'],
  'price-per-accelerator-high': ['USD', 'Price of one accelerator, upper end.'],
  'price-per-server': ['USD', 'Price of one server that the estimate implies.'],
  'launch-price-of-server': ['USD', 'What the server cost at launch, for comparison.'],
  'accelerator-cost': ['USD', 'Cost of the accelerators alone.'],
  'capital-cost': ['USD', 'Cost of the whole hardware.'],
  'published-cost': ['USD', 'Cost as its maker or the press gave it.'],
  'cloud-cost': ['USD of 2023', 'Epoch AI’s estimate at cloud prices, in US dollars of 2023.'],
  'amortised-cost': ['USD', 'Epoch AI’s estimate of worn hardware and energy.'],
  'reinforcement-learning-cost': ['USD', 'Cost of the reinforcement learning alone.'],
  'cost-with-base-model': ['USD', 'Cost with the model it started from.'],
  'cost-low': ['USD', 'Cost, lower end.'],
  'cost-high': ['USD', 'Cost, upper end.'],
  'cost-on-cpus': ['USD', 'Cost of the same work on CPUs.'],
  'cost-on-gpus': ['USD', 'Cost of the same work on GPUs.'],
  'cost-ratio': ['times', 'How many times one cost is the other.'],
  'sharing-companies': ['companies', 'Companies that share the cost.'],
  'cost-per-day': ['USD per day', 'Cost of running the service for a day.'],
  'cost-per-query': ['USD per query', 'Cost of one query.'],
  'income-loss': ['USD per year', 'Operating income lost if every search were answered so.'],
  'cost-per-gigawatt': ['USD', 'Cost of a data center of one gigawatt.'],
  'chip-cost-per-gigawatt': ['USD', 'The part of it spent on chips.'],
} as const satisfies Record<string, readonly [unit: string, meaning: string]>;

type Parameter = keyof typeof parameters;

/** Parameter → meaning, as the contract lists them. */
const parameterMeanings = Object.fromEntries(
  Object.entries(parameters).map(([name, [, meaning]]) => [name, meaning]),
) as Record<Parameter, string>;

/** Parameter → unit. */
const parameterUnits = Object.fromEntries(
  Object.entries(parameters).map(([name, [unit]]) => [name, unit]),
) as Record<Parameter, (typeof parameters)[Parameter][0]>;

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
        'foreseen-training': 'A training that was forecast.',
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
        printed: 'It is printed in the source.',
        derived: 'Our arithmetic on printed figures; the note shows it.',
      },
    }),
    standing,
    source,
    note,
  },
  key: ['scenario', 'parameter'],
  checks: [
    digestsUnconfirmed('cost-scenarios'),
    unitFits({ dataset: 'cost-scenarios', by: 'parameter', units: parameterUnits }),
  ],
  credit: 'Epoch AI, Data on Notable AI Models (CC BY 4.0), and the sources named',
  license: 'CC-BY-4.0',
});
