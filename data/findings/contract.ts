/** What charts say: an editor's sentence for each chart and mode, with figures filled in. */
import { defineDataset, slug, text } from '../contract';
import { note } from '../shared-columns';
import { claimsHold } from './checks';

export const findings = defineDataset({
  slug: 'findings',
  title: 'Findings',
  story:
    'The sentence that stands over a chart, and the line under it that says what is measured. An editor wrote them; the figures in braces are filled in from the data by the statements in finding-values, and a claim that the data no longer carry stops an ingest. A finding holds for one mode of a chart: the parameters of the address that it names.',
  grain: 'One row per chart and mode.',
  columns: {
    finding: slug({ label: 'Finding', meaning: 'Short name by which its values point at it.' }),
    chart: slug({
      label: 'Chart',
      meaning: 'The published chart that it stands over, or the page “overview”.',
    }),
    mode: text({
      label: 'Mode',
      meaning:
        'Parameters of the address with the values in which it holds, as in "market=jpr-aib-desktop"; parameters that are not named are at their defaults. Blank: the chart as it opens.',
      pattern: /^[a-z]+=[^=&]+(&[a-z]+=[^=&]+)*$/,
      example: 'market=jpr-aib-desktop',
      optional: true,
    }),
    sentence: text({
      label: 'Finding as a sentence',
      meaning:
        'What the chart shows, with values by name in braces; filled in, at most 90 characters.',
    }),
    condition: text({
      label: 'Condition',
      meaning:
        'What must hold for the sentence to be true: an SQL expression over the raw values, by name.',
    }),
    fallback: text({
      label: 'Fallback',
      meaning: 'A plainer sentence that holds for any figures; filled in, at most 90 characters.',
    }),
    measure: text({
      label: 'Measure',
      meaning: 'What is measured, in which unit, of whom, and whose estimate it is.',
    }),
    note,
  },
  key: ['finding'],
  checks: [claimsHold],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
