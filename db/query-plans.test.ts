/**
 * The work of an ingest grows with the rows, never with their square: no statement
 * that it runs reads a whole table once per row of another. SQLite's own plans tell,
 * so no clock is needed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it, vi } from 'vitest';
import { datasets } from '@/data/datasets';
import { ingest } from './ingest';

const FROZEN = join(import.meta.dirname, '..', 'tests', 'data-2026-11');

afterEach(() => {
  vi.restoreAllMocks();
});

it('reads no table anew for every row, whether it checks, compares or indexes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-plans-'));
  try {
    const databaseFile = join(folder, 'tracker.sqlite');
    const load = () => ingest({ datasets, dataDirectory: FROZEN, databaseFile });
    expect((await load()).problems).toEqual([]);
    // Another snapshot in its place, so that what vanished is looked for.
    const published = new Database(databaseFile);
    published.exec(`UPDATE snapshot SET id = '000000000000'`);
    published.close();
    const slow = recordRepeatedScans();
    await load();
    // Checks, references and comparisons are all among what was judged.
    expect(slow.judged).toBeGreaterThan(datasets.flatMap(({ checks }) => checks).length);
    expect(slow.found).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it.each([
  [
    'a subquery without an index for every row',
    'SELECT * FROM a WHERE x <> (SELECT x FROM a b WHERE b.x = a.x LIMIT 1)',
    ['SCAN b'],
  ],
  [
    'a range of rows for every row',
    'SELECT * FROM a WHERE x = 1 OR EXISTS (SELECT 1 FROM a b WHERE b.rowid < a.rowid)',
    ['SEARCH b USING INTEGER PRIMARY KEY (rowid<?)'],
  ],
  ['a join of each with each', 'SELECT * FROM a JOIN a b ON b.x > a.x', ['SCAN b']],
  ['a join by key', 'SELECT * FROM a JOIN a b ON b.k = a.x', []],
  ['a subquery by key', 'SELECT * FROM a WHERE EXISTS (SELECT 1 FROM a b WHERE b.k = a.x)', []],
  ['a subquery that is asked once', 'SELECT * FROM a WHERE x NOT IN (SELECT x FROM a)', []],
])('knows %s', (_, sql, expected) => {
  const client = new Database(':memory:');
  client.exec('CREATE TABLE a (k TEXT PRIMARY KEY, x TEXT)');
  expect(findRepeatedScans(client.prepare<[], PlanStep>(`${EXPLAIN}${sql}`).all())).toEqual(
    expected,
  );
});

interface PlanStep {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

const EXPLAIN = 'EXPLAIN QUERY PLAN ';

/** Judges the plan of every statement that any connection prepares or runs from now on. */
function recordRepeatedScans(): { judged: number; readonly found: string[] } {
  const record = { judged: 0, found: [] as string[] };
  const { prepare } = Database.prototype;
  for (const method of ['prepare', 'exec'] as const) {
    const original = Database.prototype[method] as (this: Database.Database, sql: string) => never;
    vi.spyOn(Database.prototype, method).mockImplementation(function (
      this: Database.Database,
      sql: string,
    ) {
      if (/^\s*(SELECT|WITH|INSERT)\b/i.test(sql)) {
        // A plan wants values for its parameters, any.
        const explain = prepare.call(this, EXPLAIN + sql.replaceAll('?', '1'));
        const plan = (explain as Database.Statement<[], PlanStep>).all();
        record.judged += 1;
        record.found.push(...findRepeatedScans(plan).map((detail) => `${detail} in ${sql}`));
      }
      return original.call(this, sql);
    } as never);
  }
  return record;
}

/**
 * Steps that read more than the rows of one key, and are taken once per row of
 * another step: the inner ones of a join, and those of a correlated subquery.
 */
function findRepeatedScans(plan: readonly PlanStep[]): string[] {
  const byId = new Map(plan.map((step) => [step.id, step]));
  const isCorrelated = ({ parent }: PlanStep): boolean => {
    const above = byId.get(parent);
    return above !== undefined && (above.detail.startsWith('CORRELATED') || isCorrelated(above));
  };
  const reads = plan.filter(({ detail }) => /^(SCAN|SEARCH) /.test(detail));
  return reads
    .filter((step) => {
      const isOuter = reads.find(({ parent }) => parent === step.parent) === step;
      return !(isOuter && !isCorrelated(step)) && !/^SEARCH .*=\?/.test(step.detail);
    })
    .map(({ detail }) => detail);
}
