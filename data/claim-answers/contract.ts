/** Which figures of today stand next to which claims of the article. */
import { defineDataset, oneOf, reference, text } from '../contract';
import { answersFit, answersLeadSomewhere } from './checks';

export const claimAnswers = defineDataset({
  slug: 'claim-answers',
  title: 'Answers to the claims',
  story:
    'What the datasets say today of the things that the article’s claims speak of: for each claim the kind of figure and whose it is. The figures are looked up whenever the page is made, so that a new quarter or price needs no change here.',
  grain: 'One row per claim and answer, in the order in which a claim’s answers stand.',
  columns: {
    claim: reference({ label: 'Claim', meaning: 'The claim answered.', to: 'article-claims' }),
    shows: oneOf({
      label: 'Shows',
      meaning: 'What stands next to the claim, and what the next column names.',
      values: {
        'chart-figure': 'The newest figure of a published chart; of one of its series.',
        purchase: 'The newest price of a machine; with a chip or a variant of it.',
        rent: 'The newest rent; of a chip or a variant of it.',
        'index-rent': 'The newest price of a rental index; of a chip.',
        training: 'The published training with most of it; a parameter of cost-scenarios.',
        finding: 'What a published chart says as its title; of a finding.',
        results: 'The newest results; of a vendor.',
        reaction: 'What followed Nvidia’s newest results; `shares` or `worth`, the market value.',
        server: 'The newest server with a price; of a product line of systems.',
        'export-state': 'Whether export to China is controlled; of a chip or a variant of it.',
        'export-rule': 'The newest rule that still holds; a measure of export-controls.',
        'export-control': 'The newest control that speaks of a vendor.',
        calculator: 'The calculator that works the claim out; a preset of it.',
        printed:
          'What the press printed on the day that the claim speaks of; a metric of market-reactions.',
      },
    }),
    of: text({
      label: 'Of',
      meaning: 'Whose figure it is: a short name, as the column before says.',
    }),
    chart: text({
      label: 'Chart or calculator',
      meaning: 'The short name of the chart or the calculator, where one is shown.',
      pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
      example: 'market-share',
      optional: true,
    }),
    query: text({
      label: 'View',
      meaning: 'The chart’s view as its address has it; blank for its default.',
      pattern: /^[a-z]+=[^&\s]+(&[a-z]+=[^&\s]+)*$/,
      example: 'market=jpr-aib-desktop',
      optional: true,
    }),
    label: text({
      label: 'Wording',
      meaning: 'How a chart’s figure is named next to the claim; other figures name themselves.',
      optional: true,
    }),
  },
  key: ['claim', 'shows', 'of'],
  checks: [answersFit, answersLeadSomewhere],
  credit: 'AI Hardware Tracker',
  license: 'CC-BY-4.0',
});
