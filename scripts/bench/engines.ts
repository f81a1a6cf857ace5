/**
 * What a statement costs by engine: all charts built, and every statement of charts and tables,
 * from the snapshot's file and from PostgreSQL: the one within the process, or, where `TRACKER_DB`
 * is an address, that one, in a schema that is dropped in the end. Counts rows that differ.
 */
import { PGlite } from '@electric-sql/pglite';
import { publishedCharts } from '@/catalog/published';
import { isAddress, type Tracker } from '@/db/connection';
import { type Ask, askFile, toOrm } from '@/db/orm';
import { toAskedDatabase } from '@/db/postgres/ask';
import { withConnection } from '@/db/postgres/connect';
import { copyTables } from '@/db/postgres/copy-tables';
import { cellParsers, toSent } from '@/db/postgres/statements';
import { askTables, buildViews } from '@/tests/what-is-asked';
import type { CellValue } from '@/units/table';
import { getChartView } from '@/views/chart-view';
import { measure, toMedian, toQuantile } from './support/measure';
import { withData } from './support/with-data';

const ROUNDS = 15;
const SCHEMA = 'tracker_bench';

export function run(): Promise<void> {
  const url = process.env.TRACKER_DB ?? '';
  return withData((tracker) =>
    isAddress(url) ? compareWithServer(tracker, url) : compareWithin(tracker),
  );
}

async function compareWithServer(tracker: Tracker, url: string): Promise<void> {
  const drop = `DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`;
  await withConnection(url, async (sql) => {
    await sql.query(drop);
    await copyTables(tracker.orm.$client, sql, SCHEMA);
  });
  const schema = toAskedDatabase(url).open(SCHEMA);
  try {
    await compare(tracker, 'PostgreSQL', async (statement, parameters) => {
      return (await schema.query(toSent(statement, parameters))).rows;
    });
  } finally {
    await schema.end();
    await withConnection(url, (sql) => sql.query(drop));
  }
}

async function compareWithin(tracker: Tracker): Promise<void> {
  const pglite = await PGlite.create();
  await copyTables(tracker.orm.$client, pglite, SCHEMA);
  await pglite.query(`SET search_path TO ${SCHEMA}`);
  const options = { rowMode: 'array', parsers: { ...cellParsers } } as const;
  await compare(tracker, 'PGlite', async (statement, parameters) => {
    const { text, values } = toSent(statement, parameters);
    return (await pglite.query(text, values, options)).rows as unknown as CellValue[][];
  });
  await pglite.close();
}

async function compare(tracker: Tracker, name: string, other: Ask): Promise<void> {
  const engines: readonly (readonly [string, Ask])[] = [
    ['the file', askFile(tracker.orm.$client)],
    [name, other],
  ];
  for (const [engine, ask] of engines) {
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await measure(() => buildAll(tracker, ask, `${engine}-${round}`)));
    }
    const median = toMedian(rounds).toFixed(0);
    console.log(`${publishedCharts.length} default views built from ${engine}: ${median} ms`);
  }
  const asked = await record(tracker);
  const answers: string[][] = [];
  for (const [engine, ask] of engines) {
    const times: number[] = [];
    const rows: string[] = [];
    for (const question of asked) {
      times.push(await measure(async () => rows.push(JSON.stringify(await ask(...question)))));
    }
    answers.push(rows);
    const [half, most] = [toMedian(times), toQuantile(times, 0.95)];
    console.log(
      `${asked.length} statements of ${engine}: half within ${half.toFixed(2)} ms, 95% within ${most.toFixed(2)} ms`,
    );
  }
  const [file, others] = answers;
  const differing = file?.filter((rows, at) => rows !== others?.[at]).length ?? 0;
  console.log(`${differing} of them answered differently`);
  if (differing > 0) process.exitCode = 1;
}

/** Of a snapshot of another name, because views of one are built once. */
async function buildAll(tracker: Tracker, ask: Ask, id: string): Promise<void> {
  const orm = toOrm(tracker.orm.$client, ask);
  const snapshot = { ...tracker.snapshot, id };
  for (const chart of publishedCharts) await getChartView({ ...tracker, snapshot, orm }, chart);
}

/** Every statement of charts and tables, once. */
async function record(tracker: Tracker): Promise<Parameters<Ask>[]> {
  const asked = new Map<string, Parameters<Ask>>();
  const file = askFile(tracker.orm.$client);
  const orm = toOrm(tracker.orm.$client, (statement, parameters) => {
    asked.set(`${statement} ${JSON.stringify(parameters)}`, [statement, parameters]);
    return file(statement, parameters);
  });
  await buildViews({ ...tracker, orm, snapshot: { ...tracker.snapshot, id: 'recorded' } });
  await askTables(orm);
  return [...asked.values()];
}
