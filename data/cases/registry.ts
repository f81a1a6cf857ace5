/**
 * A small registry for the case folders next to it and for tests: every column
 * type, a reference, a key of two columns and one check. A folder holds broken
 * CSVs and, in `expected.txt`, what is said about them; datasets without a CSV
 * in the folder take the one in `whole/`.
 */
import {
  date,
  defineDataset,
  integer,
  number,
  oneOf,
  reference,
  slug,
  text,
  url,
} from '@/data/contract';

const about = {
  story: 'Invented for tests.',
  credit: 'Nobody',
  license: 'CC-BY-4.0',
} as const;

export const vendors = defineDataset({
  ...about,
  slug: 'vendors',
  title: 'Vendors',
  grain: 'One row per vendor.',
  columns: {
    vendor: slug({ label: 'Vendor', meaning: 'The short name used everywhere.' }),
    name: text({ label: 'Name', meaning: 'As the vendor writes itself.' }),
    founded_year: integer({
      label: 'Founded',
      meaning: 'The year of founding.',
      unit: null,
      min: 1800,
      max: 2100,
      optional: true,
    }),
  },
  key: ['vendor'],
  checks: [],
});

export const offers = defineDataset({
  ...about,
  slug: 'offers',
  title: 'Offers',
  grain: 'One row per vendor and day.',
  columns: {
    vendor: reference({ label: 'Vendor', meaning: 'Who offers.', to: 'vendors' }),
    offered_on: date({ label: 'Offered', meaning: 'The day.', precision: 'day' }),
    announced_on: date({
      label: 'Announced',
      meaning: 'When the press heard.',
      precision: 'partial',
      optional: true,
    }),
    chip: text({
      label: 'Chip',
      meaning: 'The part number.',
      pattern: /^[A-Z]+\d+$/,
      example: 'H100',
    }),
    form: oneOf({
      label: 'Form',
      meaning: 'How it plugs in.',
      values: { sxm: 'A module on a baseboard.', pcie: 'A card in a slot.' },
    }),
    price_usd_per_hour: number({
      label: 'Price',
      meaning: 'For one accelerator.',
      unit: 'USD per hour',
      min: 0,
      max: 1000,
    }),
    accelerators: integer({
      label: 'Accelerators',
      meaning: 'How many at once.',
      unit: 'accelerators',
      min: 1,
      optional: true,
    }),
    source_url: url({ label: 'Source', meaning: 'Where it was read.' }),
  },
  key: ['vendor', 'offered_on'],
  checks: [
    {
      name: 'announced-before-offered',
      explanation: 'Nothing is offered before the press has heard of it.',
      find: (tables) =>
        tables
          .all<{ line: number; announced_on: string; offered_on: string }>(
            `SELECT rowid AS line, announced_on, offered_on FROM offers
             WHERE announced_on > offered_on ORDER BY rowid`,
          )
          .map(({ line, announced_on, offered_on }) => ({
            line,
            column: 'announced_on',
            found: announced_on,
            says: `the offer of ${offered_on} is older than its announcement`,
            advice: 'Compare both days with the source.',
          })),
    },
  ],
});

export const smallRegistry = [vendors, offers] as const;
