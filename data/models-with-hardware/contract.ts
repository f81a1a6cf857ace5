/** Models that name the hardware they were trained on, one row each. */
import { date, defineDataset, integer, number, oneOf, slug, text } from '../contract';
import { note, source } from '../shared-columns';

const yesOrNo = (label: string, yes: string, no: string) =>
  oneOf({ label, meaning: `${yes}, or not.`, values: { yes: `${yes}.`, no: `${no}.` } });

export const modelsWithHardware = defineDataset({
  slug: 'models-with-hardware',
  title: 'Models and the hardware that trained them',
  story:
    'Every model in Epoch AI’s lists of notable and of large-scale models that names its training hardware: how many accelerators, for how long, how much computing, and what it may have cost. Most recent models name none, so a falling number of models on a chip is no falling use of it: compare shares of those that name hardware. Each figure has a source of its own, so accelerators times hours do not always give the computing.',
  grain: 'One row per model.',
  columns: {
    model: slug({ label: 'Model', meaning: 'Short name by which figures cite the model.' }),
    name: text({ label: 'Name', meaning: 'The publisher’s name of the model.' }),
    organization: text({
      label: 'Organization',
      meaning: 'Who made it, as the publisher writes it; several are separated by commas.',
      optional: true,
    }),
    country: text({
      label: 'Country',
      meaning: 'Countries of these organizations, each once, as the publisher writes them.',
      optional: true,
    }),
    published_on: date({
      label: 'Published',
      meaning: 'Day of publication.',
      precision: 'partial',
    }),
    hardware: text({
      label: 'Hardware',
      meaning: 'Training hardware as the publisher writes it; its chips are in `model-chips`.',
    }),
    accelerators: integer({
      label: 'Accelerators',
      meaning: 'How many trained it; of several chips together, and never split among them.',
      unit: 'accelerators',
      min: 0,
      optional: true,
    }),
    training_hours: number({
      label: 'Training time',
      meaning: 'How long the training took.',
      unit: 'hours',
      min: 0,
      optional: true,
    }),
    training_compute_exaflop: number({
      label: 'Training compute, exaFLOP',
      meaning: 'Operations of the training, in units of 10^18.',
      unit: null,
      min: 0,
      optional: true,
    }),
    parameters: number({
      label: 'Parameters',
      meaning: 'Parameters of the model.',
      unit: null,
      min: 0,
      optional: true,
    }),
    utilization_pct: number({
      label: 'Utilization',
      meaning: 'Share of the hardware’s peak rate that went into the model (MFU).',
      unit: '%',
      min: 0,
      max: 100,
      optional: true,
    }),
    cost_usd: number({
      label: 'Cost of training',
      meaning:
        'The publisher’s estimate at cloud prices, in dollars of 2023; another method than amortized hardware.',
      unit: 'USD',
      min: 0,
      optional: true,
    }),
    power_w: number({
      label: 'Power',
      meaning: 'Power draw of the training.',
      unit: 'W',
      min: 0,
      optional: true,
    }),
    confidence: oneOf({
      label: 'Confidence',
      meaning: 'How sure the publisher is of the figures.',
      optional: true,
      values: {
        confident: 'Confident.',
        likely: 'Likely.',
        speculative: 'Speculative.',
        unknown: 'The publisher calls it unknown.',
      },
    }),
    notable: yesOrNo(
      'Notable',
      'In the list of notable models',
      'In that of large-scale models only',
    ),
    frontier: yesOrNo(
      'Frontier',
      'Among the models that took most computing when they appeared',
      'Not among them, or not said',
    ),
    source,
    note,
  },
  key: ['model'],
  checks: [],
  credit: 'Epoch AI, Data on Notable AI Models and on Large-Scale AI Models (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
