/** Power of chips that laboratories have under contract. */
import { defineDataset, number, oneOf, reference } from '../contract';
import { note, source } from '../shared-columns';

export const contractedPower = defineDataset({
  slug: 'contracted-power',
  title: 'Contracted power',
  story:
    'The power of chips that AI laboratories have under contract or commitment, by supplier, as the editions of the State of AI Compute Index chart it. These are announcements of chips to come over years, not installed machines, and they overlap with sites and clusters: never add them to those. Each edition replaces the one before.',
  grain: 'One row per edition, organization and group of suppliers.',
  columns: {
    edition: reference({
      label: 'Edition',
      meaning: 'Edition of the index.',
      to: 'index-editions',
    }),
    organization: reference({
      label: 'Organization',
      meaning: 'Who contracted.',
      to: 'organizations',
    }),
    suppliers: oneOf({
      label: 'Suppliers',
      meaning: 'Whose chips.',
      values: {
        nvidia: { label: 'Nvidia', meaning: 'Chips of Nvidia.' },
        others: { label: 'Others', meaning: 'Chips of all other suppliers.' },
      },
    }),
    contracted_mw: number({
      label: 'Contracted power',
      meaning: 'Power under contract or commitment; the index prints gigawatts.',
      unit: 'MW',
      min: 0,
    }),
    source,
    note,
  },
  key: ['edition', 'organization', 'suppliers'],
  checks: [],
  credit: 'State of AI Report Compute Index, Air Street Capital (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
