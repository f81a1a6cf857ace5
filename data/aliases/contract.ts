/** Other words for rows of the datasets, as running texts use them. */
import { defineDataset, oneOf, slug, text } from '../contract';
import { aliasesLeadSomewhere } from './checks';

export const aliases = defineDataset({
  slug: 'aliases',
  title: 'Other names',
  story:
    'Words by which texts speak of a company, a holder, a chip, a system or an event whose row has another name. Where the article’s claims use them, they lead to the page of the row. What publishers of lists call things stands in publishers’ names.',
  grain: 'One row per word or phrase.',
  columns: {
    alias: text({
      label: 'Other name',
      meaning: 'The word or phrase, spelled as texts spell it; letter case matters.',
    }),
    dataset: oneOf({
      label: 'Dataset',
      meaning: 'Where the row stands that is meant.',
      values: {
        vendors: 'A vendor.',
        organizations: 'A holder.',
        chips: 'A chip.',
        systems: 'A system.',
        events: 'An event.',
      },
    }),
    row: slug({ label: 'Row', meaning: 'The short name of the row that is meant.' }),
  },
  key: ['alias'],
  checks: [aliasesLeadSomewhere],
  credit: 'AI Hardware Tracker',
  licence: 'facts-CC-BY-4.0',
});
