/**
 * Every request comes through here: refused, answered from memory, or handed to
 * Next. Reading is the only thing visitors can do, so GET and HEAD are prepared and
 * other methods go no further.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isKnownTag } from '@/exports/answer';
import { takeRange, writeHeadOfPart } from './byte-range';
import { sendFailure, sendMethods, sendNoData, sendRefusal } from './fixed-answers';
import { chooseEncoding, encode, type Page } from './page';
import { parseAddress } from './page-address';
import { type Answer, LENGTH, type PreparedPages, readLength } from './prepared-pages';
import { buildSecurityHeaders } from './security-headers';

interface FrontDoorOptions {
  /** Pages that follow the data. */
  readonly pages: PreparedPages;
  /** Files of the build, which never change while we run. */
  readonly files: PreparedPages;
  /** Next itself, for what is neither. */
  readonly handle: RequestListener;
  /** Whether there is a database; asked when Next fails, which without one it must. */
  readonly hasData?: () => boolean;
  /** Told of every visitor. */
  readonly onVisit?: () => void;
  /** Lets a measurement ask for a page rendered anew. */
  readonly mayBypass?: boolean;
}

export function buildFrontDoor({
  pages,
  files,
  handle,
  hasData = () => true,
  onVisit = () => {},
  mayBypass = false,
}: FrontDoorOptions): RequestListener {
  return (request, response) => {
    onVisit();
    const address = parseAddress(request.url ?? '/');
    if (address.refused) {
      setHeaders(response, buildSecurityHeaders('/', []));
      return sendRefusal(response, address.refused);
    }
    const { path, target, same } = address;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      setHeaders(response, buildSecurityHeaders(path, []));
      return sendMethods(request, response);
    }
    const ofBuild = path.startsWith('/_next/');
    if (ofBuild && !path.startsWith('/_next/static/')) {
      setHeaders(response, buildSecurityHeaders(path, null));
      return handle(request, response);
    }
    const shelf = ofBuild ? files : pages;
    const bypass = mayBypass && request.headers['x-tracker-bypass'] !== undefined;
    const asked = { target, same, headers: takeRouterHeaders(request) };
    (bypass ? shelf.pass(asked) : shelf.get(asked))
      .then((answer) => {
        if (!isFailure(answer) || hasData()) return send(answer, path, request, response);
        answer.response.destroy();
        setHeaders(response, buildSecurityHeaders(path, []));
        sendNoData(response, request.method !== 'HEAD');
      })
      .catch((error) => sendFailure(response, error));
  };
}

// Next answers each combination of these differently; see its `Vary`.
const ROUTER_HEADERS = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
];

function takeRouterHeaders({ headers }: IncomingMessage): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const name of ROUTER_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string') taken[name] = value;
  }
  return taken;
}

function isFailure(answer: Answer): answer is Extract<Answer, { kind: 'stream' }> {
  return answer.kind === 'stream' && answer.response.statusCode === 500;
}

function send(
  answer: Answer,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return answer.kind === 'page'
    ? sendPage(answer, path, request, response)
    : sendStream(answer, path, request, response);
}

async function sendPage(
  { page, from }: Extract<Answer, { kind: 'page' }>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Places are those of the bytes as they are, whatever they could be packed into.
  const inParts = request.method === 'GET' && request.headers.range !== undefined;
  const encoding = inParts ? 'identity' : chooseEncoding(page, request);
  const etag = encoding === 'identity' ? `"${page.tag}"` : `"${page.tag}-${encoding}"`;
  setHeaders(response, page.headers);
  setHeaders(response, buildSecurityHeaders(path, page.scriptHashes));
  response.setHeader('etag', etag);
  response.setHeader('server-timing', toServerTiming(page, from));
  if (page.status === 200 && isKnownTag(request.headers['if-none-match'], etag)) {
    response.removeHeader('content-type');
    response.writeHead(304).end();
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

function toServerTiming(page: Page, from: 'memory' | 'render' | 'shared'): string {
  const render = `render;dur=${page.rendered_ms.toFixed(1)}`;
  return from === 'memory' ? 'memo;desc=hit' : from === 'shared' ? `${render};desc=shared` : render;
}

async function sendStream(
  { response: source, begun }: Extract<Answer, { kind: 'stream' }>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(source.headers)) {
    if (value !== undefined && !HOP.has(name)) response.setHeader(name, value);
  }
  setHeaders(response, buildSecurityHeaders(path, null));
  const { etag } = source.headers;
  if (source.statusCode === 200 && etag && isKnownTag(request.headers['if-none-match'], etag)) {
    source.destroy();
    response.removeHeader('content-length');
    response.writeHead(304).end();
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
