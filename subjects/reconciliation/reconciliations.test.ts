import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { listReconciliations } from '@/data/checks/reconciliations';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { askFile } from '@/db/orm';

let client: Database.Database;

/** A copy in memory, to plant errors in. */
beforeEach(() => {
  client = new Database(openFrozenData().orm.$client.serialize());
});

const list = () => {
  const ask = askFile(client);
  return listReconciliations((statement) => ask(statement, []));
};
const find = async (slug: string) => (await list()).find((one) => one.slug === slug);

test('compares only what the data have on both sides', async () => {
  client.exec('DELETE FROM data_center_timelines');
  expect(await find('sites-and-fleets')).toBeUndefined();
});

test.each([
  [
    'chips-and-revenue',
    `UPDATE nvidia_revenue SET revenue_usd_millions = revenue_usd_millions / 10
      WHERE segment = 'data-center'`,
  ],
  [
    'owners-and-chips-sold',
    `UPDATE gpu_holdings SET accelerators = accelerators * 10 WHERE family = 'epoch-owners'`,
  ],
  [
    'clusters-and-fleets',
    `UPDATE gpu_holdings SET h100e = 1e9 WHERE family = 'epoch-clusters' AND status = 'operational'`,
  ],
  ['sites-and-fleets', 'UPDATE data_center_timelines SET h100e = 1e9'],
  [
    'editions',
    'UPDATE chip_sales SET units = units * 2 WHERE edition = (SELECT max(edition) FROM chip_sales)',
  ],
  [
    'shares',
    `UPDATE gpu_market_share SET share_pct = share_pct - 10 WHERE market = 'jpr-aib-desktop'
      AND vendor = 'nvidia'`,
  ],
])('%s finds a planted error', async (slug, error) => {
  const before = (await find(slug))?.differing ?? 0;
  client.exec(error);
  const after = await find(slug);
  expect(after?.differing).toBeGreaterThan(before);
  expect(after?.compared[0]?.verdict).toBe('differs');
  expect(after?.verdict).toMatch(/differs?\.$/);
});

test('a figure that nobody published is no contradiction', async () => {
  client.exec(`DELETE FROM nvidia_revenue WHERE segment = 'data-center'`);
  expect(await find('chips-and-revenue')).toBeUndefined();
});
