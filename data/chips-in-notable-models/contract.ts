/** Which chips trained Epoch AI's notable models. */
import { defineDataset, integer, reference } from '../contract';
import { note, source } from '../shared-columns';

export const chipsInNotableModels = defineDataset({
  slug: 'chips-in-notable-models',
  title: 'Chips that trained notable models',
  story:
    'Notable AI models by the chip that trained them and the year of publication, added up here from Epoch AI’s data on notable models, of which about a third name their hardware. Form factors and memory sizes are merged; a model that names two chips counts once for each. Makers have grown silent about hardware, so recent years hold few models: compare shares, not levels.',
  grain: 'One row per year and chip.',
  columns: {
    year: integer({
      label: 'Year',
      meaning: 'Year of publication.',
      unit: null,
      min: 1950,
      max: 2100,
    }),
    chip: reference({ label: 'Chip', meaning: 'Training hardware.', to: 'chips' }),
    models: integer({
      label: 'Models',
      meaning: 'Notable models that name the chip.',
      unit: 'models',
      min: 1,
    }),
    source,
    note,
  },
  key: ['year', 'chip'],
  checks: [],
  credit: 'Epoch AI, Data on Notable AI Models (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
