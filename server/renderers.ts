/**
 * Next in processes of its own, so that what it takes to render never keeps those waiting
 * who are answered from memory. Asked over the loopback as a client would ask; only the
 * address is passed along: no cookie, language or host reaches a page, so what is prepared
 * for one visitor is right for all.
 */
import { fork } from 'node:child_process';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withResolvers } from './render-queue';

/** Node's limit is 16 kB; long addresses deserve a proper answer instead. */
export const MAX_HEADER_BYTES = 32 * 1024;

export interface PageRequest {
  /** Path and query as the visitor wrote them. */
  readonly target: string;
  /** The same for every spelling of the same choice. */
  readonly same: string;
  /** What the page is told its path is; absent: that of the target. */
  readonly path?: string;
  /** What was sent along; absent: nothing, the address is only read. */
  readonly posted?: { readonly body: Buffer; readonly headers: OutgoingHttpHeaders };
  /** The media type that a program asks for, where an answer comes in several. */
  readonly accept?: string;
}

/** Carries the path of the page, which Next tells no frame of a page. */
const PATH = 'x-tracker-path';

/** Resolves when the headers of the answer are there; the body is still to be read. */
export type Open = (asked: PageRequest) => Promise<IncomingMessage>;

/** A process that renders, and those after it, where it dies. */
export interface Renderer {
  /** Where it listens; null while it starts. */
  readonly port: number | null;
  /** Until it listens. Rejects where it ends before, and is another promise then. */
  readonly started: Promise<void>;
  /** As it last said. */
  readonly memory_bytes: number;
  /** Of the process that runs now. */
  readonly pid: number | undefined;
  readonly stop: () => void;
}

/**
 * Asks of these whichever has the least under way, the first where several have; waits while
 * none listens. `host` is what pages take for their own.
 */
export function buildOpen(
  renderers: readonly Pick<Renderer, 'port' | 'started'>[],
  host: string,
): Open {
  const underWay = renderers.map(() => 0);

  /** Where the least busy one listens, and its place among them. */
  async function find(): Promise<{ port: number; place: number }> {
    const ready = renderers.flatMap(({ port }, place) => (port === null ? [] : [{ port, place }]));
    const load = ({ place }: { place: number }) => underWay[place] ?? 0;
    const [least] = ready.sort((a, b) => load(a) - load(b));
    if (least) return least;
    await Promise.any(renderers.map(({ started }) => started));
    return find();
  }

  return async ({ target, path = target.split('?', 1)[0], accept, posted }) => {
    const { port, place } = await find();
    let isUnderWay = true;
    underWay[place] = (underWay[place] ?? 0) + 1;
    const end = () => {
      if (isUnderWay) underWay[place] = (underWay[place] ?? 0) - 1;
      isUnderWay = false;
    };
    return new Promise((resolve, reject) => {
      request({
        host: '127.0.0.1',
        port,
        path: target,
        method: posted ? 'POST' : 'GET',
        headers: {
          ...posted?.headers,
          [PATH]: path,
          host,
          connection: 'close',
          ...(accept && { accept }),
        },
        maxHeaderSize: MAX_HEADER_BYTES,
        agent: false,
      })
        .once('response', (answer) => {
          answer.once('end', end);
          resolve(answer);
        })
        .once('error', reject)
        .once('close', end)
        .end(posted?.body);
    });
  };
}

/**
 * Asks and reads the answer, again where it broke off: whoever was rendering it may have died,
 * and nothing is changed by asking.
 */
export async function askAgain<T>(
  open: Open,
  asked: PageRequest,
  read: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  for (const pause_ms of PAUSES_MS) {
    try {
      return await read(await open(asked));
    } catch {
      // By then its end is known, on a busy machine at the latest after the second pause.
      await pause(pause_ms);
    }
  }
  return read(await open(asked));
}

const PAUSES_MS = [100, 1000];

/**
 * How many processes render pages: `TRACKER_WORKERS`, else one for every two processors, because
 * one more renders files, and the front answers what is kept. Throws where the setting is no
 * number of processes.
 */
export function toWorkerCount(setting: string | undefined, processors: number): number {
  if (!setting) return Math.max(1, Math.floor(processors / 2));
  if (/^[1-9]\d?$/.test(setting)) return Number(setting);
  throw new Error(`TRACKER_WORKERS is "${setting}"; it must be a whole number from 1 to 99.`);
}

/** Where it listens, once; how much memory it holds, now and then. */
export interface RendererSays {
  readonly port?: number;
  readonly memory_bytes: number;
}

const FILE = fileURLToPath(new URL('renderer.ts', import.meta.url));

/**
 * Starts a renderer, and starts it again when it ends before we stop it. `onFailure` is told
 * of one that ended before it ever listened: something is wrong that no new start mends.
 */
export function startRenderer(
  args: readonly string[],
  onFailure: (error: Error) => void,
): Renderer {
  let isStopped = false;
  let hasListened = false;
  let port: number | null = null;
  let memory_bytes = 0;
  let start = expectStart();
  let child = run();

  function run() {
    const one = fork(FILE, args, { env: { ...process.env, ...FEW_ARENAS } });
    lower(one.pid);
    one.on('message', (said: RendererSays) => {
      memory_bytes = said.memory_bytes;
      if (said.port === undefined) return;
      hasListened = true;
      port = said.port;
      start.resolve();
    });
    one.once('error', start.reject);
    one.once('exit', (code, signal) => {
      const error = new Error(`A renderer ended (${signal ?? code}).`);
      port = null;
      memory_bytes = 0;
      start.reject(error);
      if (isStopped) return;
      if (!hasListened) return onFailure(error);
      console.error(`${error.message} Starting another.`);
      start = expectStart();
      setTimeout(() => {
        if (!isStopped) child = run();
      }, RESTART_MS);
    });
    return one;
  }

  return {
    get port() {
      return port;
    },
    get started() {
      return start.promise;
    },
    get memory_bytes() {
      return memory_bytes;
    },
    get pid() {
      return child.pid;
    },
    stop() {
      isStopped = true;
      // It ends when the channel does, whatever it is busy with.
      if (child.connected) child.disconnect();
    },
  };
}

function expectStart() {
  const start = withResolvers<void>();
  // Whoever waits for it is told; it may be nobody.
  start.promise.catch(() => {});
  return start;
}

// Pictures take memory in many threads, and the C library keeps what each gave back: with
// an arena for each, that was half a gigabyte.
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

const RESTART_MS = 500;

/** Whoever is answered from memory comes first where processors are few. */
function lower(pid: number | undefined) {
  try {
    if (pid !== undefined) setPriority(pid, 5);
  } catch {
    // It may have ended already, or the system knows no priorities.
  }
}
