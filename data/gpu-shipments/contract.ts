/** Units and money of the markets, where a source prints them. */

import { projectionsMarked } from '../checks/not-from-the-future';
import { periodMatchesDates } from '../checks/period-matches-dates';
import { defineDataset, number, reference } from '../contract';
import {
  marketKind,
  note,
  partOf,
  period,
  periodEnd,
  periodStart,
  source,
} from '../shared-columns';
import { hasUnitsOrValue, vendorsWithinTotal } from './checks';

export const gpuShipments = defineDataset({
  slug: 'gpu-shipments',
  title: 'Shipments and market value',
  story:
    'How many GPUs, accelerators or AI servers were shipped and what they were worth, where a source prints it, by market, period and vendor. Most rows are estimates of Jon Peddie Research and Epoch AI; JPR counts shipments into the channel and restates them later. Vendor rows of a period seldom make up its total, and quarters printed at the time do not always add up to the year printed later.',
  grain: 'One row per market, period and vendor (or total).',
  columns: {
    market: reference({ label: 'Market', meaning: 'What is counted.', to: 'markets' }),
    period,
    period_start: periodStart,
    period_end: periodEnd,
    vendor: reference({
      label: 'Vendor',
      meaning: 'Whose shipments, or `total` for the market.',
      to: 'vendors',
    }),
    units_thousands: number({
      label: 'Units',
      meaning: 'Shipped units, of what the market counts.',
      unit: 'thousands',
      min: 0,
      optional: true,
    }),
    value_usd_millions: number({
      label: 'Value',
      meaning: 'Value of the shipments.',
      unit: 'USD millions',
      min: 0,
      optional: true,
    }),
    kind: marketKind,
    part_of: partOf,
    source,
    note,
  },
  key: ['market', 'period', 'vendor'],
  checks: [
    hasUnitsOrValue,
    vendorsWithinTotal,
    periodMatchesDates({ dataset: 'gpu-shipments' }),
    projectionsMarked('gpu-shipments', ['measured']),
  ],
  credit: 'Jon Peddie Research, Epoch AI (CC BY 4.0) and the analysts named in the sources',
  license: 'facts-CC-BY-4.0',
});
