/** Other words for rows of the datasets, as running texts use them. */
import { defineDataset, reference, text } from '../contract';
import { oneMeant } from './checks';

const to = (label: string, what: string, dataset: string) =>
  reference({ label, meaning: `${what} that is meant.`, to: dataset, optional: true });

export const aliases = defineDataset({
  slug: 'aliases',
  title: 'Other names',
  story:
    'Words by which texts and visitors speak of a company, an owner, a chip, a system or an event whose row has another name: short names, tickers, names in other scripts. Where the article’s claims use them, they lead to the page of the row, and the search knows them. What publishers of lists call things is in publishers’ names.',
  grain: 'One row per word or phrase.',
  columns: {
    alias: text({
      label: 'Other name',
      meaning: 'The word or phrase, spelled as texts spell it; letter case matters.',
    }),
    vendor: to('Vendor', 'The vendor', 'vendors'),
    organization: to('Organization', 'The owner', 'organizations'),
    chip: to('Chip', 'The chip', 'chips'),
    system: to('System', 'The system', 'systems'),
    event: to('Event', 'The event', 'events'),
  },
  key: ['alias'],
  checks: [oneMeant],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
