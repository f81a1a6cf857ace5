/**
 * Live questions to PostgreSQL about one snapshot. While the database is not there, or has not
 * the snapshot's rows, or takes too long, the snapshot's own file answers the same statement with
 * the same rows: readers never wait for a database, and no page fails for one.
 */
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { CellValue } from '@/units/table';
import type { Ask } from '../orm';
import { isAway, openPool, toCode } from './connect';
import { cellParsers, toSent } from './statements';

interface AskOptions {
  readonly url: string;
  /** Which snapshot, and which publication of it. */
  readonly snapshot: { readonly id: string; readonly published_at: string };
  /** Answers where the database does not. */
  readonly local: Ask;
  /** At most so many connections; default: `TRACKER_DB_CONNECTIONS`, else 4. */
  readonly connections?: number;
}

export interface OpenedAsk {
  readonly ask: Ask;
  /** Whether statements go to the database at the moment. */
  readonly isAsking: boolean;
  close(): Promise<void>;
}

export function openAsk({
  url,
  snapshot,
  local,
  connections = toConnections(process.env.TRACKER_DB_CONNECTIONS),
}: AskOptions): OpenedAsk {
  let pool: pg.Pool | null = null;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  // By statement: what the database lacks, such as a column that came after its publication.
  const lacking = new LRUCache<string, true>({ max: 500, ttl: LACKING_MS });

  /** Aside from what readers ask, so that none of them waits for a database that is away. */
  async function look() {
    const schema = await findSchema(url, snapshot).catch(() => null);
    if (isClosed) return;
    if (schema) pool = openPool(url, toPoolOptions(schema, connections));
    else timer = setTimeout(look, LOOK_EVERY_MS).unref();
  }
  void look();

  function giveUp(failed: pg.Pool) {
    if (pool !== failed) return;
    pool = null;
    void failed.end();
    timer = setTimeout(look, LOOK_EVERY_MS).unref();
  }

  return {
    async ask(statement, parameters) {
      const asked = pool;
      if (!asked || lacking.has(statement)) return local(statement, parameters);
      const sent = { ...toSent(statement, parameters), ...ROWS };
      try {
        return (await askTwice(asked, sent)).rows;
      } catch (error) {
        const code = toCode(error);
        if (LACKING.has(code ?? '')) lacking.set(statement, true);
        else if (isAway(code)) giveUp(asked);
        else if (!PASSING.test(code ?? '')) throw error;
        return local(statement, parameters);
      }
    },
    get isAsking() {
      return pool !== null;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await pool?.end();
      pool = null;
    },
  };
}

/** A table, schema or column that is not there: dropped, not here yet, or of a newer program. */
const LACKING = new Set(['42P01', '3F000', '42703']);
/** Readers on a replica give way to what it takes over from its primary. */
const PASSING = /^40/;
const LACKING_MS = 10_000;
const LOOK_EVERY_MS = 1000;
/** Longer questions are given up, in milliseconds. */
const LONGEST_MS = 5000;

const ROWS = {
  rowMode: 'array',
  types: {
    getTypeParser: (type: number) => cellParsers[type] ?? ((text: string) => text),
  },
} as const;

function toConnections(setting: string | undefined): number {
  return /^[1-9]\d?$/.test(setting ?? '') ? Number(setting) : 4;
}

function toPoolOptions(schema: string, max: number) {
  return {
    max,
    query_timeout: LONGEST_MS,
    // Nothing is written, and no statement is worth compiling.
    settings: { search_path: schema, statement_timeout: LONGEST_MS, jit: 'off' },
  };
}

/** A second connection may lead to another host, or to one that is back. */
async function askTwice(pool: pg.Pool, sent: pg.QueryArrayConfig) {
  try {
    return await pool.query<CellValue[]>(sent);
  } catch (error) {
    const code = toCode(error);
    const isLate = error instanceof Error && /timeout/i.test(error.message);
    if (isLate || !(isAway(code) || LACKING.has(code ?? '') || PASSING.test(code ?? '')))
      throw error;
    return pool.query<CellValue[]>(sent);
  }
}

/** Where the rows of a publication are; null: not there, or not any more. */
async function findSchema(
  url: string,
  { id, published_at }: AskOptions['snapshot'],
): Promise<string | null> {
  const pool = openPool(url, { max: 1, query_timeout: LONGEST_MS });
  try {
    const { rows } = await pool.query<{ schema: string }>(
      `SELECT schema FROM tracker.publications
       WHERE snapshot = $1 AND published_at = $2 AND schema IS NOT NULL
       ORDER BY serial DESC LIMIT 1`,
      [id, published_at],
    );
    return rows[0]?.schema ?? null;
  } finally {
    await pool.end();
  }
}
