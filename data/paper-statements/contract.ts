/** What was said about the counts of chips in papers. */
import { unitFits } from '../checks/value-in-range';
import { defineDataset, integer, number, oneOf, reference, slug, text } from '../contract';
import { note, source } from '../shared-columns';
import { ranksOfChips } from './checks';

export const paperStatements = defineDataset({
  slug: 'paper-statements',
  title: 'Statements about chips in papers',
  story:
    'Shares, ratios, growth rates and ranks that the State of AI Compute Index and others printed about chips in AI papers, next to those computed here from the counts. Printed ones were made at their time: several rest on a projected year that later counts did not bear out.',
  grain: 'One row per statement.',
  columns: {
    statement: slug({ label: 'Statement', meaning: 'Short name of the statement.' }),
    year: integer({
      label: 'Year',
      meaning: 'The year spoken of.',
      unit: null,
      min: 2018,
      max: 2100,
    }),
    vendor: reference({ label: 'Vendor', meaning: 'Whose chips are spoken of.', to: 'vendors' }),
    chip: reference({
      label: 'Chip',
      meaning: 'The chip spoken of; blank where all of the vendor are.',
      to: 'chips',
      optional: true,
    }),
    metric: oneOf({
      label: 'Metric',
      meaning: 'What is said.',
      values: {
        share: 'A share of the mentions.',
        growth: 'A change against another year.',
        ratio: 'How many times the others.',
        rank: 'A place in the order.',
      },
    }),
    value: number({ label: 'Value', meaning: 'The figure, in the unit next to it.', unit: null }),
    unit: oneOf({
      label: 'Unit',
      meaning: 'Unit of the value; each metric has one.',
      values: { '%': 'Per cent.', times: 'A multiple.', place: 'A place, 1 is the first.' },
    }),
    relative_to: text({ label: 'Relative to', meaning: 'What it is compared with or counted in.' }),
    basis: oneOf({
      label: 'Basis',
      meaning: 'Where the figure comes from.',
      values: {
        published: 'Somebody printed it.',
        derived: 'Our arithmetic on the counts of the source.',
      },
    }),
    projected: oneOf({
      label: 'Projected',
      meaning: 'Whether the year was not over when it was said.',
      values: { yes: 'The year was extrapolated.', no: 'The year was over, or nearly.' },
    }),
    source,
    note,
  },
  key: ['statement'],
  checks: [
    ranksOfChips,
    unitFits({
      dataset: 'paper-statements',
      by: 'metric',
      units: { share: '%', growth: '%', ratio: 'times', rank: 'place' },
    }),
  ],
  credit: 'State of AI Compute Index, Air Street Capital and Zeta Alpha (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
