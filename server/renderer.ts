/**
 * A process that renders: Next on a port of the loopback. Started by the server, which
 * tells it by the channel between them when to end, and reads from there where it listens.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { MAX_HEADER_BYTES, type RendererSays } from './renderers';

// A signal to the whole group is the server’s to answer: what it waits for has to come.
process.on('SIGTERM', () => {});
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));

const app = next({
  dev: process.argv.includes('--dev'),
  dir: fileURLToPath(new URL('..', import.meta.url)),
  port: Number(process.env.PORT || 3000),
});
await app.prepare();
const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, app.getRequestHandler());
server.listen(0, '127.0.0.1', () => {
  say((server.address() as AddressInfo).port);
  setInterval(say, 1000).unref();
});

function say(port?: number) {
  const said: RendererSays = { port, memory_bytes: process.memoryUsage.rss() };
  // Nobody may be there to hear it: the channel’s end is told by an event of its own.
  process.send?.(said, () => {});
}
