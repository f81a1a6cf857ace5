/** Servers, racks and pods that hold the chips. */
import { date, defineDataset, integer, number, oneOf, reference, slug, text } from '../contract';
import { note, source } from '../shared-columns';
import { priceSaid } from './checks';

export const systems = defineDataset({
  slug: 'systems',
  title: 'AI systems',
  story:
    'Servers, racks and pods, with the number of accelerators inside and, where one was seen, a price. A price holds CPUs, memory, networking and the dealer’s margin, so a share of it is not the price of a chip. Few vendors publish prices: most are dealers’ or come from analysts, and several were converted from euros by Epoch AI.',
  grain: 'One row per system.',
  columns: {
    system: slug({ label: 'System', meaning: 'Short name of the system.' }),
    name: text({ label: 'Name', meaning: 'Name for people.' }),
    vendor: reference({ label: 'Vendor', meaning: 'Who designed it.', to: 'vendors' }),
    product_line: text({
      label: 'Product line',
      meaning: 'The line of servers that it belongs to; blank where it is none of several.',
      optional: true,
    }),
    chip: reference({ label: 'Chip', meaning: 'The accelerator inside.', to: 'chips' }),
    chips_per_system: integer({
      label: 'Chips',
      meaning: 'Accelerators in one system; packages where a package has several dies.',
      unit: 'accelerators',
      min: 1,
    }),
    launch_date: date({
      label: 'Launched',
      meaning: 'When it was announced or became available; as exact as the source is.',
      precision: 'partial',
    }),
    price_usd: number({
      label: 'Price',
      meaning: 'Price of the whole system.',
      unit: 'USD',
      min: 0,
      optional: true,
    }),
    price_kind: oneOf({
      label: 'Price kind',
      meaning: 'What sort of price it is.',
      optional: true,
      values: {
        list: { label: 'list price', meaning: 'The vendor’s own price at launch.' },
        reseller: { label: 'reseller’s price', meaning: 'A dealer’s price.' },
        analyst: {
          label: 'analyst’s estimate',
          meaning: 'A price told by an analyst or a competitor.',
        },
      },
    }),
    price_as_of: date({
      label: 'Price of',
      meaning: 'When the price was asked.',
      precision: 'partial',
      optional: true,
    }),
    source,
    note,
  },
  key: ['system'],
  checks: [priceSaid],
  credit: 'Epoch AI, Data on Machine Learning Hardware (CC BY 4.0), and the sources named',
  license: 'CC-BY-4.0',
});
