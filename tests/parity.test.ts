/**
 * Every statement by which charts, pages, tables and files ask gets the same rows from SQLite
 * and from PostgreSQL. Statements are recorded while the site is shown, then asked of both.
 */
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { toEvidenceHref } from '@/address/links';
import { allPages } from '@/app/all-pages';
import { publishedCharts } from '@/catalog/published';
import { getTablePage } from '@/catalog/table-page';
import { chips } from '@/data/chips/contract';
import type { Columns, Contract } from '@/data/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { datasets } from '@/data/datasets';
import { organizations } from '@/data/organizations/contract';
import { vendors } from '@/data/vendors/contract';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { type Ask, askFile } from '@/db/orm';
import { copyTables } from '@/db/postgres/copy-tables';
import { cellParsers, toSent } from '@/db/postgres/statements';
import { listRows } from '@/db/queries/table';
import { openClient } from '@/exports/mcp/client-for-tests';
import { questions } from '@/exports/mcp/questions-for-tests';
import { calculators } from '@/subjects/calculators/calculators';
import { getTimeline } from '@/subjects/events/timeline';
import { getOrganizationTable } from '@/subjects/holdings/organization-table';
import type { CellValue } from '@/units/table';
import { getChartView } from '@/views/chart-view';
import { chooseSome } from '@/views/choose-cover-for-tests';
import { plainAddresses, showAddress } from './show-address';

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
const { orm } = tracker;
const askSqlite = askFile(orm.$client);

const postgres = await PGlite.create();
const askPostgres: Ask = async (statement, parameters) => {
  const { text, values } = toSent(statement, parameters);
  const options = { rowMode: 'array', parsers: { ...cellParsers } } as const;
  const { rows } = await postgres.query(text, values, options);
  return rows as unknown as CellValue[][];
};
beforeAll(async () => {
  await copyTables(orm.$client, postgres, 'snapshot');
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

/** What the two engines answer differently, with what SQLite and what PostgreSQL says. */
async function findDifferences(statements: Iterable<Parameters<Ask>>): Promise<unknown[]> {
  const differences: unknown[] = [];
  for (const [statement, parameters] of statements) {
    const ask = (of: Ask) => of(statement, parameters).catch(String);
    const [sqlite, other] = [await ask(askSqlite), await ask(askPostgres)];
    if (JSON.stringify(sqlite) === JSON.stringify(other)) continue;
    const at = Array.isArray(sqlite)
      ? sqlite.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(other[index]))
      : 0;
    const show = (rows: unknown) => (Array.isArray(rows) ? rows[at] : rows);
    differences.push({ statement, parameters, at, sqlite: show(sqlite), postgres: show(other) });
  }
  return differences;
}

/** Of what is many of its kind. */
const SOME = 5;

it('answers alike what the site asks', async () => {
  await showSite();
  await askTables();
  await askAssistant();
  // So that it cannot come to compare little.
  expect(asked.size).toBeGreaterThan(4000);
  expect(await findDifferences(asked.values())).toEqual([]);
});

it.each([
  ['orders blanks elsewhere', 'SELECT launch_date FROM chips ORDER BY launch_date, chip', []],
  ['compares letters elsewhere', 'SELECT chip FROM chips WHERE name LIKE ?', ['%TESLA%']],
  ['knows no such function', `SELECT instr(name, 'A') FROM chips`, []],
  ['would take a question mark for a parameter', `SELECT '?'`, []],
])('sees a statement for which PostgreSQL %s', async (_, statement, parameters) => {
  expect(await findDifferences([[statement, parameters]])).toHaveLength(1);
});

async function showSite(): Promise<void> {
  const slugs = async (contract: Contract) =>
    chooseSome(await listRows(orm, contract), SOME).map((row) => String(row[contract.key[0]!]));
  const addresses = [
    ...plainAddresses.filter((address) => !APART.includes(address)),
    ...allPages.map(({ href }) => href),
    ...publishedCharts.flatMap(({ slug }) => [`/charts/${slug}`, `/download/charts/${slug}/json`]),
    ...datasets.flatMap(({ slug }) => [
      `/datasets/${slug}`,
      `/download/datasets/${slug}/json?limit=3`,
      `/download/datasets/${slug}/csv`,
      `/download/datasets/${slug}/atom`,
    ]),
    ...calculators.map(({ slug }) => `/download/calculators/${slug}/json`),
    ...(await slugs(vendors)).map((slug) => `/vendors/${slug}`),
    ...(await slugs(chips)).map((slug) => `/chips/${slug}`),
    ...(await slugs(organizations)).map((slug) => `/organizations/${slug}`),
    ...(await slugs(dataCenters)).map((slug) => `/data-centers/${slug}`),
    `/chips/compare?chips=${(await slugs(chips)).join('~')}`,
    '/search?q=How many GPUs does xAI have?',
    '/search.json?q=h100',
    '/oembed?url=http://tracker.example/charts/market-share',
  ];
  for (const contract of datasets as readonly Contract[]) {
    const rows = await listRows(orm, contract);
    addresses.push(...chooseSome(rows, 2).map((row) => toEvidenceHref(contract, row)));
  }
  for (const address of new Set(addresses)) await showAddress(address);
  for (const chart of publishedCharts) {
    const { view } = await getChartView(tracker, chart);
    for (const query of listOptions(view.offered)) await getChartView(tracker, chart, query);
  }
  for (const query of listOptions((await getTimeline(orm, {})).offered)) {
    await getTimeline(orm, query);
  }
  for (const query of listOptions((await getOrganizationTable(orm, {})).offered)) {
    await getOrganizationTable(orm, { q: 'AI', ...query });
  }
}

const fonts = ['/embed/inter.woff2', '/embed/inter-basic.woff2'];

/** Asked by another method, or with what they cannot do without. */
const APART = ['/mcp', '/oembed', '/download/tracker.sqlite', ...fonts];

interface Offered {
  readonly name: string;
  readonly options: readonly { readonly value: string }[];
}

const listOptions = (offered: readonly Offered[]) =>
  offered.flatMap(({ name, options }) =>
    chooseSome(options, 12).map(({ value }) => ({ [name]: value })),
  );

/** Every dataset searched, sorted and filtered by each of its columns, in ranges, page by page. */
async function askTables(): Promise<void> {
  for (const contract of datasets as readonly Contract[]) {
    const [row] = await listRows(orm, contract);
    const columns = Object.entries(contract.columns);
    const queries = [
      { q: 'NVIDIA a' },
      { q: '50%' },
      { page: '2' },
      {
        sort: columns
          .map(([name]) => `-${name}`)
          .slice(0, 3)
          .join('~'),
        page: '2',
      },
      ...columns.flatMap(([name, column]) => [
        { sort: name },
        { sort: `-${name}` },
        { [name]: '~' },
        { [name]: String(row?.[name] ?? '~') },
        ...(column.type === 'date'
          ? [{ [`${name}__gte`]: '2023', [`${name}__lt`]: '2024-05-03' }]
          : []),
        ...(column.type === 'number' || column.type === 'integer'
          ? [{ [`${name}__gt`]: '1', [`${name}__lte`]: '2000' }]
          : []),
      ]),
    ];
    for (const query of queries) await getTablePage<Columns>(orm, contract, query);
  }
}

async function askAssistant(): Promise<void> {
  const client = await openClient(tracker);
  for (const { tool, given } of questions) await client.callTool({ name: tool, arguments: given });
}
