/**
 * A finished answer, kept in memory: its body once as it is and once in each
 * encoding that somebody asked for.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** Where the scripts of ours lie. */
export const BROWSER_FOLDER = '/browser/';

/** Which links a browser may open before they are clicked on; a header of pages names it. */
export const SPECULATION = `${BROWSER_FOLDER}speculation.json`;

// The smallest first.
const ENCODINGS = ['br', 'gzip', 'identity'] as const;

type Encoding = (typeof ENCODINGS)[number];

export interface Page {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** Names the body's content; each encoding adds its name. */
  readonly tag: string;
  /** How long Next took, in milliseconds. */
  readonly rendered_ms: number;
  readonly encoded: Map<Encoding, Promise<Buffer>>;
}

// What belongs to one connection, or is said anew for every visitor.
const NOT_KEPT = new Set([
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
]);

/** Whether an answer is a page to be looked at. */
export function isHtml(headers: OutgoingHttpHeaders): boolean {
  return String(headers['content-type'] ?? '').startsWith('text/html');
}

/**
 * Browsers ask again, which costs a 304, and so show what is newest; caches that are shared
 * ask once a minute, and where the data are those of a snapshot, only when they are purged.
 */
const CACHED = {
  live: 'public, max-age=0, s-maxage=60, stale-while-revalidate=600',
  frozen: 'public, max-age=0, s-maxage=31536000',
  // Another server may have published what is not here yet.
  missing: 'public, max-age=0, s-maxage=10',
};

interface Rendered {
  readonly rendered_ms: number;
  /** What it shows: what is published now, the snapshot that its address names, or nothing. */
  readonly shows?: keyof typeof CACHED;
}

export function buildPage(
  response: Pick<IncomingMessage, 'statusCode' | 'headers'>,
  body: Buffer,
  { rendered_ms, shows = 'live' }: Rendered,
): Page {
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (!NOT_KEPT.has(name)) headers[name] = value;
  }
  const type = response.headers['content-type'] ?? '';
  // Next varies by headers of its runtime in the browser, which nobody sends.
  delete headers.vary;
  if (isPackable(headers)) headers.vary = 'accept-encoding';
  // Next calls every rendered page private and unstorable. Ours is the same for all.
  if (/no-store/.test(String(headers['cache-control'] ?? 'no-store'))) {
    headers['cache-control'] = CACHED[shows];
  }
  if (isHtml(headers) && body.includes(BROWSER_FOLDER)) {
    headers['speculation-rules'] = `"${SPECULATION}"`;
  }
  const hash = createHash('sha256').update(type).update('\0').update(body);
  return {
    status: response.statusCode ?? 500,
    headers,
    body,
    tag: hash.digest('base64url').slice(0, 22),
    rendered_ms,
    encoded: new Map(),
  };
}

/** The smallest encoding that the reader takes; `q=0` means no. */
export function chooseEncoding(page: Page, request: IncomingMessage): Encoding {
  if (!isCompressible(page)) return 'identity';
  const taken = new Negotiator(request).encodings(ENCODINGS);
  return ENCODINGS.find((encoding) => taken.includes(encoding)) ?? 'identity';
}

const COMPRESSIBLE = /^(text\/|image\/svg|application\/(json|javascript|xml|[a-z.]+\+(json|xml)))/;

export const isCompressible = ({ body, headers }: Page): boolean =>
  body.length > 512 && isPackable(headers);

const isPackable = (headers: OutgoingHttpHeaders): boolean =>
  COMPRESSIBLE.test(String(headers['content-type'] ?? ''));

/** The body in an encoding, made the first time it is asked for. */
export function encode(page: Page, encoding: Encoding): Promise<Buffer> {
  let made = page.encoded.get(encoding);
  if (!made) {
    made = compress(page, encoding);
    page.encoded.set(encoding, made);
  }
  return made;
}

/**
 * Packs a page as tightly as brotli can, a fifth smaller than for the first who asks: half
 * a second for a large page, outside the thread that answers.
 */
export async function pack(page: Page): Promise<void> {
  const made = await compressBrotli(page.body, BEST);
  page.encoded.set('br', Promise.resolve(made));
}

function compress({ body, headers }: Page, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return Promise.resolve(body);
  if (encoding === 'gzip') return promisify(gzip)(body, { level: 7 });
  // A file that never changes is worth the time.
  const isLasting = /immutable/.test(String(headers['cache-control']));
  return compressBrotli(body, isLasting ? BEST : 6);
}

const BEST = 11;

function compressBrotli(body: Buffer, quality: number): Promise<Buffer> {
  return promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
