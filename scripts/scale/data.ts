/** Data to publish: `data/` with small differences, and with one table of many rows. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { datasets } from '@/data/datasets';
import { toCsvPath } from '@/data/open-csv';
import { toEarlier, writeRepeatedData } from '../bench/ingest/repeated-data';

const DATA = join(import.meta.dirname, '..', '..', 'data');

/** The table that differs and that grows. */
export const TABLE = 'rental-prices';

type Row = Record<string, string>;

/** `data/` with the newest rental price `cents` higher: a snapshot of its own for each number. */
export function writeDifferingData(folder: string, cents: number): void {
  for (const { slug } of datasets) cpSync(toCsvPath(DATA, slug), toCsvPath(folder, slug));
  const path = toCsvPath(folder, TABLE);
  const rows = readRows(path);
  const [newest] = rows.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const changed = rows.map((row) =>
    row === newest
      ? { ...row, price_usd_per_hour: (Number(row.price_usd_per_hour) + cents / 100).toFixed(2) }
      : row,
  );
  writeFileSync(path, `${Papa.unparse(changed, { newline: '\n' })}\n`);
}

/** `data/` with at least so many rental prices: of more days, and of more providers. */
export function writeLargeData(folder: string, rows: number): void {
  const own = readRows(toCsvPath(DATA, TABLE)).length;
  writeRepeatedData(folder, Math.ceil(rows / own), {
    [TABLE]: (row, { group, days }) => ({
      ...row,
      provider: `${row.provider} ${group}`,
      date: toEarlier(row, days),
    }),
  });
}

function readRows(path: string): Row[] {
  return Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}
