/** The editions of the State of AI Compute Index, for papers and for holdings. */
import { date, defineDataset, integer, oneOf, slug, text } from '../contract';
import { note, source } from '../shared-columns';
import { indexFitsNumbers } from './checks';

const numbers = (label: string, meaning: string) =>
  oneOf({
    label,
    meaning,
    optional: true,
    values: {
      complete: 'All its numbers are here.',
      partial: 'Only some of its numbers are known.',
      none: 'Its numbers are not available.',
    },
  });

export const indexEditions = defineDataset({
  slug: 'index-editions',
  title: 'Editions of the Compute Index',
  story:
    'The State of AI Compute Index of Air Street Capital counts chips named in AI papers and lists who holds how many accelerators. It appears in editions, and each edition repeats and revises the one before, so figures of two editions are never added. Many editions were published as embedded charts whose numbers can no longer be read.',
  grain: 'One row per edition.',
  columns: {
    edition: slug({ label: 'Edition', meaning: 'Short name by which figures cite the edition.' }),
    index: oneOf({
      label: 'Index',
      meaning: 'Which of the two lists the edition updates.',
      values: {
        'chips-in-papers': 'Chips named in papers.',
        'gpu-holdings': 'Who holds accelerators.',
        both: 'Both.',
      },
    }),
    title: text({ label: 'Title', meaning: 'Name for people.' }),
    published_on: date({
      label: 'Published',
      meaning: 'When the edition appeared on the index’s page.',
      precision: 'partial',
      optional: true,
    }),
    data_as_of: date({
      label: 'Data as of',
      meaning: 'Until when it counts.',
      precision: 'partial',
      optional: true,
    }),
    projected_year: integer({
      label: 'Projected year',
      meaning: 'The unfinished year whose paper counts are extrapolated.',
      unit: null,
      min: 2018,
      max: 2100,
      optional: true,
    }),
    papers_numbers: numbers(
      'Paper counts',
      'How much of the paper counts is known; blank where the edition does not update them.',
    ),
    holdings_numbers: numbers(
      'Clusters',
      'How much of the clusters is known; blank where the edition does not update them.',
    ),
    source,
    note,
  },
  key: ['edition'],
  checks: [indexFitsNumbers],
  credit: 'State of AI Report Compute Index, Air Street Capital (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
