/** Connections to PostgreSQL by its address, and what is said where there are none. */
import pg from 'pg';

/** What publishing and following ask of a database, whoever carries it there. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Settings of the database's for a connection, such as `search_path`. */
type Settings = Readonly<Record<string, string | number>>;

interface PoolOptions extends pg.PoolConfig {
  readonly settings?: Settings;
}

const CONNECTING = {
  application_name: 'ai-hardware-tracker',
  /** How long a connection may take to be there. */
  connectionTimeoutMillis: 2000,
  keepAlive: true,
};

/**
 * Connections to the hosts that an address names, in turn: `postgres://a,b:5433/tracker`. One
 * that breaks is replaced; whoever asked on it gets its error.
 */
export function openPool(url: string, { settings = {}, ...options }: PoolOptions): pg.Pool {
  const hosts = listHosts(url).map((host) => withSettings(host, settings));
  let next = Math.floor(Math.random() * hosts.length);
  class Client extends pg.Client {
    constructor(config: pg.ClientConfig) {
      next = (next + 1) % hosts.length;
      super({ ...config, connectionString: hosts[next] });
    }
  }
  const pool = new pg.Pool({
    ...CONNECTING,
    allowExitOnIdle: true,
    ...options,
    Client: Client as unknown as new () => pg.ClientBase,
  });
  // Connections that wait for a question end with their server; the next question opens another.
  pool.on('error', () => {});
  return pool;
}

/**
 * Does something over a connection of its own, to the first host that can be reached; each time
 * another is tried first. Its errors are in words.
 */
export async function withConnection<T>(
  url: string,
  act: (sql: Sql) => Promise<T>,
  { settings = {}, ...options }: pg.ClientConfig & { readonly settings?: Settings } = {},
): Promise<T> {
  const client = await connect(listHosts(url), (host) => {
    const connectionString = withSettings(host, settings);
    return new pg.Client({ ...CONNECTING, ...options, connectionString });
  }).catch((error) => {
    throw new DatabaseError(error, url);
  });
  try {
    return await act(withWords(client, url));
  } finally {
    // A server that does not answer is not waited for.
    client.end().catch(() => {});
  }
}

async function connect(
  hosts: readonly string[],
  build: (host: string) => pg.Client,
): Promise<pg.Client> {
  const first = Math.floor(Math.random() * hosts.length);
  const inTurn = [...hosts.slice(first), ...hosts.slice(0, first)];
  for (const [at, host] of inTurn.entries()) {
    const client = build(host);
    // One that is lost between two questions fails the next.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (at === inTurn.length - 1 || !isAway(toCode(error))) throw error;
    }
  }
  throw new Error('An address names at least one host.');
}

/** The addresses of one host each that an address of several stands for. Throws in words. */
export function listHosts(url: string): string[] {
  const [, start = '', hosts = '', rest = ''] =
    /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#]*)(.*)$/is.exec(url) ?? [];
  // What an address begins with is no secret; what follows may be.
  if (!start) {
    const found = /^[^:/]*/.exec(url)?.[0];
    throw new Error(`An address of a database begins with postgres://, not ${found}. ${EXAMPLE}`);
  }
  return hosts.split(',').map((host) => {
    const one = `${start}${host}${rest}`;
    if (!URL.canParse(host ? one : one.replace('@/', '@host/'))) {
      throw new Error(`The address of the database cannot be understood. ${EXAMPLE}`);
    }
    return one;
  });
}

const EXAMPLE = 'An example: postgres://user:password@host:5432/tracker';

function withSettings(url: string, settings: Readonly<Record<string, string | number>>): string {
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  if (options.length === 0) return url;
  const joint = url.includes('?') ? '&' : '?';
  return `${url}${joint}options=${encodeURIComponent(options.join(' '))}`;
}

/** An address as it may be shown: without user and password. */
export function toShownAddress(url: string): string {
  return url.replace(/^([a-z]+:\/\/)(?:[^/?#]*@)?([^?#]*).*$/is, '$1$2');
}

/** What PostgreSQL, or the way to it, answered in the place of rows; worded for people. */
export class DatabaseError extends Error {
  /** PostgreSQL's own (SQLSTATE), or Node's of a connection; null where there is none. */
  readonly code: string | null;
  /** Whether it is not there or has no time, rather than finding fault with a question. */
  readonly isAway: boolean;

  constructor(error: unknown, url: string) {
    const code = toCode(error);
    const isGone = isAway(code);
    super(wordError(error, code, { url, isGone }), { cause: error });
    this.code = code;
    this.isAway = isGone;
  }
}

/** The same client with errors worded. */
export function withWords(client: Sql, url: string): Sql {
  return {
    async query(text, values) {
      try {
        return await client.query(text, values);
      } catch (error) {
        throw new DatabaseError(error, url);
      }
    },
  };
}

export function toCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** The client's own errors of lost and late connections have no code, those of Node longer ones. */
export function isAway(code: string | null): boolean {
  return code === null || !/^[0-9A-Z]{5}$/.test(code) || /^(08|28|3D|53|57|58|XX)/.test(code);
}

function wordError(
  error: unknown,
  code: string | null,
  { url, isGone }: { url: string; isGone: boolean },
) {
  const at = `PostgreSQL at ${toShownAddress(url)}`;
  // Where a name stands for several hosts, each has its error.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message : String(first);
  const advice = ADVICE.find(([known]) => known.test(code ?? reason))?.[1];
  if (advice) return `${at}: ${reason}. ${advice}`;
  return isGone
    ? `${at} cannot be reached: ${reason}. Is it running, and is the address right?`
    : `${at}: ${reason}.`;
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^28|password must be/,
    'Check user and password in the address, and pg_hba.conf of the database.',
  ],
  [/^3D000$/, 'Create it first: CREATE DATABASE …'],
  [
    /^42501$/,
    'Publishing needs GRANT CREATE ON DATABASE, and the user who published first; reading needs USAGE and SELECT. See docs/operating.md.',
  ],
  [
    /^25006$/,
    'This is a replica: publish to the primary, and name replicas in TRACKER_DB_READ alone.',
  ],
  [/^55P03$/, 'Another publication is under way; run this again when it is over.'],
  [/^53100$/, 'Its disk is full.'],
  [
    /^53300$/,
    'It has no connection left: raise max_connections, or use fewer (TRACKER_DB_CONNECTIONS).',
  ],
];
