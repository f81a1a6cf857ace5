/** The figures in findings: where each comes from, and how a sentence says it. */
import { wordings } from '@/units/wording';
import { defineDataset, oneOf, reference, text } from '../contract';
import { valuesFound } from './checks';

export const findingValues = defineDataset({
  slug: 'finding-values',
  title: 'Values of findings',
  story:
    'What is in the braces of a finding, or only in its condition: one statement per value, which selects it from the published tables, and how the sentence says it.',
  grain: 'One row per finding and value.',
  columns: {
    finding: reference({ label: 'Finding', meaning: 'Whose value it is.', to: 'findings' }),
    name: text({
      label: 'Name',
      meaning: 'The name in braces, and in the condition.',
      pattern: /^[a-z][a-z0-9_]*$/,
      example: 'low_year',
    }),
    statement: text({
      label: 'Statement',
      meaning:
        'An SQL SELECT over the published tables (the name of a dataset with _ for -) that gives one row with one value.',
      pattern: /^SELECT /,
      example: 'SELECT max(share_pct) FROM gpu_market_share',
    }),
    wording: oneOf({
      label: 'Wording',
      meaning: 'How the sentence says the value.',
      values: wordings,
    }),
  },
  key: ['finding', 'name'],
  checks: [valuesFound],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
