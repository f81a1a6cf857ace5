/** Accelerators of the TOP500 by chip, list by list. */
import { defineDataset, integer, number, reference, text } from '../contract';
import { note, source } from '../shared-columns';
import { sharesOfList } from './checks';

export const top500ByChip = defineDataset({
  slug: 'top500-by-chip',
  title: 'Accelerators in the TOP500',
  story:
    'How many systems of each TOP500 list carry a chip as accelerator, and how fast these systems are together, counted here from the published lists since June 2011. It counts systems, not chips: one with 40,000 GPUs counts as much as one with 100, and the rate is that of the whole system. The list is voluntary and about scientific computing; the large AI clusters are not in it.',
  grain: 'One row per list and accelerator.',
  columns: {
    list: text({
      label: 'List',
      meaning: 'Month of the list.',
      pattern: /^\d{4}-(06|11)$/,
      example: '2026-06',
    }),
    accelerator: text({
      label: 'Accelerator',
      meaning:
        'Chip, or chips counted together; forms are merged where the list does not tell them apart.',
    }),
    chip: reference({
      label: 'Chip',
      meaning: 'The same in the list of chips; blank where it is not in it.',
      to: 'chips',
      optional: true,
    }),
    systems: integer({
      label: 'Systems',
      meaning: 'Systems of the list with this accelerator.',
      unit: null,
      min: 1,
    }),
    accelerated_systems: integer({
      label: 'Accelerated systems',
      meaning: 'All systems of the list with any accelerator.',
      unit: null,
      min: 1,
    }),
    systems_share_pct: number({
      label: 'Share of systems',
      meaning: 'Share of the accelerated systems.',
      unit: '%',
      min: 0,
      max: 100,
    }),
    rmax_pflops: number({
      label: 'Linpack rate',
      meaning: 'Rate of these systems together, processors included.',
      unit: 'PFLOP/s',
      min: 0,
    }),
    rmax_share_pct: number({
      label: 'Share of the Linpack rate',
      meaning: 'Share of the rate of all accelerated systems.',
      unit: '%',
      min: 0,
      max: 100,
    }),
    names: text({ label: 'Names in the list', meaning: 'Names that were counted together.' }),
    source,
    note,
  },
  key: ['list', 'accelerator'],
  checks: [sharesOfList],
  credit: 'TOP500.org, counted by the AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
