/**
 * Columns that holdings and their history share: families of sources, which count the same
 * machines in different ways, so that a sum stays within one of them; and what a source states
 * of the accelerators besides their number, in a unit of its own.
 */
import { number, oneOf } from '../contract';

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
        'Figures that the index prints next to its bars: tenants, and Chinese owners it does not chart.',
    },
    'epoch-clusters': {
      label: 'Epoch AI, clusters',
      meaning: 'Epoch AI’s list of single clusters and their phases.',
    },
    'epoch-owners': {
      label: 'Epoch AI, model of owners',
      meaning: 'Epoch AI’s model of cumulative deliveries by owner and chip.',
    },
    'epoch-data-centers': {
      label: 'Epoch AI, data centers',
      meaning: 'Chips in operation at the sites of Epoch AI’s Frontier Data Centers.',
    },
    'epoch-fleet-totals': {
      label: 'Epoch AI, fleet totals',
      meaning: 'Whole fleets in H100-equivalents, from Epoch AI’s analyses.',
    },
    'omdia-purchases': {
      label: 'Omdia, annual purchases',
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

const equivalents = (label: string, meaning: string) =>
  number({ label, meaning, unit: 'H100-equivalents', min: 0, optional: true });

export const stated = {
  h100e: equivalents(
    'H100-equivalents',
    'The same accelerators in H100-equivalents, as the source states them (Epoch AI: by 8-bit rate, against 1,979 TFLOPS of an H100). Blank where it states none; the note says where we computed it at the source’s own rate.',
  ),
  h100e_low: equivalents('H100-equivalents, lowest', 'Lower end of the source’s range.'),
  h100e_high: equivalents('H100-equivalents, highest', 'Upper end of the source’s range.'),
  power_mw: number({
    label: 'Power',
    meaning: 'Power that these accelerators need, as the next column says.',
    unit: 'MW',
    min: 0,
    optional: true,
  }),
  power_basis: oneOf({
    label: 'Power of what',
    meaning: 'What the power is of. Never set two of them side by side.',
    optional: true,
    values: {
      reported: {
        label: 'Reported for the site',
        meaning: 'Said of the whole cluster or site, by its owner or in the press.',
      },
      calculated: {
        label: 'Calculated for the site',
        meaning: 'Calculated by the source from the chips, with servers and cooling.',
      },
      chips: {
        label: 'Chips alone',
        meaning: 'Thermal design power of the chips alone, without servers and cooling.',
      },
    },
  }),
} as const;
