/**
 * Asks Next for a page as a client would. Only its address is passed along: no cookie,
 * language or host reaches a page, so what is prepared for one visitor is right for all.
 */
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { Duplex } from 'node:stream';

/** Node's limit is 16 kB; long addresses deserve a proper answer instead. */
export const MAX_HEADER_BYTES = 32 * 1024;

export interface PageRequest {
  /** Path and query as the visitor wrote them. */
  readonly target: string;
  /** The same for every spelling of the same choice. */
  readonly same: string;
  /** What the page is told its path is; absent: that of the target. */
  readonly path?: string;
}

/** Carries the path of the page, which Next tells no frame of a page. */
const PATH = 'x-tracker-path';

/** Resolves when the headers of the answer are there; the body is still to be read. */
export type Open = (asked: PageRequest) => Promise<IncomingMessage>;

export function buildInnerServer(handle: RequestListener, host: string): Open {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, handle);
  return ({ target, path = target.split('?', 1)[0] }) =>
    new Promise((resolve, reject) => {
      const [near, far] = connectInMemory();
      server.emit('connection', far);
      request({
        createConnection: () => near,
        path: target,
        headers: { [PATH]: path, host, connection: 'close' },
        maxHeaderSize: MAX_HEADER_BYTES,
      })
        .once('response', resolve)
        .once('error', reject)
        .end();
    });
}

/**
 * Two ends of a connection that never leaves this process: what one end writes, the other
 * reads; when one is destroyed, both are. Next answers over it as over any socket, with its
 * own headers, streaming and aborting; nothing of Next's response object has to be imitated.
 */
function connectInMemory(): [Duplex, Duplex] {
  const near: MemorySocket = new MemorySocket(() => far);
  const far: MemorySocket = new MemorySocket(() => near);
  return [near, far];
}

class MemorySocket extends Duplex {
  /** Called when the other end has read what we wrote. */
  private taken: (() => void) | null = null;

  constructor(private readonly other: () => MemorySocket) {
    super();
  }

  override _read(): void {
    this.other().release();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    // A full reader holds the writer back, so that a large download does not pile up.
    if (this.other().push(chunk)) done();
    else this.taken = done;
  }

  override _final(done: () => void): void {
    this.other().push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.release();
    const other = this.other();
    if (!other.destroyed) process.nextTick(() => other.destroy());
    done(error);
  }

  private release(): void {
    const done = this.taken;
    this.taken = null;
    done?.();
  }
}
