/** Market shares by vendor, 2008 to 2028, of thirty differently defined markets. */

import { projectionsMarked } from '../checks/not-from-the-future';
import { periodMatchesDates } from '../checks/period-matches-dates';
import { valueInRange } from '../checks/value-in-range';
import { date, defineDataset, number, oneOf, reference } from '../contract';
import {
  marketKind,
  note,
  partOf,
  period,
  periodEnd,
  periodStart,
  source,
} from '../shared-columns';
import { completeMarketsCovered, membersWithinGroup, sharesAddUp } from './checks';

export const gpuMarketShare = defineDataset({
  slug: 'gpu-market-share',
  title: 'Market share by vendor',
  story:
    'Shares of GPUs and AI accelerators by vendor, as analysts, surveys and lists print them. Only Steam, TOP500 and sums of reported revenue are measured; the rest are estimates, and JPR restates old quarters without notice, so the value printed first or in the fullest table is kept and the other named in the note. Where a source prints a range, the share is its middle. Rows that were printed before their period was over are projections.',
  grain: 'One row per market, period and vendor.',
  columns: {
    market: reference({ label: 'Market', meaning: 'What it is a share of.', to: 'markets' }),
    period,
    period_start: periodStart,
    period_end: periodEnd,
    vendor: reference({ label: 'Vendor', meaning: 'Whose share it is.', to: 'vendors' }),
    share_pct: number({
      label: 'Share',
      meaning: 'Share of the market; the middle where a range is printed.',
      unit: '%',
      min: 0,
      max: 100,
    }),
    share_low_pct: number({
      label: 'Lowest',
      meaning: 'Lower end of a printed range.',
      unit: '%',
      min: 0,
      max: 100,
      optional: true,
    }),
    share_high_pct: number({
      label: 'Highest',
      meaning: 'Upper end of a printed range.',
      unit: '%',
      min: 0,
      max: 100,
      optional: true,
    }),
    kind: marketKind,
    stated_on: date({
      label: 'Stated on',
      meaning:
        'Day on which it was said, where its source names no period; the period is then only where it stands.',
      precision: 'day',
      optional: true,
    }),
    coverage: oneOf({
      label: 'Coverage',
      meaning: 'Whether the rows of this market and period make up the whole.',
      values: {
        'all-vendors': 'They add up to 100 within rounding; fit to be stacked.',
        'some-vendors':
          'Vendors are missing. Only in a market that adds up among those it names are they stacked.',
      },
    }),
    part_of: partOf,
    source,
    note,
  },
  key: ['market', 'period', 'vendor'],
  checks: [
    sharesAddUp,
    completeMarketsCovered,
    membersWithinGroup,
    valueInRange({
      dataset: 'gpu-market-share',
      value: 'share_pct',
      low: 'share_low_pct',
      high: 'share_high_pct',
    }),
    periodMatchesDates({ dataset: 'gpu-market-share' }),
    projectionsMarked('gpu-market-share', ['measured']),
  ],
  credit:
    'Jon Peddie Research, Epoch AI (CC BY 4.0), TOP500, Valve and the analysts named in the sources',
  license: 'facts-CC-BY-4.0',
});
