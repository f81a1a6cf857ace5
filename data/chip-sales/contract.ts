/** Epoch AI's model of chips sold, quarter by quarter, by edition. */

import { periodMatchesDates } from '../checks/period-matches-dates';
import { valueInRange } from '../checks/value-in-range';
import { date, defineDataset, integer, number, oneOf, reference } from '../contract';
import { edition, note, period, periodEnd, periodStart, source } from '../shared-columns';
import { chipOfVendor, incompleteAtTheEnds } from './checks';

const units = (label: string, meaning: string) =>
  integer({ label, meaning, unit: 'accelerators', min: 0 });
const equivalents = (label: string, meaning: string) =>
  number({ label, meaning, unit: 'H100-equivalents', min: 0 });

export const chipSales = defineDataset({
  slug: 'chip-sales',
  title: 'Chip sales by quarter',
  story:
    'How many chips of each kind were sold in a quarter, and how much computing that is, as Epoch AI models it. Every figure is a median with its 5th and 95th percentile. The edition of April 2026 covers Nvidia, Google, AMD and Amazon; that of October adds Huawei and Cambricon, and has no Amazon after 2025. Microsoft, Meta, Intel and others are in neither, so no sum is the whole market. Each edition revises the one before: compare them, never join them. Quarters known only in part are marked.',
  grain: 'One row per edition, chip and quarter.',
  columns: {
    edition,
    vendor: reference({ label: 'Designer', meaning: 'Who designed the chip.', to: 'vendors' }),
    chip: reference({
      label: 'Chip',
      meaning:
        'The chip, at the level of the source: H100 and H200 are one series, B200 and B300 include GB200 and GB300.',
      to: 'chips',
    }),
    period,
    period_start: periodStart,
    period_end: periodEnd,
    quarter: oneOf({
      label: 'Quarter',
      meaning: 'Whether the estimate covers the whole quarter.',
      values: {
        whole: { label: 'Whole', meaning: 'The whole quarter.' },
        part: {
          label: 'Incomplete',
          meaning:
            'A part of the quarter, because the company’s fiscal quarters cover no more: never compare it with whole ones.',
        },
      },
    }),
    units: units('Units', 'Chips sold in the quarter, the median.'),
    units_low: units('Units, lowest', 'Fifth percentile of the model.'),
    units_high: units('Units, highest', 'Ninety-fifth percentile of the model.'),
    h100e: equivalents(
      'H100-equivalents',
      'Compute of these chips by peak 8-bit speed (dense) against an H100, the median.',
    ),
    h100e_low: equivalents('H100-equivalents, lowest', 'Fifth percentile of the model.'),
    h100e_high: equivalents('H100-equivalents, highest', 'Ninety-fifth percentile of the model.'),
    estimated_on: date({
      label: 'Estimated on',
      meaning:
        'Day on which the publisher made the estimate, or last changed the row where it names none.',
      precision: 'day',
      optional: true,
    }),
    source,
    note,
  },
  key: ['edition', 'chip', 'period'],
  checks: [
    periodMatchesDates({ dataset: 'chip-sales' }),
    valueInRange({
      ...{ name: 'units-in-range', dataset: 'chip-sales' },
      ...{ value: 'units', low: 'units_low', high: 'units_high' },
    }),
    valueInRange({
      ...{ name: 'h100e-in-range', dataset: 'chip-sales' },
      ...{ value: 'h100e', low: 'h100e_low', high: 'h100e_high' },
    }),
    chipOfVendor,
    incompleteAtTheEnds,
  ],
  credit: 'Epoch AI, AI Chip Sales (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
