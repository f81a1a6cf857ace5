/**
 * Every statement by which charts, pages, tables and files ask gets the same rows from SQLite
 * and from PostgreSQL. Statements are recorded while the site is shown, then asked of both.
 */
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Tracker } from '@/db/connection';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { type Ask, askFile } from '@/db/orm';
import { copyTables } from '@/db/postgres/copy-tables';
import { cellParsers, toSent } from '@/db/postgres/statements';
import { openClient } from '@/exports/mcp/client-for-tests';
import { questions } from '@/exports/mcp/questions-for-tests';
import type { CellValue } from '@/units/table';
import { askTables, buildViews, showDatasets, showPages } from './what-is-asked';

/** What was asked, by statement and parameters. */
const asked = vi.hoisted(() => new Map<string, Parameters<Ask>>());

vi.mock(import('@/db/orm'), async (importOriginal) => {
  const original = await importOriginal();
  const toOrm: typeof original.toOrm = (client, ask = original.askFile(client)) =>
    original.toOrm(client, (statement, parameters) => {
      asked.set(`${statement} ${JSON.stringify(parameters)}`, [statement, parameters]);
      return ask(statement, parameters);
    });
  return { ...original, toOrm };
});

const tracker = openFrozenData();
const { $client } = tracker.orm;
const askSqlite = askFile($client);

const postgres = await PGlite.create();
const askPostgres: Ask = async (statement, parameters) => {
  const { text, values } = toSent(statement, parameters);
  const options = { rowMode: 'array', parsers: { ...cellParsers } } as const;
  const { rows } = await postgres.query(text, values, options);
  return rows as unknown as CellValue[][];
};
beforeAll(async () => {
  await copyTables($client, postgres, 'snapshot');
  await postgres.query('SET search_path TO snapshot');
  // The other way round, so that rows which an order leaves open come in another order.
  const { rows } = await postgres.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'snapshot'`,
  );
  for (const { name } of rows) {
    await postgres.exec(`CREATE TEMP TABLE turned AS SELECT * FROM ${name} ORDER BY rowid DESC;
      TRUNCATE ${name}; INSERT INTO ${name} SELECT * FROM turned; DROP TABLE turned`);
  }
});
afterAll(() => postgres.close());

/** What the two engines answer differently, with the first row in which they differ. */
async function findDifferences(statements: Iterable<Parameters<Ask>>): Promise<unknown[]> {
  const differences: unknown[] = [];
  for (const [statement, parameters] of statements) {
    const sqlite = await askSqlite(statement, parameters);
    const other = await askPostgres(statement, parameters).catch(String);
    if (JSON.stringify(sqlite) === JSON.stringify(other)) continue;
    const isLike = (row: unknown, at: number) => JSON.stringify(row) === JSON.stringify(other[at]);
    const at = sqlite.findIndex((row, index) => !isLike(row, index));
    const found = typeof other === 'string' ? other : other[at];
    differences.push({ statement, parameters, at, sqlite: sqlite[at], postgres: found });
  }
  return differences;
}

async function askAssistant(): Promise<void> {
  const client = await openClient(tracker);
  for (const { tool, given } of questions) await client.callTool({ name: tool, arguments: given });
}

// With a number of statements below which it would compare little.
it.each([
  ['pages', showPages, 400],
  ['datasets and their files', showDatasets, 350],
  ['charts by their choices', buildViews, 200],
  ['tables searched, sorted and filtered', ({ orm }: Tracker) => askTables(orm), 2500],
  ['assistants', askAssistant, 50],
] as const)('answers %s alike', async (_, ask, least) => {
  asked.clear();
  await ask(tracker);
  expect(asked.size).toBeGreaterThan(least);
  expect(await findDifferences(asked.values())).toEqual([]);
});

it.each([
  ['orders blanks elsewhere', 'SELECT launch_date FROM chips ORDER BY launch_date, chip', []],
  ['divides otherwise', 'SELECT rowid / 2 FROM chips ORDER BY rowid', []],
  ['knows no such function', `SELECT instr(name, 'A') FROM chips`, []],
  ['finds no order', 'SELECT chip FROM chips ORDER BY vendor', []],
  ['would take a question mark for a parameter', `SELECT '?'`, []],
])('sees a statement for which PostgreSQL %s', async (_, statement, parameters) => {
  expect(await findDifferences([[statement, parameters]])).toHaveLength(1);
});
