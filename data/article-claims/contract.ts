/** The claims of the article that the tracker began with, each with a verdict. */
import { digestsUnconfirmed } from '../checks/single-digest';
import { defineDataset, integer, number, oneOf, reference, slug, text } from '../contract';
import { source, standing } from '../shared-columns';
import { verdictsFit } from './checks';

export const articleClaims = defineDataset({
  slug: 'article-claims',
  title: 'Claims of the A100 article',
  story:
    'In February 2023 CNBC wrote about the $10,000 chip behind the race for AI, and a Chinese text retold it. Here are the claims of that text in our words, each checked against filings, charts and model cards. The original could be read only in its opening third, so later claims were checked against primary material or are marked as only reported.',
  grain: 'One row per claim, in the order of the text.',
  columns: {
    claim: slug({ label: 'Claim', meaning: 'Number of the claim in the text.' }),
    topic: oneOf({
      label: 'Topic',
      meaning: 'What the claim is about.',
      values: {
        price: { label: 'Prices', meaning: 'What chips and servers cost.' },
        'market-share': { label: 'Market share', meaning: 'Who sells how much.' },
        product: { label: 'Products', meaning: 'What the chips are.' },
        holdings: { label: 'Ownership', meaning: 'Who has how many.' },
        revenue: { label: 'Revenue', meaning: 'What Nvidia earned.' },
        stock: { label: 'Stock market', meaning: 'How the shares moved.' },
        'inference-cost': { label: 'Cost of serving', meaning: 'What serving a model costs.' },
        'training-cost': { label: 'Cost of training', meaning: 'What training a model costs.' },
        papers: { label: 'Papers', meaning: 'Which chips research names.' },
        competition: { label: 'Competition', meaning: 'Who else makes chips.' },
        'export-control': { label: 'Export controls', meaning: 'What may be sold to China.' },
      },
    }),
    subject: text({ label: 'Subject', meaning: 'Whom or what the claim is about.' }),
    says: text({ label: 'Claim', meaning: 'What is claimed, in our words.' }),
    value: number({
      label: 'Value',
      meaning:
        'The figure of the claim, where it has one; the exact one of its source where the text rounds.',
      unit: null,
      optional: true,
    }),
    unit: text({ label: 'Unit', meaning: 'Unit of the value.', optional: true }),
    value_text: text({
      label: 'Value as text',
      meaning:
        'The value as the text words it: a name, a date, or a figure that it rounds or bounds.',
      optional: true,
    }),
    as_of: text({
      label: 'As of',
      meaning: 'The day, month or year the claim speaks of, not when it was said.',
      pattern: /^\d{4}(-\d{2}(-\d{2})?)?$/,
      example: '2023-02-23',
    }),
    said_by: text({ label: 'Said by', meaning: 'Who said it first.' }),
    verdict: oneOf({
      label: 'Verdict',
      meaning: 'What became of the claim when it was checked.',
      values: {
        matches: { label: 'Matches', meaning: 'A source says the same.' },
        'revised-since': {
          label: 'Revised since',
          meaning: 'It was right at the time; the figure has been revised.',
        },
        imprecise: {
          label: 'Imprecise',
          meaning: 'Partly right: a date, a version or a word is off.',
        },
        'only-reported': { label: 'Only reported', meaning: 'It stands only in the article.' },
        mistranslated: {
          label: 'Mistranslated',
          meaning:
            'The Chinese text alters, drops or garbles what was said; only likely so where the grade is “reported”, for the original was not read.',
        },
      },
    }),
    standing,
    finding: text({
      label: 'Finding',
      meaning: 'What the source says, in our words.',
      optional: true,
    }),
    chinese_text: text({
      label: 'In the Chinese text',
      meaning: 'How the Chinese text departs from what was said.',
      optional: true,
    }),
    vendor: reference({
      label: 'Vendor',
      meaning: 'The vendor it is about.',
      to: 'vendors',
      optional: true,
    }),
    organization: reference({
      label: 'Organization',
      meaning: 'The organization it is about.',
      to: 'organizations',
      optional: true,
    }),
    chip: reference({
      label: 'Chip',
      meaning: 'The chip it is about.',
      to: 'chips',
      optional: true,
    }),
    lead_place: integer({
      label: 'Place among those that matter',
      meaning:
        'Its place among the claims that the story rests on; blank for all others. Our choice.',
      unit: null,
      optional: true,
    }),
    source,
  },
  key: ['claim'],
  checks: [digestsUnconfirmed('article-claims'), verdictsFit],
  credit: 'AI Hardware Tracker and the sources named',
  license: 'facts-CC-BY-4.0',
});
