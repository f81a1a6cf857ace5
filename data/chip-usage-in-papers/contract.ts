/** How often AI papers name a vendor's chips, by edition of the Compute Index. */

import { projectionsMarked } from '../checks/not-from-the-future';
import { periodMatchesDates } from '../checks/period-matches-dates';
import { date, defineDataset, integer, oneOf, reference, slug, text } from '../contract';
import { note, source } from '../shared-columns';
import { oneProjectedYear, seriesNamed } from './checks';

export const chipUsageInPapers = defineDataset({
  slug: 'chip-usage-in-papers',
  title: 'Chips named in AI papers',
  story:
    'Open-source AI papers that name the use of a chip, counted by Zeta Alpha for the State of AI Compute Index. They are mentions: a paper that names two chips counts twice, and Nvidia’s total is the sum of the listed Nvidia chips. The current year of every edition is extrapolated and marked as a projection. Editions revise each other and are never added.',
  grain: 'One row per edition, period and series.',
  columns: {
    edition: reference({
      label: 'Edition',
      meaning: 'Edition of the index.',
      to: 'index-editions',
    }),
    period: text({
      label: 'Period',
      meaning: 'A year, or first and last month of another span.',
      pattern: /^\d{4}(-\d{2}\/\d{4}-\d{2})?$/,
      example: '2022',
    }),
    period_start: date({ label: 'From', meaning: 'First day of the period.', precision: 'day' }),
    period_end: date({ label: 'To', meaning: 'Last day of the period.', precision: 'day' }),
    series: slug({
      label: 'Series',
      meaning: 'The vendor, group or chip whose mentions are counted.',
    }),
    vendor: reference({
      label: 'Vendor',
      meaning: 'Vendor or group of the series.',
      to: 'vendors',
    }),
    chip: reference({
      label: 'Chip',
      meaning: 'The chip of the series; blank where the row is the published total of the vendor.',
      to: 'chips',
      optional: true,
    }),
    papers: integer({
      label: 'Papers',
      meaning: 'Mentions in papers of the period.',
      unit: 'papers',
      min: 0,
    }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'How the count came about.',
      values: {
        measured: 'Counted for the whole period.',
        projection: 'Counted to the edition’s date and extrapolated to the year.',
        'lower-bound': '“More than” this many.',
      },
    }),
    source,
    note,
  },
  key: ['edition', 'period', 'series'],
  checks: [
    oneProjectedYear,
    seriesNamed,
    periodMatchesDates({ dataset: 'chip-usage-in-papers' }),
    projectionsMarked('chip-usage-in-papers', ['measured']),
  ],
  credit: 'State of AI Report Compute Index, Air Street Capital and Zeta Alpha (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
