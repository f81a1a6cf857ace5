import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, inject, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { toOrm } from '@/db/orm';
import { marketShare } from '@/subjects/share/market-share';
import { findLostDefaults } from './lost-defaults';

const preferred = String(marketShare.choices.market?.preferred);
const frozen = openFrozenData();
const folder = mkdtempSync(join(tmpdir(), 'tracker-defaults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What charts and overview lose with what the statement removes. */
async function lose(...statements: string[]) {
  const id = String(statements.join().length).padStart(12, '0');
  const path = join(folder, `${id}.sqlite`);
  copyFileSync(inject('frozenDatabase'), path);
  const client = new Database(path);
  client.pragma('foreign_keys = OFF');
  for (const sql of statements) client.exec(sql);
  const snapshot = { ...frozen.snapshot, id };
  const lost = await findLostDefaults(frozen, { snapshot, orm: toOrm(client), isFrozen: true });
  client.close();
  return lost;
}

it('finds nothing where everything is there', async () => {
  expect(await lose()).toEqual([]);
});

it('names the market that charts open with, and the one of a key figure', async () => {
  const lost = await lose(
    `DELETE FROM gpu_market_share WHERE market IN ('${preferred}', 'ml-gpu-newstreet')`,
    `DELETE FROM markets WHERE market IN ('${preferred}', 'ml-gpu-newstreet')`,
  );
  expect(lost.map(({ found }) => found)).toEqual([preferred, 'ml-gpu-newstreet']);
  expect(lost[0]).toMatchObject({ dataset: 'gpu-market-share', shownBy: expect.any(String) });
});

it('names the chip whose prices are shown first', async () => {
  expect(await lose(`DELETE FROM rental_prices WHERE chip = 'h100-sxm'`)).toEqual([
    {
      dataset: 'rental-prices',
      found: 'h100-sxm',
      shownBy: 'the chart “Rental price per chip-hour”',
    },
  ]);
});

it('names the series of a key figure that is left without one', async () => {
  const lost = await lose(`DELETE FROM nvidia_revenue WHERE segment = 'data-center'`);
  expect(lost.map(({ found }) => found)).toContain('data-center');
});
