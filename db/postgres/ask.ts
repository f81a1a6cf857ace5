/**
 * Live questions to PostgreSQL about one snapshot. While the database is not there, or has not
 * the snapshot's rows, or takes too long, the snapshot's own file answers the same statement with
 * the same rows: readers never wait for a database, and no page fails for one.
 */
import { LRUCache } from 'lru-cache';
import type { CellValue } from '@/units/table';
import type { Ask } from '../orm';
import { isAway, openPool, type Sql, toCode, withConnection } from './connect';
import { listPublications } from './publications';
import { cellParsers, type Sent, toSent } from './statements';

interface AskOptions {
  readonly database: AskedDatabase;
  /** Which snapshot, and which publication of it. */
  readonly snapshot: { readonly id: string; readonly published_at: string };
  /** Answers where the database does not. */
  readonly local: Ask;
  /** How often to look for a database that is away, in milliseconds. */
  readonly every_ms?: number;
}

export interface AskedDatabase {
  /** Does something over one connection. */
  readonly connect: <T>(act: (sql: Sql) => Promise<T>) => Promise<T>;
  /** Connections that ask in a schema. */
  readonly open: (schema: string) => AskedSchema;
}

interface AskedSchema {
  query(sent: Sent): Promise<{ rows: CellValue[][] }>;
  end(): Promise<void>;
}

export interface OpenedAsk {
  readonly ask: Ask;
  /** Whether statements go to the database at the moment. */
  readonly isAsking: boolean;
  close(): Promise<void>;
}

export function openAsk({
  database,
  snapshot,
  local,
  every_ms = LOOK_EVERY_MS,
}: AskOptions): OpenedAsk {
  let pool: AskedSchema | null = null;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  // What the database does not answer, such as one of a column that came after its publication.
  const lacking = new LRUCache<string, true>({ max: 500, ttl: LACKING_MS });

  /** Aside from what readers ask, so that none of them waits for a database that is away. */
  async function look() {
    const schema = await database.connect((sql) => findSchema(sql, snapshot)).catch(() => null);
    if (isClosed) return;
    if (schema) pool = database.open(schema);
    else timer = setTimeout(look, every_ms).unref();
  }
  void look();

  function giveUp(failed: AskedSchema) {
    if (pool !== failed) return;
    pool = null;
    void failed.end();
    timer = setTimeout(look, every_ms).unref();
  }

  return {
    async ask(statement, parameters) {
      const asked = pool;
      if (!asked || lacking.has(statement)) return local(statement, parameters);
      const sent = toSent(statement, parameters);
      try {
        return (await askTwice(asked, sent)).rows;
      } catch (error) {
        const code = toCode(error);
        if (isAway(code)) giveUp(asked);
        else if (!PASSING.test(code ?? '')) {
          if (!LACKING.has(code ?? '')) tellRefused(statement, error);
          lacking.set(statement, true);
        }
        // Where the statement is wrong, this tells.
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

/** A statement that SQLite alone understands is a mistake of ours, and no reader's concern. */
function tellRefused(statement: string, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`PostgreSQL refuses a statement, which files answer: ${reason}\n  ${statement}`);
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

/**
 * A database by its address, with at most so many connections to a schema; default:
 * `TRACKER_DB_CONNECTIONS`, else 4.
 */
export function toAskedDatabase(
  url: string,
  max = toConnections(process.env.TRACKER_DB_CONNECTIONS),
): AskedDatabase {
  return {
    connect: (act) => withConnection(url, act, { query_timeout: LONGEST_MS }),
    open(schema) {
      // Nothing is written, and no statement is worth compiling.
      const settings = { search_path: schema, statement_timeout: LONGEST_MS, jit: 'off' };
      const pool = openPool(url, { max, query_timeout: LONGEST_MS, settings });
      return {
        query: (sent) => pool.query<CellValue[]>({ ...sent, ...ROWS }),
        end: () => pool.end(),
      };
    },
  };
}

/** A second connection may lead to another host, or to one that is back. */
async function askTwice(pool: AskedSchema, sent: Sent) {
  try {
    return await pool.query(sent);
  } catch (error) {
    const code = toCode(error);
    const isLate = error instanceof Error && /timeout/i.test(error.message);
    if (isLate || !(isAway(code) || LACKING.has(code ?? '') || PASSING.test(code ?? ''))) {
      throw error;
    }
    return pool.query(sent);
  }
}

/** Where the rows of a publication are; null: not there, or not any more. */
async function findSchema(
  sql: Sql,
  { id, published_at }: AskOptions['snapshot'],
): Promise<string | null> {
  const found = (await listPublications(sql)).find(
    (one) => one.snapshot === id && one.published_at === published_at && one.schema !== null,
  );
  return found?.schema ?? null;
}
