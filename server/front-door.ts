/**
 * Every request comes through here: refused, answered from memory, or handed to
 * Next. Reading is the only thing visitors can do, so GET and HEAD are prepared and
 * other methods go no further; questions of assistants alone are posted.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isKnownTag } from '@/exports/answer';
import { MCP_PATH } from '@/exports/mcp/message';
import { takeRange, writeHeadOfPart } from './byte-range';
import { sendMethods, sendWords, type Words } from './fixed-answers';
import type { AnswerMessage } from './messages';
import type { Operations } from './operations';
import { BROWSER_FOLDER, chooseEncoding, encode, isHtml, type Page } from './page';
import { findSnapshotAsked, parseAddress } from './page-address';
import {
  type Answer,
  headersOf,
  LENGTH,
  leave,
  type PreparedPages,
  readLength,
} from './prepared-pages';
import { Busy } from './render-queue';
import { buildSecurityHeaders } from './security-headers';
import type { CatchUp } from './shown';
import { dropSlowReader, toClient, watchLeaving } from './visitor';

interface FrontDoorOptions {
  /** Pages that follow the data. */
  readonly pages: PreparedPages;
  /** Files of the build, which never change while we run. */
  readonly files: PreparedPages;
  /** Whether there is a database; asked when Next fails, which without one it must. */
  readonly hasData?: () => boolean;
  /** Hashes of the scripts that stand in pages. */
  readonly inline?: readonly string[];
  /** Told of every visitor. */
  readonly onVisit?: () => void;
  /** Lets a measurement ask for a page rendered anew. */
  readonly mayBypass?: boolean;
  /** How many proxies of ours stand in front. */
  readonly proxies?: number;
  readonly operations?: Operations;
  /** Answers what assistants post. */
  readonly messages?: AnswerMessage;
  /** What is said where there is none. */
  readonly noData?: Words;
  /** Brings snapshots that an address names; null: there is nothing to wait for. */
  readonly ensure?: (target: string) => Promise<unknown> | null;
  /** Looks for the data that the one who asks has seen elsewhere. */
  readonly catchUp?: CatchUp;
}

export function buildFrontDoor({
  pages,
  files,
  hasData = () => true,
  inline = [],
  onVisit = () => {},
  mayBypass = false,
  proxies = 0,
  operations,
  messages,
  noData = 'no-data',
  ensure = () => null,
  catchUp = () => null,
}: FrontDoorOptions): RequestListener {
  return (request, response) => {
    onVisit();
    const withBody = request.method !== 'HEAD';
    const client = toClient(request, proxies);
    operations?.note(request, response, client);
    const secure = (path: string, type?: string) =>
      setHeaders(response, buildSecurityHeaders({ path, type, inline }));
    const say = (words: Words, path: string) => {
      if (response.headersSent) return void response.destroy();
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      secure(path);
      dropSlowReader(response);
      sendWords(response, words, withBody);
    };
    const address = parseAddress(request.url ?? '/');
    if (address.refused) return say(address.refused, '/');
    const { path, target, same } = address;
    const visitor = { client, signal: watchLeaving(response) };
    if (path === MCP_PATH && messages) {
      secure(path, 'application/json');
      dropSlowReader(response);
      return void messages(request, response, visitor);
    }
    if (request.method !== 'GET' && withBody) {
      secure(path, 'application/json');
      return sendMethods(request, response);
    }
    if (operations?.answer(path, client, response)) return;
    const isFile = path.startsWith('/_next/static/') || path.startsWith(BROWSER_FOLDER);
    const shelf = isFile ? files : pages;
    const bypass = mayBypass && request.headers['x-tracker-bypass'] !== undefined;
    const asked = isForPrograms(path, request)
      ? { target, same: `${same} json`, accept: 'application/json' }
      : { target, same };
    const isLive = shelf === pages && findSnapshotAsked(target) === null;
    const caughtUp = isLive ? catchUp(request.headers[AT_LEAST]?.toString()) : null;
    const brought = shelf === pages ? ensure(target) : null;
    const answer = () => (bypass ? shelf.pass(asked, visitor) : shelf.get(asked, visitor));
    (caughtUp || brought ? Promise.all([caughtUp, brought]).then(answer) : answer())
      .then((answer) => {
        if (response.destroyed) return leave(answer);
        if (toStatus(answer) === 500 && !hasData()) return say(noData, path);
        if (isFailedPage(answer)) return say('failed', path);
        secure(path, String(headersOf(answer)['content-type'] ?? ''));
        dropSlowReader(response);
        return answer.kind === 'page'
          ? sendPage(answer, request, response)
          : sendStream(answer, request, response);
      })
      .catch((error) => {
        if (visitor.signal.aborted) return;
        if (error instanceof Busy) return say('busy', path);
        console.error(error);
        say(hasData() ? 'failed' : noData, path);
      });
  };
}

