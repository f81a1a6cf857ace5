/** An editor's words at the turns of a chart. */
import { defineDataset, reference, slug, text } from '../contract';
import { note } from '../shared-columns';
import { shortEnough, wordsTrue } from './checks';

export const annotations = defineDataset({
  slug: 'annotations',
  title: 'Annotations',
  story:
    'A few words at a point of a chart over time where a turn wants a reason. Each rests on a source; causes that only the press reads into a figure are left to the source.',
  grain: 'One row per chart, mode and point.',
  columns: {
    annotation: slug({ label: 'Annotation', meaning: 'Short name of the row.' }),
    chart: slug({ label: 'Chart', meaning: 'The published chart that it is drawn in.' }),
    mode: text({
      label: 'Mode',
      meaning: 'Parameters of the address in which it is drawn, as for findings. Blank: any.',
      pattern: /^[a-z]+=[^=&]+(&[a-z]+=[^=&]+)*$/,
      example: 'market=jpr-aib-desktop',
      optional: true,
    }),
    at: text({
      label: 'At',
      meaning:
        'The period or day of the figure that it speaks of, as the series has it: 2014-Q4, FY2023-Q4, 2025-03-31.',
    }),
    series: slug({
      label: 'Series',
      meaning: 'The series that it speaks of. Blank: of the time as such.',
      optional: true,
    }),
    text: text({ label: 'Words', meaning: 'What is drawn, at most 38 characters.' }),
    condition: text({
      label: 'Condition',
      meaning:
        'An SQL SELECT over the published tables that gives 1 while the words are true. Blank where they name no figure, peak or low.',
      pattern: /^SELECT /,
      example: 'SELECT max(papers) = 20350 FROM chip_usage_in_papers',
      optional: true,
    }),
    told_in: reference({
      label: 'Source',
      meaning: 'The document that says it, or the data from which it follows.',
      to: 'sources',
    }),
    note,
  },
  key: ['annotation'],
  checks: [shortEnough, wordsTrue],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
