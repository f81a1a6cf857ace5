/** What an hour of an accelerator costs to rent. */

import { notYoungerThanSource } from '../checks/not-from-the-future';
import { digestsUnconfirmed } from '../checks/single-digest';
import { date, defineDataset, number, oneOf, reference, text, url } from '../contract';
import { note, source, standing } from '../shared-columns';
import { oneKindPerProvider } from './checks';

export const rentalPrices = defineDataset({
  slug: 'rental-prices',
  title: 'Rental prices of accelerators',
  story:
    'Prices per accelerator and hour since 2017, mostly from archived price pages that Epoch AI collected, then from indices and comparisons, and from July to October 2026 from gpurentalprices.com, which reads the providers’ own pages: one day a week. Listed prices, contracts and indices are different things, so a line is drawn only within one kind of term and of provider. Where a provider had several offers on a day the lowest is kept and the note names the highest. Between March and October 2025 only summaries were found. The providers read in 2026 grew from 2 to 37, so averages over all of them through time mean nothing: hold a set of providers fixed. Prices of a single blog’s approximate table are `reported`: they stand apart and in no line.',
  grain: 'One row per day, provider, chip and term.',
  columns: {
    date: date({ label: 'Date', meaning: 'When the price was asked.', precision: 'partial' }),
    provider: text({ label: 'Provider', meaning: 'Who asks the price, or whose index it is.' }),
    provider_kind: oneOf({
      label: 'Kind of provider',
      meaning: 'What sort of price list it is.',
      values: {
        hyperscaler: { label: 'Large clouds', meaning: 'One of the large general clouds.' },
        'gpu-cloud': { label: 'GPU clouds', meaning: 'A cloud that mostly rents accelerators.' },
        marketplace: {
          label: 'Marketplaces',
          meaning: 'A marketplace of other people’s computers.',
        },
        index: {
          label: 'Indices and summaries',
          meaning: 'A market index or a summary of the market.',
        },
        assumption: {
          label: 'Assumptions',
          meaning: 'An assumption of somebody’s calculation; no market price.',
        },
      },
    }),
    chip: reference({ label: 'Chip', meaning: 'What is rented.', to: 'chips' }),
    term: oneOf({
      label: 'Term',
      meaning: 'For how long one commits.',
      values: {
        'on-demand': { label: 'On demand', meaning: 'By the hour, without commitment.' },
        'one-year': { label: 'One year', meaning: 'Committed for a year.' },
        'three-year': { label: 'Three years', meaning: 'Committed for three years.' },
        'one-month': { label: 'One month', meaning: 'Committed for a month.' },
        'six-month': { label: 'Six months', meaning: 'Committed for half a year.' },
        'two-year': { label: 'Two years', meaning: 'Committed for two years.' },
        'five-year': { label: 'Five years', meaning: 'Committed for five years.' },
        reserved: { label: 'Reserved', meaning: 'Committed; for how long is not said.' },
        serverless: {
          label: 'Serverless',
          meaning: 'Billed only while a call runs, at a higher price.',
        },
        community: {
          label: 'Community',
          meaning: 'Machines of other people, which can be taken away.',
        },
        marketplace: {
          label: 'Marketplace offers',
          meaning: 'The lowest of many hosts’ offers at the time.',
        },
        spot: { label: 'Spot', meaning: 'Spare capacity, or the price of the day.' },
        assumed: { label: 'Assumed', meaning: 'Not said: an assumption.' },
      },
    }),
    price_usd_per_hour: number({
      label: 'Price',
      meaning: 'Price per accelerator and hour, never per server; TPUs per chip.',
      unit: 'USD per chip-hour',
      min: 0,
      max: 100,
    }),
    standing,
    source,
    price_page: url({
      label: 'Price page',
      meaning: 'The provider’s own page on which its price stood, where the source names it.',
      optional: true,
    }),
    note,
  },
  key: ['date', 'provider', 'chip', 'term'],
  checks: [
    digestsUnconfirmed('rental-prices'),
    oneKindPerProvider,
    notYoungerThanSource({ dataset: 'rental-prices', day: 'date' }),
  ],
  credit:
    'Epoch AI, Data on Machine Learning Hardware (CC BY 4.0); gpurentalprices.com (CC BY 4.0); the sources named',
  license: 'CC-BY-4.0',
});
