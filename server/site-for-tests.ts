/**
 * A small site for tests: the door, its shelves and a stand-in for Next, reached over
 * real HTTP.
 */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { hashScript } from './browser-files';
import { buildFrontDoor } from './front-door';
import { buildInnerServer } from './inner-server';
import { toPlainHtml } from './plain-html';
import { buildPreparedPages } from './prepared-pages';

export interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
  text: string;
}

/** Scripts of the site as a page names them. */
export const OURS = { main: '/browser/main-A1.js', theme: 'theme()' };

const started: (() => void)[] = [];

/** Stops something when the test is over. */
export function stopLater(stop: () => void): void {
  started.push(stop);
}

afterEach(() => {
  for (const stop of started.splice(0)) stop();
});

/** A door in front of a stand-in for Next; `site.data` plays the database. */
export async function openSite(
  handle: RequestListener,
  { maxPageBytes = 100_000, mayBypass = false, keeps = true, hasData = (): boolean => true } = {},
) {
  const site = { data: 'one', asked: [] as string[] };
  const counted: RequestListener = (message, response) => {
    site.asked.push(message.url ?? '');
    handle(message, response);
  };
  const open = buildInnerServer(counted, 'localhost:3000');
  const snapshot = () => site.data;
  const toPlain = (text: string) => toPlainHtml(text, OURS);
  const pages = buildPreparedPages({ open, snapshot, toPlain, keeps, maxPageBytes });
  const files = buildPreparedPages({ open, snapshot: () => 'build', toPlain });
  const server: Server = createServer(
    { maxHeaderSize: 32 * 1024 },
    buildFrontDoor({ pages, files, inline: [hashScript(OURS.theme)], mayBypass, hasData }),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  stopLater(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') =>
    new Promise<Reply>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body, text: body.toString() });
        });
      })
        .on('error', reject)
        .end();
    });
  return { site, get, port, pages, files, snapshot };
}

/** Answers with a page the way Next does: rendered, hence not to be stored. */
export const html = (body: string | (() => string)): RequestListener => {
  return (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'private, no-store');
    response.end(typeof body === 'string' ? body : body());
  };
};
