/** What happened: launches, export controls, results, deals. */

import { notYoungerThanSource } from '../checks/not-from-the-future';
import { digestsUnconfirmed } from '../checks/single-digest';
import { date, defineDataset, oneOf, reference, slug, text } from '../contract';
import { note, source, standing } from '../shared-columns';
import { launchesOfOwnChips } from './checks';

export const events = defineDataset({
  slug: 'events',
  title: 'Events of the AI-hardware market',
  story:
    'What happened between 2016 and November 2026: chips launched, exports controlled and freed, results published, deals made, models trained. Dates are as exact as the source; a month or year alone means that it names no day. The last months rest on news digests, and several rows are reports of talks or drafts, which their title or note says. What only a single digest says is `reported`: it is kept in the list and never named as the newest.',
  grain: 'One row per event.',
  columns: {
    event: slug({ label: 'Event', meaning: 'Short name of the event.' }),
    date: date({ label: 'Date', meaning: 'When it happened.', precision: 'partial' }),
    category: oneOf({
      label: 'Category',
      meaning: 'What sort of event it is; our classification.',
      values: {
        launch: {
          label: 'Launches',
          meaning: 'A chip or system was announced or became available.',
        },
        'export-control': {
          label: 'Export controls',
          meaning: 'A rule on exports, or what followed from one.',
        },
        earnings: { label: 'Results', meaning: 'A company published its results.' },
        deal: { label: 'Deals', meaning: 'A purchase, an investment or a supply contract.' },
        policy: { label: 'Policy', meaning: 'A law or program other than export control.' },
        market: { label: 'Milestones', meaning: 'A mark on the stock market.' },
        research: { label: 'Research', meaning: 'A model or paper that used or moved the market.' },
      },
    }),
    title: text({ label: 'Event', meaning: 'What happened, in a few words.' }),
    short_title: text({
      label: 'Short title',
      meaning:
        'For the events that explain charts best: the label at their rule, at most 24 characters.',
      pattern: /^.{1,24}$/,
      example: 'Oct 2023 rules',
      optional: true,
    }),
    summary: text({ label: 'Summary', meaning: 'What happened, in a sentence.' }),
    actor: text({ label: 'Actor', meaning: 'Who acted: a company or a government.' }),
    vendor: reference({
      label: 'Vendor',
      meaning: 'The actor, where it designs accelerators.',
      to: 'vendors',
      optional: true,
    }),
    organization: reference({
      label: 'Organization',
      meaning: 'The actor, where it is among the owners of AI chips.',
      to: 'organizations',
      optional: true,
    }),
    chip: reference({
      label: 'Chip',
      meaning: 'The chip it is mostly about, at the level of the event: A100, not A100 40 GB.',
      to: 'chips',
      optional: true,
    }),
    standing,
    source,
    note,
  },
  key: ['event'],
  checks: [
    digestsUnconfirmed('events'),
    launchesOfOwnChips,
    notYoungerThanSource({ dataset: 'events', day: 'date' }),
  ],
  credit: 'AI Hardware Tracker and the sources named',
  license: 'facts-CC-BY-4.0',
});
