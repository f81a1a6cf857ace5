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
import { onTestFinished } from 'vitest';
import { hashScript } from './browser-files';
import type { Words } from './fixed-answers';
import { buildFrontDoor } from './front-door';
import { buildMessages } from './messages';
import type { Operations } from './operations';
import { toPlainHtml } from './plain-html';
import { buildPreparedPages } from './prepared-pages';
import { buildRenderQueue } from './render-queue';
import { buildOpen } from './renderers';
import { buildCatchUp, toLabels } from './shown';

interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
  text: string;
}

/** Scripts of the site as a page names them. */
export const OURS = { main: '/browser/main-A1.js', theme: 'theme()' };

interface SiteOptions {
  readonly maxPageBytes?: number;
  readonly mayBypass?: boolean;
  readonly keeps?: boolean;
  readonly hasData?: () => boolean;
  /** Of the queue. */
  readonly bounds?: Parameters<typeof buildRenderQueue>[0];
  readonly operations?: Operations;
  /** Brings snapshots that are named. */
  readonly ensure?: (text: string) => Promise<unknown> | null;
  readonly noData?: Words;
  /** Looks for newer data. */
  readonly sync?: (site: { data: string }) => Promise<unknown>;
}

/** When the data of `site.data` were published. */
const PUBLISHED: Readonly<Record<string, number>> = { one: 1_795_000_000.125, two: 1_795_000_060 };

/** A door in front of a stand-in for Next; `site.data` plays the database. */
export async function openSite(
  handle: RequestListener,
  {
    maxPageBytes = 100_000,
    mayBypass = false,
    keeps = true,
    hasData = () => true,
    bounds = {},
    operations,
    ensure,
    noData,
    sync = async () => {},
  }: SiteOptions = {},
) {
  const site = { data: 'one', asked: [] as string[] };
  const counted: RequestListener = (message, response) => {
    site.asked.push(message.url ?? '');
    handle(message, response);
  };
  const rendererPort = await listen(createServer({ maxHeaderSize: 32 * 1024 }, counted));
  const lane = {
    open: buildOpen([{ port: rendererPort, started: Promise.resolve() }], 'localhost:3000'),
    queue: buildRenderQueue(bounds),
  };
  const findLane = () => lane;
  const snapshot = () => site.data;
  const toPlain = (text: string) => toPlainHtml(text, OURS);
  const shown = () => ({ id: 'ab12cd34ef56', published: PUBLISHED[site.data] ?? null });
  const pages = buildPreparedPages({
    ...{ findLane, snapshot, toPlain, keeps, maxPageBytes },
    toLabels: (asked) => toLabels(asked, shown()),
  });
  const files = buildPreparedPages({ findLane, snapshot: () => 'build', toPlain });
  const door = buildFrontDoor({
    ...{ pages, files, inline: [hashScript(OURS.theme)], mayBypass, hasData },
    ...{ operations, ensure, noData },
    catchUp: buildCatchUp({ shown, sync: () => sync(site) }),
    messages: buildMessages({ lane, ensure, site: 'https://tracker.example' }),
    // Tests play several visitors.
    proxies: 1,
  });
  const port = await listen(createServer({ maxHeaderSize: 32 * 1024 }, door));
  const get = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET', sent = '') =>
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
        .end(sent);
    });
  return { site, get, port, pages, files, snapshot, queue: lane.queue };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Answers with a page the way Next does: rendered, hence not to be stored. */
export const html = (body: string | (() => string)): RequestListener => {
  return (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'private, no-store');
    response.end(typeof body === 'string' ? body : body());
  };
};
