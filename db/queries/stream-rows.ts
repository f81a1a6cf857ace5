/**
 * A dataset's rows in batches, for downloads that may be larger than memory
 * allows and slower than a connection lives.
 */
import { existsSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { CellValue, Columns, Contract } from '@/data/contract';
import type { Tracker } from '../connection';
import { openEarlierDatabase } from '../open-snapshot';
import { type ColumnChoice, selectRows, type TableView } from './table';

const ROWS_PER_BATCH = 1000;

/**
 * Rows in the order of `listRows`, values of the columns chosen, in the contract's order.
 * Reads through a connection of its own, because the shared one is closed soon
 * after an ingest; other requests get their turn after every batch.
 */
export async function* streamRows<C extends Columns>(
  tracker: Tracker,
  contract: Contract<C>,
  view: TableView & ColumnChoice,
): AsyncGenerator<CellValue[][]> {
  const shared = tracker.orm.$client;
  const own = openSame(tracker);
  try {
    const { sql, params } = selectRows(drizzle(own ?? shared), contract, view).toSQL();
    const rows = (own ?? shared)
      .prepare<unknown[], CellValue[]>(sql)
      .raw()
      .iterate(...params);
    let batch: CellValue[][] = [];
    for (const row of rows) {
      batch.push(row);
      if (batch.length < ROWS_PER_BATCH) continue;
      yield batch;
      batch = [];
      await breathe();
    }
    if (batch.length > 0) yield batch;
  } finally {
    own?.close();
  }
}

/** Null when the file was replaced or removed meanwhile: the shared connection still reads it. */
function openSame({ orm, snapshot, isFrozen }: Tracker): Database.Database | null {
  const path = orm.$client.name;
  if (!existsSync(path)) return null;
  const client = isFrozen
    ? openEarlierDatabase(path)
    : new Database(path, { readonly: true, fileMustExist: true });
  const found = client.prepare<[], string>('SELECT id FROM snapshot').pluck().get();
  if (found === snapshot.id) return client;
  client.close();
  return null;
}
