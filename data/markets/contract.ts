/** What each published market share is a share of. */
import { defineDataset, oneOf, reference, slug, text } from '../contract';
import { edition, note } from '../shared-columns';

export const markets = defineDataset({
  slug: 'markets',
  title: 'Markets',
  story:
    'What each series of market shares counts, as its publisher defines it. Nvidia’s 94% of desktop boards, 23% of all PC graphics and 66% of the AI compute of six designers (all of late 2025) and 95% of machine-learning GPUs (said in February 2023) are all printed, and true of different things. Shares of different markets never belong on one axis without saying so.',
  grain: 'One row per market and publisher.',
  columns: {
    market: slug({ label: 'Market', meaning: 'Short name by which shares cite the market.' }),
    name: text({ label: 'Name', meaning: 'Name for people.' }),
    category: oneOf({
      label: 'Category',
      meaning: 'The field it belongs to.',
      values: {
        'data-center-ai': { label: 'Data center & AI', meaning: 'Data centers and AI.' },
        pc: { label: 'Personal computers', meaning: 'Personal computers and games.' },
        supercomputers: { label: 'Supercomputers', meaning: 'Supercomputers.' },
        china: { label: 'China', meaning: 'China.' },
      },
    }),
    definition: text({ label: 'Definition', meaning: 'What is counted and what is left out.' }),
    basis: oneOf({
      label: 'Basis',
      meaning:
        'What the shares are shares of. Revenue shares of an expensive vendor exceed its unit shares.',
      values: {
        'units-shipped': { label: 'units shipped', meaning: 'Chips, boards or servers shipped.' },
        revenue: { label: 'revenue', meaning: 'Money, as revenue or system value.' },
        compute: {
          label: 'computing power shipped',
          meaning: 'Performance shipped in the period, in H100-equivalents.',
        },
        'compute-installed': {
          label: 'computing power shipped so far',
          meaning: 'Performance shipped so far, in H100-equivalents.',
        },
        performance: {
          label: 'Linpack performance of listed systems',
          meaning: 'Measured Linpack performance of listed systems.',
        },
        systems: { label: 'listed systems', meaning: 'Systems on a list.' },
        users: { label: 'surveyed users', meaning: 'Users who answered a survey.' },
        'not-stated': {
          label: 'basis not stated by the publisher',
          meaning: 'The publisher does not say.',
        },
      },
    }),
    publisher: text({ label: 'Publisher', meaning: 'Who estimates or counts the market.' }),
    adds_up: oneOf({
      label: 'Adds up',
      meaning: 'Whether the vendors of a period make up the whole market.',
      values: {
        complete: 'Yes, except in periods whose rows say some-vendors.',
        'among-named':
          'Yes, but only of the vendors that its definition names; others are left out.',
        incomplete: 'No: only some vendors are known.',
        overlapping: 'No: a group and its members are both listed; `part_of` says which.',
      },
    }),
    edition: { ...edition, optional: true },
    edition_of: reference({
      label: 'Earlier edition of',
      meaning:
        'The market whose newest edition revises this one; blank for what is newest, or has one edition. A market keeps its short name, and each new edition takes it over.',
      to: 'markets',
      optional: true,
    }),
    note,
  },
  key: ['market'],
  checks: [],
  credit: 'The publishers named',
  license: 'facts-CC-BY-4.0',
});
