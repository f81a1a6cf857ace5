/**
 * Next in processes of its own, so that what it takes to render never keeps those waiting
 * who are answered from memory. Asked over the loopback as a client would ask; only the
 * address is passed along: no cookie, language or host reaches a page, so what is prepared
 * for one visitor is right for all.
 */
import { fork } from 'node:child_process';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

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

/** `findPort` says where a renderer listens; `host` is what pages take for their own. */
export function buildOpen(findPort: () => Promise<number>, host: string): Open {
  return async ({ target, path = target.split('?', 1)[0], accept, posted }) => {
    const port = await findPort();
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
        .once('response', resolve)
        .once('error', reject)
        .end(posted?.body);
    });
  };
}

interface Renderer {
  /** Where it listens; waits while it starts, also after it failed. */
  readonly findPort: () => Promise<number>;
  /** As it last said. */
  readonly memory_bytes: number;
  readonly stop: () => void;
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
  let memory = 0;
  let child = start();

  function start() {
    const one = fork(FILE, args, { env: { ...process.env, ...FEW_ARENAS } });
    lower(one.pid);
    const port = new Promise<number>((resolve, reject) => {
      one.on('message', ({ port, memory_bytes }: RendererSays) => {
        memory = memory_bytes;
        if (port === undefined) return;
        hasListened = true;
        resolve(port);
      });
      one.once('error', reject);
      one.once('exit', (code, signal) => {
        const error = new Error(`A renderer ended (${signal ?? code}).`);
        reject(error);
        if (isStopped) return;
        if (!hasListened) return onFailure(error);
        console.error(`${error.message} Starting another.`);
        setTimeout(() => {
          if (!isStopped) child = start();
        }, RESTART_MS);
      });
    });
    port.catch(() => {});
    return { one, port };
  }

  return {
    findPort: () => child.port,
    get memory_bytes() {
      return memory;
    },
    stop() {
      isStopped = true;
      // It ends when the channel does, whatever it is busy with.
      if (child.one.connected) child.one.disconnect();
    },
  };
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
