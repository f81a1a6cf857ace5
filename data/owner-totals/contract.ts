/** What owners hold of each designer, remainders included, so that shares of the whole can be told. */
import { notYoungerThanSource } from '../checks/not-from-the-future';
import { rowsInOrder } from '../checks/rows-in-order';
import { valueInRange } from '../checks/value-in-range';
import { date, defineDataset, integer, number, oneOf, reference, slug } from '../contract';
import { note, source } from '../shared-columns';
import { ownerOrRemainder } from './checks';

const count = (label: string, meaning: string, optional = true) =>
  integer({ label, meaning, unit: 'accelerators', min: 0, ...(optional && { optional }) });
const equivalents = (label: string, meaning: string, optional = true) =>
  number({ label, meaning, unit: 'H100-equivalents', min: 0, ...(optional && { optional }) });
const power = (label: string, meaning: string, optional = true) =>
  number({ label, meaning, unit: 'MW', min: 0, ...(optional && { optional }) });

const LOW = 'Fifth percentile of the model.';
const HIGH = 'Ninety-fifth percentile of the model.';

export const ownerTotals = defineDataset({
  slug: 'owner-totals',
  title: 'Owners’ totals by designer',
  story:
    'What each owner had received from each chip designer by the end of a quarter, as Epoch AI models it, with intervals of the total: those of single chips may not be added. The remainders, China and the rest of the world, are no owners and are never ranked; with them the rows of a quarter are the whole of the model, of which an owner’s share can be told. xAI is counted from sites and is in `gpu-holdings-history` alone; neither it nor CoreWeave is in the rest of the world. Nothing is retired.',
  grain: 'One row per owner, designer and quarter’s end.',
  columns: {
    owner: slug({
      label: 'Owner',
      meaning: 'The organization’s short name, or that of a remainder.',
    }),
    organization: reference({
      label: 'Organization',
      meaning: 'The owner; blank for a remainder.',
      to: 'organizations',
      optional: true,
    }),
    remainder: oneOf({
      label: 'Remainder',
      meaning: 'What is counted where no single owner is; blank for an owner.',
      optional: true,
      values: {
        china: { label: 'China', meaning: 'All owners in China.' },
        'rest-of-world': {
          label: 'Rest of the world',
          meaning: 'All owners that the model does not name.',
        },
      },
    }),
    vendor: reference({ label: 'Designer', meaning: 'Whose chips.', to: 'vendors' }),
    as_of: date({ label: 'As of', meaning: 'The quarter’s last day.', precision: 'day' }),
    accelerators: count('Accelerators', 'How many; the median of the model.', false),
    accelerators_low: count('Accelerators, lowest', LOW),
    accelerators_high: count('Accelerators, highest', HIGH),
    h100e: equivalents('H100-equivalents', 'By 8-bit rate; the median of the model.', false),
    h100e_low: equivalents('H100-equivalents, lowest', LOW),
    h100e_high: equivalents('H100-equivalents, highest', HIGH),
    power_mw: power(
      'Power of the chips',
      'Thermal design power of the chips alone; the median of the model.',
      false,
    ),
    power_mw_low: power('Power, lowest', LOW),
    power_mw_high: power('Power, highest', HIGH),
    source,
    note,
  },
  key: ['owner', 'vendor', 'as_of'],
  checks: [
    ownerOrRemainder,
    ...(['accelerators', 'h100e', 'power_mw'] as const).map((value) =>
      valueInRange({
        ...{ name: `${value.replaceAll('_', '-')}-in-range`, dataset: 'owner-totals' },
        ...{ value, low: `${value}_low`, high: `${value}_high` },
      }),
    ),
    rowsInOrder('owner-totals', ['owner', 'vendor', 'as_of']),
    notYoungerThanSource({ dataset: 'owner-totals', day: 'as_of' }),
  ],
  credit: 'Epoch AI, AI Chip Owners (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
