/** Which chips trained a model. */
import { defineDataset, reference } from '../contract';
import { source } from '../shared-columns';
import { everyModelHasChips } from './checks';

export const modelChips = defineDataset({
  slug: 'model-chips',
  title: 'Chips of models',
  story:
    'The chips on which the models in the list of models and their hardware were trained, brought to the tracker’s names. A few models name two or three chips; how their accelerators are split among them is not known.',
  grain: 'One row per model and chip.',
  columns: {
    model: reference({ label: 'Model', meaning: 'The model.', to: 'models-with-hardware' }),
    chip: reference({
      label: 'Chip',
      meaning: 'A chip that trained it; forms and memory sizes are merged.',
      to: 'chips',
    }),
    source,
  },
  key: ['model', 'chip'],
  checks: [everyModelHasChips],
  credit: 'Epoch AI, Data on Notable AI Models and on Large-Scale AI Models (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
