/**
 * Keeps a folder in line with what is published in PostgreSQL: the newest snapshot's file and
 * the kept ones next to it lie there as an ingest leaves them on a single machine, so that all
 * who read files need to know nothing else, and go on where the database is away.
 */
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Contract } from '@/data/contract';
import { toKeptFile } from '../kept-snapshots';
import { DatabaseError, listHosts, type Sql, withConnection } from './connect';
import { buildCopies } from './copies';
import { findKept, listPublications, type Publication } from './publications';

type Connect = <T>(act: (sql: Sql) => Promise<T>) => Promise<T>;

interface FollowOptions {
  /** Does something over a connection, a new one each time: a balancer may choose another host. */
  readonly connect: Connect;
  /** Where the newest snapshot's file is to be; kept ones are in `snapshots/` next to it. */
  readonly databaseFile: string;
  /** What today's program asks for; an earlier program's snapshot is filled up with blanks. */
  readonly contracts: readonly Contract[];
  /** How often to look, in milliseconds; 0: when asked alone. */
  readonly every_ms?: number;
  /** Told once of everything that goes wrong, and when it is over. */
  readonly say?: (text: string) => void;
}

export interface Following {
  /** "followed"; "away": it cannot be asked; "behind": it knows only snapshots before ours. */
  readonly database: 'followed' | 'away' | 'behind' | 'empty' | 'failing';
  /** Since when it is so, where it is not followed: an ISO time, UTC. */
  readonly since: string | null;
}

export interface Follower {
  /** Looks for a newer snapshot, and resolves when it is shown, or a few looks met none. */
  sync(): Promise<void>;
  /**
   * Brings the kept snapshots that an address or a message names and that are not here yet, as one
   * that another server printed a moment ago; null: there is none to wait for.
   */
  ensure(text: string): Promise<unknown> | null;
  readonly state: Following;
  /** When everything under way is done. */
  settle(): Promise<void>;
  /** Ends it; what is under way is finished. */
  stop(): Promise<void>;
}

export function follow({
  connect,
  databaseFile,
  contracts,
  every_ms = 500,
  say = console.error,
}: FollowOptions): Follower {
  const copies = buildCopies(databaseFile, contracts);
  let state: Following = { database: 'followed', since: null };
  let said = '';
  let isStopped = false;
  let list: readonly Publication[] = [];
  let looking: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let filling: Promise<void> | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** What keeps earlier snapshots from being brought. */
  let trouble: unknown = null;

  async function look() {
    // Whoever asks for snapshots that never were does not keep the database busy.
    await pause(Math.max(0, lookedAt + GAP_MS - performance.now()));
    lookedAt = performance.now();
    try {
      await connect(lookOn);
    } catch (error) {
      fail(error);
    }
  }

  async function lookOn(sql: Sql) {
    const found = await listPublications(sql);
    const [newest] = found;
    const shown = copies.readShownTime();
    if (!newest) return note('empty', 'Nothing has been published to the database yet.');
    // A replica that fell behind: readers who have seen the later are not sent back.
    if (shown !== null && newest.published_at < shown) {
      return note('behind', 'The database knows only snapshots before the one that is shown.');
    }
    list = found;
    await copies.show(sql, newest);
    if (trouble) fail(trouble);
    else note('followed', '');
    filling ??= fill()
      // What was removed meanwhile is no trouble the next time.
      .then(() => {
        trouble = null;
      })
      .catch((error) => {
        trouble = error;
      })
      .finally(() => {
        filling = null;
      });
  }

  /** Brings all that is kept, the latest first, and removes what is kept no longer. */
  async function fill() {
    let brought = 0;
    const unsure = [...findKept(list).values()].filter((one) => !copies.isKept(one));
    if (unsure.length > 0) {
      await connect(async (sql) => {
        for (const one of unsure) {
          if (isStopped) return;
          if (await copies.bring(sql, one)) brought += 1;
        }
      });
    }
    // As they are by now: what was published meanwhile is here as well.
    copies.keepOnly([...findKept(list).keys()]);
    // Pages that list what is kept were made without these.
    if (brought > 0) await copies.touch();
  }

  function note(database: Following['database'], text: string) {
    if (state.database !== database) {
      state = { database, since: database === 'followed' ? null : new Date().toISOString() };
    }
    if (text !== said) say(text || 'The database is followed again.');
    said = text;
  }

  function fail(error: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof DatabaseError && error.isAway) note('away', message);
    else note('failing', `Snapshots cannot be brought from the database: ${message}`);
  }

  /** The look under way may have missed what the caller knows of: it gets one of its own. */
  function sync(): Promise<void> {
    if (looking) {
      next ??= looking.then(() => {
        next = null;
        return sync();
      });
      return next;
    }
    looking = look().finally(() => {
      looking = null;
    });
    return looking;
  }

  /** Each look may meet another replica, and one of them what the others lack. */
  async function lookUntil(isDone: () => boolean) {
    for (let looks = 0; looks < MOST_LOOKS && !isDone(); looks += 1) {
      await sync();
      if (state.database === 'away') return;
    }
  }

  async function settle() {
    while (looking || next || filling) await Promise.all([looking, next, filling]);
  }

  async function run() {
    while (!isStopped) {
      await sync();
      await pause(every_ms, undefined, { ref: false });
    }
  }
  if (every_ms > 0) void run();

  return {
    async sync() {
      const before = copies.readShownTime();
      await lookUntil(() => copies.readShownTime() !== before);
    },
    ensure(text) {
      const isHere = (id: string) => existsSync(toKeptFile(databaseFile, id));
      const missing = listSnapshotsNamed(text).filter((id) => !isHere(id));
      if (missing.length === 0) return null;
      return Promise.all(
        missing.map(async (id) => {
          await lookUntil(() => isHere(id) || findKept(list).has(id));
          const found = findKept(list).get(id);
          if (found && !isHere(id)) await connect((sql) => copies.bring(sql, found)).catch(fail);
        }),
      );
    },
    get state() {
      return state;
    },
    settle,
    stop() {
      isStopped = true;
      return settle();
    },
  };
}

/** Follows the database of an address, with the datasets of this program. */
export async function followAddress(url: string, databaseFile: string): Promise<Follower> {
  listHosts(url);
  const { datasets } = await import('@/data/datasets');
  const connect: Connect = (act) => withConnection(url, act, { query_timeout: ANSWER_MS });
  return follow({ connect, databaseFile, contracts: datasets });
}

/** A part of a file has to come in this time. */
const ANSWER_MS = 5000;

/** The ids of snapshots in an address, or in a message of an assistant. */
function listSnapshotsNamed(text: string): string[] {
  return [...new Set([...text.matchAll(NAMED)].map(([, id = '']) => id))];
}

const NAMED = /\b(?:snapshot|from|to|of)(?:=|"\s*:\s*")([0-9a-f]{12})(?![0-9a-z])/g;

const GAP_MS = 50;
const MOST_LOOKS = 3;
