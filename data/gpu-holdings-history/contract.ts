/** Holdings of one organization and chip over time. */

import { notYoungerThanSource } from '../checks/not-from-the-future';
import { rangeHasValue, valueInRange } from '../checks/value-in-range';
import { date, defineDataset, integer, reference } from '../contract';
import { powerSaysOfWhat } from '../gpu-holdings/checks';
import { family, holdingKind, stated } from '../gpu-holdings/shared-columns';
import { note, source } from '../shared-columns';

const count = (label: string, meaning: string) =>
  integer({ label, meaning, unit: 'accelerators', min: 0, optional: true });

const h100e = {
  dataset: 'gpu-holdings-history',
  value: 'h100e',
  low: 'h100e_low',
  high: 'h100e_high',
};

export const gpuHoldingsHistory = defineDataset({
  slug: 'gpu-holdings-history',
  title: 'Accelerators by organization over time',
  story:
    'How the accelerators of an organization grew, mostly by quarter, from Epoch AI’s model of cumulative deliveries, else from successive counts of one cluster or list. Follow one source at a time: a model of Meta’s whole fleet (118,947 A100) and a count of its clusters (21,400) are not two points of one line. The model retires nothing.',
  grain: 'One row per organization, chip, day and source.',
  columns: {
    organization: reference({
      label: 'Organization',
      meaning: 'Who holds them.',
      to: 'organizations',
    }),
    chip: reference({
      label: 'Chip',
      meaning: 'The chip, at the level of the source.',
      to: 'chips',
    }),
    as_of: date({ label: 'As of', meaning: 'Day for which the figure holds.', precision: 'day' }),
    family,
    accelerators: integer({
      label: 'Accelerators',
      meaning: 'How many; the median where the source models them.',
      unit: 'accelerators',
      min: 0,
    }),
    accelerators_low: count('Lowest', 'Fifth percentile of the model.'),
    accelerators_high: count('Highest', 'Ninety-fifth percentile of the model.'),
    ...stated,
    kind: holdingKind,
    source,
    note,
  },
  key: ['organization', 'chip', 'as_of', 'source'],
  checks: [
    valueInRange({
      dataset: 'gpu-holdings-history',
      value: 'accelerators',
      low: 'accelerators_low',
      high: 'accelerators_high',
    }),
    valueInRange({ name: 'h100e-in-range', ...h100e }),
    rangeHasValue(h100e),
    powerSaysOfWhat('gpu-holdings-history'),
    notYoungerThanSource({ dataset: 'gpu-holdings-history', day: 'as_of', slackDays: 1 }),
  ],
  credit:
    'Epoch AI, AI Chip Owners and Data on GPU Clusters (CC BY 4.0); State of AI Report Compute Index, Air Street Capital (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
