/**
 * Keeps a folder in line with what is published in PostgreSQL: the newest snapshot's file and
 * the kept ones next to it lie there as an ingest leaves them on a single machine, so that all
 * who read files need to know nothing else, and go on where the database is away.
 */
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Contract } from '@/data/contract';
import { SNAPSHOT_ID, toKeptFile } from '../kept-snapshots';
import { DatabaseError, type Sql } from './connect';
import { buildCopies } from './copies';
import { findKept, listPublications, type Publication } from './publications';

interface FollowOptions {
  readonly sql: Sql;
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
  /**
   * Looks now, and resolves when the newest snapshot is here, or there is a reason why not. With a
   * time of publication (seconds since 1970) that is not here yet, it looks a few times.
   */
  sync(atLeast_s?: number): Promise<void>;
  /** Brings a kept snapshot at once; whether it is here now. */
  ensure(id: string): Promise<boolean>;
  readonly state: Following;
  /** Ends it; what is under way is finished. */
  stop(): Promise<void>;
}

export function follow({
  sql,
  databaseFile,
  contracts,
  every_ms = 1000,
  say = console.error,
}: FollowOptions): Follower {
  const copies = buildCopies(sql, databaseFile, contracts);
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
      const found = await listPublications(sql);
      const [newest] = found;
      const shown = copies.readShownTime();
      if (!newest) return note('empty', 'Nothing has been published to the database yet.');
      // A replica that fell behind: readers who have seen the later are not sent back.
      if (shown !== null && newest.published_at < shown) {
        return note('behind', 'The database knows only snapshots before the one that is shown.');
      }
      list = found;
      await copies.show(newest);
      filling ??= fill().finally(() => {
        filling = null;
      });
      if (trouble) fail(trouble);
      else note('followed', '');
    } catch (error) {
      fail(error);
    }
  }

  /** Brings all that is kept, the latest first, and removes what is kept no longer. */
  async function fill() {
    let brought = 0;
    trouble = null;
    for (const one of findKept(list).values()) {
      if (isStopped) return;
      try {
        if (await copies.bring(one)) brought += 1;
      } catch (error) {
        // It may have been removed meanwhile; if not, the next look meets the error again.
        trouble = error;
      }
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

  async function run() {
    while (!isStopped) {
      await sync();
      await pause(every_ms, undefined, { ref: false });
    }
  }
  if (every_ms > 0) void run();

  return {
    async sync(atLeast_s) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        await sync();
        const shown = copies.readShownTime();
        if (atLeast_s === undefined || (shown && Date.parse(shown) >= atLeast_s * 1000)) return;
      }
    },
    async ensure(id) {
      if (!SNAPSHOT_ID.test(id)) return false;
      const path = toKeptFile(databaseFile, id);
      if (existsSync(path)) return true;
      if (!findKept(list).has(id)) await sync();
      const found = findKept(list).get(id);
      try {
        if (found) await copies.bring(found);
      } catch (error) {
        fail(error);
      }
      return existsSync(path);
    },
    get state() {
      return state;
    },
    async stop() {
      isStopped = true;
      await Promise.all([looking, next, filling]);
    },
  };
}

const GAP_MS = 50;
const MOST_TRIES = 3;
