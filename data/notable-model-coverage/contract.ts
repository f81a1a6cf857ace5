/** How many notable models name their hardware at all. */
import { defineDataset, integer } from '../contract';
import { note, source } from '../shared-columns';
import { countsFitCoverage } from './checks';

export const notableModelCoverage = defineDataset({
  slug: 'notable-model-coverage',
  title: 'Notable models that name their hardware',
  story:
    'How many of a year’s notable models, as Epoch AI lists them, name the hardware that trained them. It shows how much the counts by chip rest on: more than half of the models in 2022, one in five in 2025.',
  grain: 'One row per year of publication.',
  columns: {
    year: integer({
      label: 'Year',
      meaning: 'Year of publication.',
      unit: null,
      min: 1950,
      max: 2100,
    }),
    models_naming_hardware: integer({
      label: 'Naming hardware',
      meaning: 'Models that name the hardware they were trained on.',
      unit: 'models',
      min: 0,
    }),
    models: integer({
      label: 'All',
      meaning: 'All notable models of the year.',
      unit: 'models',
      min: 0,
    }),
    source,
    note,
  },
  key: ['year'],
  checks: [countsFitCoverage],
  credit: 'Epoch AI, Data on Notable AI Models (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
