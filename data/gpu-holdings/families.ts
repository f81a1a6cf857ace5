/**
 * Families of sources about holdings. Families count the same machines in
 * different ways, so a sum stays within one of them.
 */
import { oneOf } from '../contract';

export const family = oneOf({
  label: 'Family',
  meaning: 'Which list or method the figure belongs to. Never add figures of two families.',
  values: {
    'index-edition': {
      label: 'State of AI index of publicly documented clusters',
      meaning: 'A bar of one edition of the State of AI Compute Index; one edition at a time.',
    },
    'index-notes': {
      label: 'State of AI index, notes next to the bars',
      meaning:
        'Figures that the index prints next to its bars: tenants, and Chinese holders it does not chart.',
    },
    'epoch-clusters': {
      label: 'Epoch AI, clusters',
      meaning: 'Epoch AI’s list of single clusters and their phases.',
    },
    'epoch-owners': {
      label: 'Epoch AI, model of owners',
      meaning: 'Epoch AI’s model of cumulative deliveries by owner and chip.',
    },
    'epoch-fleet-totals': {
      label: 'Epoch AI, fleet totals',
      meaning: 'Whole fleets in H100-equivalents, from Epoch AI’s analyses.',
    },
    'omdia-purchases': {
      label: 'Omdia, purchases of a year',
      meaning: 'Omdia’s estimates of one year’s purchases.',
    },
    'gpus-per-student': {
      label: 'GPUs per student',
      meaning: 'University clusters, collected by GPUsPerStudent.',
    },
    statement: { label: 'Statements', meaning: 'Single statements, by the owner or in the press.' },
  },
});

export const holdingKind = oneOf({
  label: 'Kind',
  meaning: 'How firm the figure is.',
  values: {
    official: 'Stated by the owner, often read through the press.',
    'index-estimate': 'From a compiled list.',
    'analyst-estimate': 'An analyst’s estimate, as printed.',
    'model-estimate':
      'The median of a model, whose interval is far wider than its digits; pages tell two of them.',
    'press-estimate': 'Reported without a named origin.',
  },
});
