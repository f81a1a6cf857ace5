import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { datasets } from '@/data/datasets';
import { listFilterChoices } from './filter-choices';
import { openFrozenData } from './frozen-data-for-tests';
import { toOrm } from './orm';

const { orm } = openFrozenData();

it('are the same written down at ingest and found in a database of an earlier program', async () => {
  const client = new Database(orm.$client.serialize());
  client.exec('DROP TABLE filter_choices');
  const earlier = toOrm(client);
  const lists = await Promise.all(
    datasets.map(async (contract) => {
      const written = await listFilterChoices(orm, contract);
      expect(await listFilterChoices(earlier, contract), contract.slug).toEqual(written);
      return written;
    }),
  );
  // Numbers stay numbers, and blanks can be asked for.
  const values = lists.flat().flatMap((choice) => choice.values);
  expect(new Set(values.map((value) => typeof value))).toEqual(
    new Set(['string', 'number', 'object']),
  );
});

it('are kinds and names that recur, not measurements, days or sources', async () => {
  const prices = datasets.find(({ slug }) => slug === 'rental-prices');
  const choices = await listFilterChoices(orm, prices!);
  const columns = choices.map(({ column }) => column);
  expect(columns).toEqual(expect.arrayContaining(['provider', 'chip', 'term']));
  for (const name of ['date', 'price_usd_per_hour', 'source']) expect(columns).not.toContain(name);
});
