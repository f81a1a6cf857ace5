/** How new each series is, and when its publisher will continue it. */
import { date, defineDataset, integer, text } from '../contract';
import { note } from '../shared-columns';
import { newestFound } from './checks';

export const freshness = defineDataset({
  slug: 'freshness',
  title: 'Freshness',
  story:
    'The series that charts and datasets rest on, with the rhythm of their publishers. The newest figure is asked of the data; when the next one is expected follows from it and from the rhythm. Expected days are ours, from past publication, unless the publisher announced one.',
  grain: 'One row per series.',
  columns: {
    series: text({
      label: 'Series',
      meaning: 'Short name of the series.',
      pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
      example: 'steam-survey',
    }),
    name: text({ label: 'Name', meaning: 'What the series is, for people.' }),
    origin: text({
      label: 'Origin',
      meaning:
        'Whose series it is, as sources name the origin; blank where the tracker keeps the list itself, from many sources.',
      optional: true,
    }),
    shown_in: text({
      label: 'Shown in',
      meaning:
        'The charts that rest on it, by slug, with the parameters that choose it; several are separated by spaces. Blank where no chart does yet.',
      pattern: /^[a-z0-9-]+(\?[^ ?]+)?( [a-z0-9-]+(\?[^ ?]+)?)*$/,
      example: 'market-share?market=steam-survey-cards',
      optional: true,
    }),
    newest: text({
      label: 'Newest',
      meaning:
        'An SQL SELECT over the published tables that gives the period or the day of its newest figure. The first table it names is the dataset that holds the series.',
      pattern: /^SELECT /,
      example: 'SELECT max(period) FROM gpu_market_share',
    }),
    rhythm: text({
      label: 'Rhythm',
      meaning: 'How far a figure is from the one before; blank where there is no rhythm.',
      pattern: /^[1-9]\d* (days|months)$/,
      example: '3 months',
      optional: true,
    }),
    lag_days: integer({
      label: 'Lag',
      meaning: 'How long after the end of its period a figure is usually published.',
      unit: 'days',
      optional: true,
    }),
    announced: date({
      label: 'Announced',
      meaning: 'The day that the publisher announced for the next figure.',
      precision: 'day',
      optional: true,
    }),
    basis: text({ label: 'Basis', meaning: 'What rhythm and lag rest on.' }),
    note,
  },
  key: ['series'],
  checks: [newestFound],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
