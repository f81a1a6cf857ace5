/** Export controls, taken apart: what is asked, of which chips, for which countries. */
import { defineDataset, oneOf, reference, text } from '../contract';
import { followsInTime } from './checks';

export const exportControls = defineDataset({
  slug: 'export-controls',
  title: 'Export controls on AI chips',
  story:
    'The rules, letters and exceptions by which the United States, and once China, decided which AI chips may go where, taken apart from the list of events. Which measure it was and what later changed it is our reading of the same sources; the rules themselves are longer than any row. A blank country means that the source read names none.',
  grain: 'One row per event that changed what may be exported.',
  columns: {
    event: reference({
      label: 'Event',
      meaning: 'The event, which holds date, title and source.',
      to: 'events',
    }),
    measure: oneOf({
      label: 'Measure',
      meaning: 'What the rule demands; our classification.',
      values: {
        licence: { label: 'License required', meaning: 'A license is required.' },
        'entity-list': {
          label: 'Entity list',
          meaning: 'Named companies may not be supplied without a license.',
        },
        cap: { label: 'Cap', meaning: 'A number that may not be exceeded.' },
        review: { label: 'Case by case', meaning: 'Licenses are decided case by case.' },
        relief: {
          label: 'Eased',
          meaning: 'Something that was held back is allowed again, perhaps on terms.',
        },
        tariff: { label: 'Tariff', meaning: 'A duty is due.' },
        withdrawn: { label: 'Withdrawn', meaning: 'An earlier rule is dropped.' },
      },
    }),
    countries: text({
      label: 'Countries',
      meaning: 'Where the goods would go.',
      optional: true,
    }),
    chips: text({ label: 'Chips', meaning: 'What is covered.' }),
    changed_by: reference({
      label: 'Changed by',
      meaning: 'The later event that changed, eased or dropped it.',
      to: 'events',
      optional: true,
    }),
  },
  key: ['event'],
  checks: [followsInTime],
  credit: 'AI Hardware Tracker and the sources named',
  license: 'facts-CC-BY-4.0',
});
