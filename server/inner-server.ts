/**
 * Asks Next for a page as a client would. Only what a page may depend on is passed
 * along: its address and the router's own headers. No cookie, language or host
 * reaches it, so what is prepared for one visitor is right for all.
 */
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { connectInMemory } from './memory-socket';

/** Node's limit is 16 kB; long addresses deserve a proper answer instead. */
export const MAX_HEADER_BYTES = 32 * 1024;

export interface PageRequest {
  /** Path and query as the visitor wrote them. */
  readonly target: string;
  /** The same for every spelling of the same choice. */
  readonly same: string;
  /** The router's headers, and no others. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Resolves when the headers of the answer are there; the body is still to be read. */
export type Open = (asked: PageRequest) => Promise<IncomingMessage>;

export function buildInnerServer(handle: RequestListener, host: string): Open {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, handle);
  return ({ target, headers }) =>
    new Promise((resolve, reject) => {
      const [near, far] = connectInMemory();
      server.emit('connection', far);
      request({
        createConnection: () => near,
        path: target,
        headers: { ...headers, host, connection: 'close' },
        maxHeaderSize: MAX_HEADER_BYTES,
      })
        .once('response', resolve)
        .once('error', reject)
        .end();
    });
}
