/**
 * The line in front of a process that renders. So many are let in at once; the rest wait,
 * each client in turn and of each client each kind, so that nobody’s many or large
 * requests stand before somebody’s small one. The line is bounded, and whoever leaves it
 * makes room: what nobody waits for any more is never begun.
 */

export interface Turn {
  /** Who asks, as their network address; requests of one client wait for each other. */
  readonly client: string;
  /** What of the client waits for what. */
  readonly kind: string;
  /** Takes long: one such is let in at a time, so that short ones pass by. */
  readonly isHeavy?: boolean;
}

export interface Ticket<T> {
  readonly done: Promise<T>;
  /** One more waits for it; without a signal, to the end. */
  join(signal?: AbortSignal): void;
}

export interface RenderQueue {
  /** Rejects with `Busy` beyond the bounds, and with `Left` when all who joined are gone. */
  add<T>(act: () => Promise<T>, turn: Turn): Ticket<T>;
  readonly waiting: number;
  readonly running: number;
}

interface RenderQueueOptions {
  readonly atOnce?: number;
  readonly maxWaiting?: number;
  readonly maxPerClient?: number;
}

/** There are too many waiting already. */
export class Busy extends Error {}

/** Nobody waits for it any more. */
export class Left extends Error {}

interface Job {
  readonly turn: Turn;
  readonly begin: () => void;
}

export function buildRenderQueue({
  atOnce = 2,
  maxWaiting = 64,
  maxPerClient = 32,
}: RenderQueueOptions = {}): RenderQueue {
  // Maps remember the order of their keys: the first is whose turn it is.
  const lines = new Map<string, Map<string, Job[]>>();
  let waiting = 0;
  let running = 0;
  let heavy = 0;

  function countOf(client: string): number {
    return [...(lines.get(client)?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
  }

  function enter(job: Job) {
    const { client, kind } = job.turn;
    const kinds = lines.get(client) ?? new Map<string, Job[]>();
    lines.set(client, kinds);
    kinds.set(kind, [...(kinds.get(kind) ?? []), job]);
    waiting += 1;
  }

  /** Takes a job out; whoever comes next of its client and kind goes to the end of each line. */
  function remove(job: Job) {
    const { client, kind } = job.turn;
    const kinds = lines.get(client);
    const jobs = kinds?.get(kind);
    if (!kinds || !jobs?.includes(job)) return false;
    kinds.delete(kind);
    lines.delete(client);
    const others = jobs.filter((other) => other !== job);
    if (others.length > 0) kinds.set(kind, others);
    if (kinds.size > 0) lines.set(client, kinds);
    waiting -= 1;
    return true;
  }

  function findNext(): Job | undefined {
    const mayBeHeavy = heavy === 0;
    for (const kinds of lines.values()) {
      for (const [job] of kinds.values()) {
        if (job && (mayBeHeavy || !job.turn.isHeavy)) return job;
      }
    }
    return undefined;
  }

  function advance() {
    while (running < atOnce) {
      const job = findNext();
      if (!job) return;
      remove(job);
      job.begin();
    }
  }

  async function run<T>(act: () => Promise<T>, isHeavy: boolean): Promise<T> {
    running += 1;
    if (isHeavy) heavy += 1;
    try {
      return await act();
    } finally {
      running -= 1;
      if (isHeavy) heavy -= 1;
      advance();
    }
  }

  return {
    add<T>(act: () => Promise<T>, turn: Turn): Ticket<T> {
      if (waiting >= maxWaiting || countOf(turn.client) >= maxPerClient) {
        return { done: Promise.reject(new Busy('Too many wait already.')), join: () => {} };
      }
      const { promise, resolve, reject } = withResolvers<T>();
      const job = { turn, begin: () => resolve(run(act, turn.isHeavy === true)) };
      let joined = 0;
      enter(job);
      advance();
      return {
        done: promise,
        join(signal) {
          joined += 1;
          const leave = () => {
            joined -= 1;
            if (joined === 0 && remove(job)) reject(new Left('Its visitors have left.'));
          };
          if (signal?.aborted) leave();
          else signal?.addEventListener('abort', leave, { once: true });
        },
      };
    },
    get waiting() {
      return waiting;
    },
    get running() {
      return running;
    },
  };
}

/** `Promise.withResolvers`, which Node 20 lacks. */
export function withResolvers<T>() {
  let resolve: (value: T | PromiseLike<T>) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
