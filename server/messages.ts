/**
 * `/mcp` as it is posted to: what may be asked from where, bounded, and handed on. Answers are
 * made where files are made, so that no page waits for them, one picture at a time.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { MCP_PATH, MOST_BYTES, type RpcFailure, readMessage } from '@/exports/mcp/message';
import type { Lane } from './lanes';
import { Busy, Left } from './render-queue';
import { askAgain } from './renderers';

interface MessagesOptions {
  readonly lane: Lane;
  /** The address that visitors know; empty where nobody set one. */
  readonly site: string;
  /** Brings snapshots that a message names; null: there is nothing to wait for. */
  readonly ensure?: ((message: string) => Promise<unknown> | null) | undefined;
}

interface Sender {
  readonly client: string;
  readonly signal: AbortSignal;
}

export type AnswerMessage = (
  request: IncomingMessage,
  response: ServerResponse,
  sender: Sender,
) => Promise<void>;

/** Answers everything that is asked of the address; never rejects. */
export function buildMessages({ lane, site, ensure }: MessagesOptions): AnswerMessage {
  async function answer(request: IncomingMessage, response: ServerResponse, sender: Sender) {
    const refused = findRefusal(request, site);
    if (refused) return fail(request, response, refused);
    const body = await readBody(request);
    if (!body) return fail(request, response, TOO_LARGE);
    const message = readMessage(body);
    if (message.refused) return fail(request, response, message.refused);
    await ensure?.(body.toString());
    const version = request.headers['mcp-protocol-version'];
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      accept: 'application/json, text/event-stream',
      ...(version && { 'mcp-protocol-version': version }),
    };
    const { client, signal } = sender;
    const { isHeavy } = message;
    const kind = isHeavy ? 'drawing message' : 'message';
    const ticket = lane.queue.add(
      () => {
        const asked = { target: MCP_PATH, same: MCP_PATH, posted: { body, headers } };
        return askAgain(lane.open, asked, async (made) => ({ made, text: await readAll(made) }));
      },
      { client, kind, isHeavy },
    );
    ticket.join(signal);
    const { made, text } = await ticket.done;
    if (response.destroyed) return;
    const type = made.headers['content-type'];
    response.writeHead(made.statusCode ?? 500, {
      ...(type && { 'content-type': type }),
      'content-length': text.length,
    });
    response.end(text);
  }

  return async (request, response, sender) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    if (request.method === 'OPTIONS') return sendAllowed(response);
    if (request.method !== 'POST') return sendOnlyPosted(request, response);
    try {
      await answer(request, response, sender);
    } catch (error) {
      if (error instanceof Left || sender.signal.aborted || response.headersSent) {
        return void response.destroy();
      }
      if (!(error instanceof Busy)) console.error(error);
      fail(request, response, error instanceof Busy ? BUSY : FAILED);
    }
  };
}

/** What is wrong with a request before its body is read; null for nothing. */
function findRefusal({ headers }: IncomingMessage, site: string): RpcFailure | null {
  if (isRebound(headers.origin, headers.host, site)) {
    const message = 'This page stands under a name that is not this site’s.';
    return { status: 403, code: -32000, message };
  }
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { status: 415, code: -32000, message: 'Send application/json.' };
  }
  return Number(headers['content-length'] ?? 0) > MOST_BYTES ? TOO_LARGE : null;
}

/**
 * Whether a page asks us as if it were our own, under a name of somebody else that was made to
 * lead here (DNS rebinding), or does not say who it is. Other sites may ask: everything here is
 * public, and the browser knows that they are others.
 */
export function isRebound(
  origin: string | undefined,
  host: string | undefined,
  site: string,
): boolean {
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return origin !== 'null';
  const asking = new URL(origin);
  if (!/^https?:$/.test(asking.protocol) || asking.host !== host) return false;
  const name = asking.hostname.replace(/^\[|\]$/g, '');
  const own = URL.canParse(site) ? new URL(site).hostname : null;
  return name !== own && name !== 'localhost' && isIP(name) === 0;
}

/** Null: more than anybody has to ask; the rest is read away. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const TOO_LARGE: RpcFailure = {
  status: 413,
  code: -32600,
  message: `Send at most ${MOST_BYTES / 1024} kB.`,
};
const BUSY: RpcFailure = {
  status: 429,
  code: -32000,
  message: 'Too many calls wait already. Try again in a few seconds.',
};
const FAILED: RpcFailure = {
  status: 503,
  code: -32603,
  message: 'Something went wrong on our side. Try again in a minute.',
};

function fail(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message }: RpcFailure,
) {
  request.resume();
  const again = status === 429 || status === 503 ? { 'retry-after': '5' } : {};
  response.writeHead(status, { 'content-type': 'application/json', ...again });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }));
}

const ALLOWED = 'POST, OPTIONS';

function sendAllowed(response: ServerResponse) {
  response.writeHead(204, {
    allow: ALLOWED,
    'access-control-allow-methods': ALLOWED,
    'access-control-allow-headers':
      'accept, authorization, content-type, last-event-id, mcp-protocol-version, mcp-session-id',
    'access-control-max-age': '86400',
  });
  response.end();
}

/** Nothing is kept between two messages, so there is no stream to listen to and none to end. */
function sendOnlyPosted(request: IncomingMessage, response: ServerResponse) {
  request.resume();
  const problem = {
    type: 'about:blank',
    title: 'This address is for AI assistants',
    status: 405,
    detail: `Assistants send messages here with POST (Model Context Protocol, streamable HTTP). /docs/api#mcp says how to add it to one.`,
  };
  response.writeHead(405, { allow: ALLOWED, 'content-type': 'application/problem+json' });
  response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(problem, null, 2)}\n`);
}
