/** How the stock market took the results. */
import { digestsUnconfirmed } from '../checks/single-digest';
import { unitFits } from '../checks/value-in-range';
import { date, defineDataset, number, oneOf, reference, text } from '../contract';
import { note, source, standing } from '../shared-columns';

const metrics = {
  'share-price-change': ['%', 'Change of the share price over the session.'],
  'share-price-change-intraday': ['%', 'Change of the share price during the session.'],
  'share-price-change-after-hours': ['%', 'Change of the share price after the close.'],
  'share-price-change-premarket': ['%', 'Change of the share price before the opening.'],
  'ytd-change': ['%', 'Change of the share price since the start of the year.'],
  'ytd-change-floor': ['%', 'The same, where the source says “over”.'],
  'market-cap': ['USD billions', 'Market value.'],
  'market-cap-change': ['USD billions', 'Change of the market value in one session.'],
  'market-cap-milestone': [
    'USD trillions',
    'A mark that the market value touched for the first time.',
  ],
  'revenue-growth': ['%', 'Company revenue against the year before.'],
  'data-center-revenue': ['USD billions', 'Data center revenue of the quarter.'],
  'data-center-revenue-growth': ['%', 'Data center revenue against the year before.'],
  'dcai-revenue-growth': ['%', 'Revenue of Intel’s segment DCAI against the year before.'],
  'ai-semiconductor-revenue-growth': ['%', 'Broadcom’s AI revenue against the year before.'],
  'next-quarter-revenue-guidance': [
    'USD billions',
    'Revenue that the company expects next quarter.',
  ],
  'next-quarter-revenue-consensus': ['USD billions', 'Revenue that analysts had expected.'],
  'next-quarter-ai-revenue-guidance': ['USD billions', 'AI revenue that the company expects.'],
  'annual-ai-chip-revenue-forecast': ['USD billions', 'AI-chip revenue expected for the year.'],
} as const;

type Metric = keyof typeof metrics;

const pick = (place: 0 | 1) =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, described]) => [name, described[place]]),
  ) as Record<Metric, string>;

export const marketReactions = defineDataset({
  slug: 'market-reactions',
  title: 'Market reactions',
  story:
    'What companies reported on a day and how their shares moved after it, as the press printed it. “Over” and “nearly” are kept in the note. Growth rates here are the printed ones; the revenue datasets hold the amounts.',
  grain: 'One row per day, company and metric.',
  columns: {
    date: date({ label: 'Date', meaning: 'The day of the reaction or report.', precision: 'day' }),
    company: reference({ label: 'Company', meaning: 'Whose figure it is.', to: 'vendors' }),
    event: text({ label: 'Event', meaning: 'What the market reacted to.' }),
    occasion: oneOf({
      label: 'Occasion',
      meaning: 'What sort of event it was.',
      values: {
        results: 'A company’s results of a quarter.',
        milestone: 'A mark that the market value reached for the first time.',
        news: 'Other news.',
      },
    }),
    metric: oneOf({ label: 'Metric', meaning: 'What was measured.', values: pick(1) }),
    value: number({ label: 'Value', meaning: 'The figure, in the unit next to it.', unit: null }),
    unit: oneOf({
      label: 'Unit',
      meaning: 'Unit of the value; each metric has one.',
      values: {
        '%': 'Per cent.',
        'USD billions': 'Billions of US dollars.',
        'USD trillions': 'Trillions of US dollars.',
      },
    }),
    standing,
    source,
    note,
  },
  key: ['date', 'company', 'metric'],
  checks: [
    digestsUnconfirmed('market-reactions'),
    unitFits({ dataset: 'market-reactions', by: 'metric', units: pick(0) }),
  ],
  credit: 'AI Hardware Tracker and the sources named',
  license: 'facts-CC-BY-4.0',
});
