/** Runs the lines of code that pages offer, where their tool is at hand. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { getPublishedChart } from '@/catalog/published';
import { getChartView } from '@/views/chart-view';
import { toChartPublication } from './chart-publication';
import { openFiles } from './formats/files-for-tests';
import { listSnippets } from './links';
import { toSiteOrigin } from './site';

const files = openFiles();

async function listCode(): Promise<ReadonlyMap<string, string>> {
  const { view } = await getChartView(files.tracker, getPublishedChart('market-share')!);
  const snippets = listSnippets(toChartPublication(view, files.tracker.snapshot));
  return new Map(snippets.map(({ name, code }) => [name, code]));
}

it('names addresses that answer', async () => {
  for (const [name, code] of await listCode()) {
    const [address = ''] = /https?:[^"')\s]+/.exec(code) ?? [];
    const { answer } = await files.get(address.replace(toSiteOrigin(), ''));
    expect(answer.status, name).toBe(200);
  }
});

it('reads days as dates and blanks as unknown in Python and in R, whatever the locale', async () => {
  const code = await listCode();
  expect(code.get('Python (pandas)')).toContain('parse_dates=["period_start", "period_end"]');
  expect(code.get('R')).toMatch(
    /, encoding = "UTF-8", na\.strings = "", colClasses = c\(period_start = "Date", period_end = "Date"\)\)$/,
  );
});

it('reads every row in DuckDB', async () => {
  const code = (await listCode()).get('DuckDB') ?? '';
  const [, address = ''] = /read_parquet\('([^']+)'\)/.exec(code) ?? [];
  const { bytes } = await files.get(address.replace(toSiteOrigin(), ''));
  const folder = mkdtempSync(join(tmpdir(), 'tracker-snippets-'));
  const path = join(folder, 'figures.parquet');
  writeFileSync(path, bytes);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    // The extension that reads addresses is loaded from its maker's site.
    const local = code.replace('INSTALL httpfs; LOAD httpfs;', '').replace(address, path);
    const { rows } = JSON.parse((await files.get('/charts/market-share.json')).text);
    expect((await connection.runAndReadAll(local)).getRowObjectsJson().length).toBe(rows.length);
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true });
  }
});
