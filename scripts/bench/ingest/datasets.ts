/**
 * The bench's own registry and generated CSVs: eight typed columns, a text key,
 * two references, and a quoted cell in every hundredth row, because one quotation
 * mark is enough to leave a parser's fast lane. No cell is blank, as `.import`
 * cannot read a blank number into the schema at all.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  date,
  defineDataset,
  integer,
  number,
  oneOf,
  reference,
  slug,
  text,
} from '@/data/contract';
import { toCsvPath } from '@/data/open-csv';

const about = {
  story: 'Generated.',
  credit: 'Nobody',
  license: 'CC-BY-4.0',
  checks: [],
} as const;

const vendors = defineDataset({
  ...about,
  slug: 'bench-vendors',
  title: 'Vendors',
  grain: 'One row per vendor.',
  columns: { vendor: slug({ label: 'Vendor', meaning: 'A short name.' }) },
  key: ['vendor'],
});

const chips = defineDataset({
  ...about,
  slug: 'bench-chips',
  title: 'Chips',
  grain: 'One row per chip.',
  columns: { chip: slug({ label: 'Chip', meaning: 'A short name.' }) },
  key: ['chip'],
});

const listings = defineDataset({
  ...about,
  slug: 'bench-listings',
  title: 'Listings',
  grain: 'One row per listing.',
  columns: {
    listing: slug({ label: 'Listing', meaning: 'A short name.' }),
    vendor: reference({ label: 'Vendor', meaning: 'Who lists.', to: 'bench-vendors' }),
    chip: reference({ label: 'Chip', meaning: 'What is listed.', to: 'bench-chips' }),
    listed_on: date({ label: 'Listed', meaning: 'The day.', precision: 'day' }),
    form: oneOf({
      label: 'Form',
      meaning: 'How it plugs in.',
      values: { sxm: 'A module.', pcie: 'A card.', oam: 'An open module.' },
    }),
    price_usd_per_hour: number({
      label: 'Price',
      meaning: 'Per accelerator.',
      unit: 'USD per hour',
      min: 0,
      max: 1000,
    }),
    accelerators: integer({
      label: 'Accelerators',
      meaning: 'How many.',
      unit: 'accelerators',
      min: 1,
    }),
    remark: text({ label: 'Remark', meaning: 'As listed.' }),
  },
  key: ['listing'],
});

export const benchRegistry = [vendors, chips, listings] as const;

const VENDORS = 40;
const CHIPS = 400;

/** Writes the three CSVs below `dataDirectory`; the same figures every time. */
export function generateCsvs(dataDirectory: string, rows: number): void {
  const random = createRandom(20260101);
  write(dataDirectory, 'bench-vendors', 'vendor', VENDORS, (i) => `vendor-${i}`);
  write(dataDirectory, 'bench-chips', 'chip', CHIPS, (i) => `chip-${i}`);
  const header = Object.keys(listings.columns).join(',');
  write(dataDirectory, 'bench-listings', header, rows, (i) => {
    const day = new Date(Date.UTC(2020, 0, 1 + random(2000))).toISOString().slice(0, 10);
    const remark = i % 100 === 0 ? `"Region ${random(30)}, on ""demand"""` : `Region ${random(30)}`;
    return [
      `listing-${String(i).padStart(8, '0')}`,
      `vendor-${random(VENDORS)}`,
      `chip-${random(CHIPS)}`,
      day,
      ['sxm', 'pcie', 'oam'][random(3)],
      (random(100_000) / 100).toFixed(2),
      1 + random(64),
      remark,
    ].join(',');
  });
}

function write(
  dataDirectory: string,
  datasetSlug: string,
  header: string,
  rows: number,
  toLine: (index: number) => string,
) {
  const path = toCsvPath(dataDirectory, datasetSlug);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  let text = `${header}\n`;
  for (let i = 0; i < rows; i += 1) {
    text += `${toLine(i)}\n`;
    if (text.length > 1_000_000) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

/** Whole numbers below a bound, by a linear congruence (Numerical Recipes). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