/** The newest `Tracker-Published` that a cache in front has seen. */
const AT_LEAST = 'tracker-at-least';

/** What is wrong with a frame is said to readers, unless a program asks. */
const isForPrograms = (path: string, { headers }: IncomingMessage): boolean =>
  path.startsWith('/embed/') && /\bjson\b/.test(headers.accept ?? '');

const toStatus = (answer: Answer): number =>
  answer.kind === 'page' ? answer.page.status : (answer.response.statusCode ?? 500);

const isFailedPage = (answer: Answer): boolean =>
  answer.kind === 'page' && toStatus(answer) >= 500 && isHtml(answer.page.headers);

async function sendPage(
  { page, from }: Extract<Answer, { kind: 'page' }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Places are those of the bytes as they are, whatever they could be packed into.
  const inParts = request.method === 'GET' && request.headers.range !== undefined;
  const encoding = inParts ? 'identity' : chooseEncoding(page, request);
  const etag = encoding === 'identity' ? `"${page.tag}"` : `"${page.tag}-${encoding}"`;
  setHeaders(response, page.headers);
  response.setHeader('etag', etag);
  response.setHeader('server-timing', toServerTiming(page, from));
  const settled = page.status === 200 ? judgeConditions(request, etag) : null;
  if (settled) {
    response.removeHeader('content-type');
    response.writeHead(settled).end();
    return;
  }
  const body = await encode(page, encoding);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  if (page.status !== 200) {
    response.setHeader('content-length', body.length);
    response.writeHead(page.status);
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  const part = writeHeadOfPart(request, response, { size: body.length, etag });
  if (part === 'nothing' || request.method === 'HEAD') response.end();
  else response.end(part ? body.subarray(part.start, part.end + 1) : body);
}

/**
 * What the reader's conditions come to (RFC 9110, section 13.2.2): 412 where the bytes are no
 * longer those that he names, 304 where he has them, null where he gets them.
 */
function judgeConditions({ headers }: IncomingMessage, etag: string | undefined): 304 | 412 | null {
  const wanted = headers['if-match']?.split(',').map((tag) => tag.trim());
  if (wanted && !wanted.includes('*') && !(etag && wanted.includes(etag))) return 412;
  return etag && isKnownTag(headers['if-none-match'], etag) ? 304 : null;
}

function toServerTiming(page: Page, from: 'memory' | 'render' | 'shared'): string {
  const render = `render;dur=${page.rendered_ms.toFixed(1)}`;
  return from === 'memory' ? 'memo;desc=hit' : from === 'shared' ? `${render};desc=shared` : render;
}

async function sendStream(
  { response: source, begun }: Extract<Answer, { kind: 'stream' }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(source.headers)) {
    if (value !== undefined && !HOP.has(name)) response.setHeader(name, value);
  }
  const { etag } = source.headers;
  const settled = source.statusCode === 200 ? judgeConditions(request, etag) : null;
  if (settled) {
    source.destroy();
    for (const name of ['content-length', 'content-type']) response.removeHeader(name);
    response.writeHead(settled).end();
    return;
  }
  const size = readLength(source);
  const part =
    source.statusCode === 200 && size !== null
      ? writeHeadOfPart(request, response, { size, etag })
      : null;
  if (!response.headersSent) response.writeHead(source.statusCode ?? 500);
  if (request.method === 'HEAD' || part === 'nothing') {
    source.destroy();
    response.end();
    return;
  }
  for (const chunk of begun) response.write(chunk);
  // A visitor who leaves in the middle is no failure; Next is told to stop as well.
  const sent = part ? pipeline(takeRange(source, part), response) : pipeline(source, response);
  await sent.catch(() => source.destroy());
}

// Said by each connection for itself, or by us to ourselves.
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', LENGTH]);

function setHeaders(response: ServerResponse, headers: Page['headers']) {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
}
