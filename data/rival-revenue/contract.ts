/** Data center and AI revenue of Nvidia's rivals, one series per definition. */

import { notYoungerThanSource } from '../checks/not-from-the-future';
import { date, defineDataset, integer, number, oneOf, reference, slug, text } from '../contract';
import { note, periodEnd, source } from '../shared-columns';
import { calendarFits } from './checks';

export const rivalRevenue = defineDataset({
  slug: 'rival-revenue',
  title: 'Rivals’ data center and AI revenue',
  story:
    'Quarterly revenue of the segments that come nearest to Nvidia’s data center: AMD’s Data Center, Intel’s DCAI, Broadcom’s AI semiconductors. Each keeps its own calendar, so compare them by the end of the period. Intel changed its segment twice, so its figures form three series that must not be joined; Broadcom’s AI figure is a management number inside its semiconductor segment. Many figures are rounded to $0.1bn as published.',
  grain: 'One row per series and period.',
  columns: {
    vendor: reference({ label: 'Vendor', meaning: 'Whose revenue.', to: 'vendors' }),
    series: slug({
      label: 'Series',
      meaning: 'One line of one definition; a change of definition starts another.',
    }),
    series_name: text({ label: 'Series name', meaning: 'Name for people.' }),
    short_name: text({
      label: 'Short name',
      meaning:
        'What a chart calls it; blank: its name. Series of one short name are one line, which begins anew with each definition.',
      optional: true,
    }),
    period: text({
      label: 'Period',
      meaning: 'Quarter or year as the company labels it; its own calendar, not Nvidia’s.',
      pattern: /^(FY)?\d{4}(-Q[1-4])?$/,
      example: '2025-Q3',
    }),
    period_start: date({
      label: 'From',
      meaning: 'First day of the period, where known.',
      precision: 'day',
      optional: true,
    }),
    period_end: periodEnd,
    months: integer({
      label: 'Length',
      meaning: 'Length of the period: a quarter or a year.',
      unit: 'months',
      min: 3,
      max: 12,
    }),
    revenue_usd_millions: number({
      label: 'Revenue',
      meaning: 'Revenue of the period.',
      unit: 'USD millions',
      min: 0,
    }),
    growth_on_year_pct: number({
      label: 'Growth vs. year earlier',
      meaning:
        'Against the same period a year before, as published; exacter than what follows from rounded figures.',
      unit: '%',
      min: -100,
      optional: true,
    }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'How exact the figure is.',
      values: {
        reported: 'Printed to the million, or nearly so.',
        rounded: 'Printed rounded, mostly to $0.1bn.',
        derived: 'Follows by arithmetic; the note says how.',
        'press-report': 'From the press, not from the company’s accounts.',
      },
    }),
    source,
    note,
  },
  key: ['series', 'period'],
  checks: [calendarFits, notYoungerThanSource({ dataset: 'rival-revenue', day: 'period_end' })],
  credit: 'AMD, Intel and Broadcom, as relayed by the sources named',
  license: 'facts-CC-BY-4.0',
});
