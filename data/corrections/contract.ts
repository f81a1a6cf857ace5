/** Errors of ours that were published, and what is shown in their place. */
import { date, defineDataset, slug, text } from '../contract';
import { correctionsStand, pointsAtData } from './checks';

export const corrections = defineDataset({
  slug: 'corrections',
  title: 'Corrections',
  story:
    'What this site showed and should not have: wrong figures, wrong words about right figures, labels that claimed more than the source did. A publisher’s revision is no correction of ours: it is a figure of a later edition, and the earlier one stays.',
  grain: 'One row per correction.',
  columns: {
    correction: slug({ label: 'Correction', meaning: 'Short name of the correction.' }),
    corrected_on: date({
      label: 'Corrected',
      meaning: 'The day since which the right figure or wording is published.',
      precision: 'day',
    }),
    dataset: slug({ label: 'Dataset', meaning: 'The dataset that held the error.' }),
    row: text({
      label: 'Row',
      meaning:
        'The corrected row, by its key as in its address, parts joined by a tilde. Blank where several rows were wrong alike, or only what was said of them.',
      optional: true,
      example: 'jpr-aib-desktop~2025-Q4~nvidia',
    }),
    what: text({ label: 'What', meaning: 'Which figure or wording it is about.' }),
    shown: text({ label: 'Shown before', meaning: 'What was shown.' }),
    shown_now: text({ label: 'Shown now', meaning: 'What is shown in its place.' }),
    reason: text({
      label: 'Why',
      meaning: 'Why it was wrong, and how that is known.',
    }),
    noticed_by: text({
      label: 'Noticed by',
      meaning: 'Who noticed: a reader by name where they agreed, or the editors.',
    }),
    condition: text({
      label: 'Condition',
      meaning:
        'An SQL SELECT over the published tables that gives 1 while the correction stands. Blank where only words were wrong.',
      pattern: /^SELECT /,
      example: "SELECT memory_type = 'GDDR5' FROM chips WHERE chip = 'p40'",
      optional: true,
    }),
  },
  key: ['correction'],
  checks: [pointsAtData, correctionsStand],
  credit: 'AI Hardware Tracker',
  license: 'CC-BY-4.0',
});
