/** A made-up dataset of any length as CSV and as a workbook. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Contract, defineDataset, integer, number, slug, text } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { freshness } from '@/data/freshness/contract';
import type { Tracker } from '@/db/connection';
import { toOrm } from '@/db/orm';
import { toCreateStatement } from '@/db/to-table';
import { toDatasetPublication } from '@/exports/dataset-publication';
import type { Render } from '@/exports/format';
import { renderCsv } from '@/exports/formats/csv';
import { renderXlsx } from '@/exports/formats/xlsx';
import type { Publication } from '@/exports/publication';
import { measure, report, toMedian } from '../support/measure';

const GOAL_WORKBOOK_MS = 1200;
/** Above what the process, TypeScript's loader and the program hold before the first row. */
const GOAL_WORKBOOK_MB = 100;
const GOAL_PROCESS_MB = 200;
const GOAL_FIRST_BYTE_MS = 100;
const GOAL_CSV_RATE = 0.65;

const rows = defineDataset({
  slug: 'bench-rows',
  title: 'Bench rows',
  story: 'Made up.',
  grain: 'One row per number.',
  columns: {
    id: integer({ label: 'Id', meaning: 'Number.', unit: null }),
    vendor: slug({ label: 'Vendor', meaning: 'Vendor.' }),
    name: text({ label: 'Name', meaning: 'Some need quotes.' }),
    period: text({ label: 'Period', meaning: 'Quarter.' }),
    price_usd: number({ label: 'Price', meaning: 'Price.', unit: 'USD' }),
    count: integer({ label: 'Count', meaning: 'Count.', unit: null }),
    share_percent: number({ label: 'Share', meaning: 'Share.', unit: '%', optional: true }),
    note: text({ label: 'Note', meaning: 'Note.', optional: true }),
  },
  key: ['id'],
  checks: [],
  credit: 'Nobody',
  license: 'CC-BY-4.0',
});

export async function measureRows(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
  try {
    // First, while the process holds nothing else.
    await measureWorkbook(folder);
    await measureCsv(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureWorkbook(folder: string): Promise<void> {
  // The library is loaded once in the life of a server.
  const small = openRows(folder, 10);
  await write(await toPublication(small.tracker), renderXlsx);
  small.close();
  const { tracker, close } = openRows(folder, 100_000);
  const before = process.memoryUsage.rss();
  const begun = performance.now();
  const { first_ms, bytes, peak } = await write(await toPublication(tracker), renderXlsx);
  const all_ms = performance.now() - begun;
  close();
  report(`xlsx of 100,000 rows, ${(bytes / 1e6).toFixed(1)} MB`, all_ms, {
    unit: 'ms',
    most: GOAL_WORKBOOK_MS,
  });
  report('  first byte', first_ms, { unit: 'ms', most: GOAL_FIRST_BYTE_MS });
  report('  memory above that before', (peak - before) / 1e6, {
    unit: 'MB',
    most: GOAL_WORKBOOK_MB,
  });
  report('  memory of the process', peak / 1e6, { unit: 'MB', most: GOAL_PROCESS_MB });
}

async function measureCsv(folder: string): Promise<void> {
  const { tracker, file, close } = openRows(folder, 1_000_000);
  const publication = await toPublication(tracker);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    ours.push(await measure(() => write(publication, renderCsv)));
    const query = ['-csv', '-header', file, 'SELECT * FROM bench_rows ORDER BY id'];
    theirs.push(
      await measure(() =>
        execFileSync('sqlite3', query, { stdio: ['ignore', 'ignore', 'inherit'] }),
      ),
    );
  }
  close();
  console.log(
    `csv of 1,000,000 rows: ${toMedian(ours).toFixed(0)} ms; sqlite3 -csv ${toMedian(theirs).toFixed(0)} ms`,
  );
  report('  rate against it', toMedian(theirs) / toMedian(ours), {
    unit: '×',
    least: GOAL_CSV_RATE,
  });
}

async function write(publication: Publication, render: Render) {
  const begun = performance.now();
  const { body } = await render(publication, {});
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
    throw new Error('The file does not come in pieces.');
  }
  let [first_ms, bytes, peak, looked] = [Number.NaN, 0, 0, 0];
  for await (const piece of body) {
    if (Number.isNaN(first_ms)) first_ms = performance.now() - begun;
    bytes += piece.length;
    // To ask for the memory after every piece would take as long as some of what is measured.
    if (bytes - looked < 100_000) continue;
    looked = bytes;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  return { first_ms, bytes, peak };
}

function openRows(folder: string, count: number) {
  const file = join(folder, `${count}.sqlite`);
  const client = new Database(file);
  client.exec(toCreateStatement(rows, [rows]));
  client.exec(toCreateStatement(freshness, datasets));
  client.exec(
    'CREATE TABLE snapshot (id TEXT); CREATE TABLE dataset_states (dataset TEXT, collected_on TEXT)',
  );
  client.exec(`INSERT INTO snapshot VALUES ('bench')`);
  client.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO bench_rows SELECT i, 'vendor-' || (i % 20), 'Accelerator ' || i || iif(i % 10, '', ', 8 × "SXM"'),
    '20' || (10 + i % 15) || '-Q' || (1 + i % 4), (i % 9973) / 100.0, i * 7 % 100003,
    iif(i % 7, (i % 1000) / 10.0, NULL), iif(i % 5, NULL, 'a note of some length') FROM n`);
  const snapshot = { id: 'bench', collected_on: '2026-01-01', row_count: count, accepted: null };
  const tracker: Tracker = { snapshot, orm: toOrm(client), isFrozen: false };
  return { tracker, file, close: () => client.close() };
}

/** Without sources, which the made-up dataset has none of. */
async function toPublication(tracker: Tracker): Promise<Publication> {
  const table = { search: '', filters: {}, sort: [], page: 1 };
  return toDatasetPublication(tracker, rows as Contract, table);
}
