/** Who asks: their address, when they leave, and how long they may take. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The network address a request comes from. With proxies of ours in front, each of which
 * adds whom it was asked by to `X-Forwarded-For`, it is the entry of the outermost; what
 * stands before that anybody may have written. Of IPv6 the first 64 bits, which are one
 * household’s or one server’s.
 */
export function toClient(request: IncomingMessage, proxies: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const named = proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined;
  const address = named || request.socket.remoteAddress || '';
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - first.length - rest.length)).fill('0');
  return `${[...first, ...zeros, ...rest].slice(0, 4).join(':')}::/64`;
}

/** Whether an address is of this machine or of a private network. */
export function isNear(client: string): boolean {
  const address = client.replace(/^::ffff:/, '');
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|0:0:0:0::|f[cd][0-9a-f]{2}:)/.test(
    address,
  );
}

/** Aborts when the visitor leaves before the answer is out. */
export function watchLeaving(response: ServerResponse): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  return left.signal;
}

/**
 * Ends the connection of a visitor who takes an answer more slowly than anybody’s line: a
 * crowd of such holds memory and connections for nothing. Call it when the answer begins.
 */
export function dropSlowReader(
  response: ServerResponse,
  { grace_ms = 30_000, bytesPerSecond = 4096, every_ms = 5000 } = {},
): void {
  const { socket } = response;
  if (!socket) return;
  const begun = performance.now();
  const before = socket.bytesWritten;
  const timer = setInterval(() => {
    // What was handed over counts, sent or not: of a stream that is little at a time.
    const handed = socket.bytesWritten - before;
    if (performance.now() - begun > grace_ms + (handed / bytesPerSecond) * 1000) socket.destroy();
  }, every_ms);
  timer.unref();
  response.once('close', () => clearInterval(timer));
}
