/**
 * Downloads and documents over HTTP: headers, validators, explanations of what went wrong
 * (RFC 9457). Everything is public and the same for everybody.
 */
import { createHash } from 'node:crypto';
import { listParameters, toQuery } from '@/address/href';
import { listUnknownParameters, type ParameterProblem, type Query } from '@/address/parameters';
import { findSuggestion, shorten, wordRefusal } from '@/address/word-problem';
import { findMovedAddress } from '@/catalog/moved-charts';
import { suggest } from '@/data/suggest';
import { openTracker, type Tracker } from '@/db/connection';
import type { Body } from './format';

// Bytes also change when the program does: the build puts its fingerprint here.
const EDITION = process.env.TRACKER_EDITION ?? '';

const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'accept-ranges, content-disposition, content-range, etag, link',
} as const;

/** Short for a live address, which shows whatever was published last. */
function toCacheControl(lasts: boolean): string {
  return lasts
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=60, stale-while-revalidate=600';
}

interface FileAnswer {
  readonly body: Body;
  /** Bytes of a large body in pieces: it is sent as it is read, and can be had in parts. */
  readonly size?: number;
  readonly mediaType: string;
  readonly fileName: string;
  /** A browser shows it where it is opened; other files it saves. */
  readonly shown: boolean;
  /** Of a frozen snapshot: these bytes will never change. */
  readonly lasts?: boolean;
  /** Values of the Link header. */
  readonly links?: readonly string[];
}

/** A strong validator from what determines the bytes: snapshot, address and program. */
export function toETag(request: Request, snapshotId: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.sort();
  const hash = createHash('sha256').update(`${EDITION}\n${pathname}\n${searchParams}`);
  return `"${snapshotId}-${hash.digest('base64url').slice(0, 12)}"`;
}

/** 304 where the reader has these bytes already; null otherwise. */
export function answerUnchanged(request: Request, etag: string, lasts = false): Response | null {
  if (!isKnownTag(request.headers.get('if-none-match'), etag)) return null;
  const headers = { ...OPEN_TO_ALL, etag, 'cache-control': toCacheControl(lasts) };
  return new Response(null, { status: 304, headers });
}

export function answerFile(file: FileAnswer, etag: string): Response {
  const { body, size, mediaType, fileName, shown, lasts = false, links = [] } = file;
  const sent =
    typeof body === 'string' || body instanceof Uint8Array ? toBytes(body) : toStream(body);
  return new Response(sent, {
    headers: {
      ...OPEN_TO_ALL,
      etag,
      'content-type': mediaType,
      'cache-control': toCacheControl(lasts),
      // Next strikes a content-length; the server in front says it, and keeps no copy.
      ...(size === undefined ? {} : { 'x-tracker-length': String(size) }),
      ...(links.length > 0 ? { link: links.join(', ') } : {}),
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${fileName}"`,
    },
  });
}

interface Problem {
  readonly status: 400 | 404 | 409 | 501 | 503;
  readonly title: string;
  readonly detail: string;
  readonly problems?: readonly ParameterProblem[];
}

/** `application/problem+json`; `problems` names each parameter, what was found, what is allowed and meant. */
export function answerProblem({ status, title, detail, problems }: Problem): Response {
  const explained = problems?.map((problem) => ({
    parameter: problem.parameter,
    found: problem.found,
    allowed: problem.allowed,
    suggestion: findSuggestion(problem),
    detail: wordRefusal(problem),
  }));
  const body = { type: 'about:blank', title, status, detail, problems: explained };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: {
      ...OPEN_TO_ALL,
      'content-type': 'application/problem+json',
      'cache-control': 'public, max-age=60',
    },
  });
}

/** `known` are the names that there are; `list` says where they are told. */
export function answerUnknownName(
  kind: string,
  name: string,
  { known, list }: { known: readonly string[]; list: string },
): Response {
  const near = suggest(name, known);
  return answerProblem({
    status: 404,
    title: `There is no such ${kind}`,
    detail: `No ${kind} “${shorten(name)}”. ${near === null ? list : `Did you mean “${near}”? ${list}`}`,
  });
}

/** Sends on whoever asks for a chart that moved; null where the path is of none. */
export function answerMoved(path: string, url: string): Response | null {
  const location = findMovedAddress(path, listParameters(url));
  return location === null
    ? null
    : new Response(null, {
        status: 308,
        headers: { ...OPEN_TO_ALL, location, 'cache-control': 'public, max-age=3600' },
      });
}

/** 400 for what is never allowed, 409 for values of which each is, but not beside the others. */
export function answerWrongParameters(problems: readonly ParameterProblem[]): Response {
  const isConflict = problems.length > 0 && problems.every(({ isRuledOut }) => isRuledOut);
  return answerProblem({
    status: isConflict ? 409 : 400,
    title: isConflict
      ? 'This address has values that do not go together'
      : 'This address has a value that does not work',
    detail: problems.map(wordRefusal).join(' '),
    problems,
  });
}

function toBytes(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
}

/** Pieces are made only as fast as the reader takes them; who leaves ends the making. */
function toStream(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let piece = await iterator.next();
      // An empty piece would end the pulling.
      while (!piece.done && piece.value.length === 0) piece = await iterator.next();
      if (piece.done) controller.close();
      else controller.enqueue(toBytes(piece.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/**
 * Whether the reader has these bytes already, as its If-None-Match says. The
 * comparison is weak: a proxy may have marked our tag as weak on the way.
 */
export function isKnownTag(header: string | null | undefined, etag: string): boolean {
  if (!header) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

interface DocumentAnswer {
  readonly mediaType: string;
  /** Values of a Link header. */
  readonly links?: readonly string[];
  /** Programs that ask by somebody else's rules add parameters of their own: they mean nothing. */
  readonly isLenient?: true;
  readonly write: (query: Query) => string | Response | Promise<string | Response>;
}

/**
 * A small document of the API (a list, a description, a feed), made as a whole. Refuses
 * parameters that are not in `known`, unless it is lenient; a `Response` from `write` is sent as it is.
 */
export async function answerDocument(
  request: Request,
  { mediaType, links = [], isLenient, write }: DocumentAnswer,
  known: readonly string[] = [],
): Promise<Response> {
  const query = toQuery(request.url);
  const problems = [
    ...(isLenient ? [] : listUnknownParameters(query, known)),
    ...known
      .filter((name) => Array.isArray(query[name]))
      .map((name) => ({
        parameter: name,
        found: [query[name]].flat().join(', '),
        allowed: 'Use one value.',
      })),
  ];
  if (problems.length > 0) return answerWrongParameters(problems);
  const body = await write(query);
  return body instanceof Response ? body : answerContent(body, mediaType, { links });
}

/** Content that is no download: `lasts` where it will never change; `links` are values of a Link header. */
export function answerContent(
  body: BodyInit,
  mediaType: string,
  { lasts = false, links = [] }: { lasts?: boolean; links?: readonly string[] } = {},
): Response {
  return new Response(body, {
    headers: {
      ...OPEN_TO_ALL,
      'content-type': mediaType,
      'cache-control': toCacheControl(lasts),
      ...(links.length > 0 ? { link: links.join(', ') } : {}),
    },
  });
}

/** How a route answers with a document that takes no parameters. */
export const serveDocument =
  (mediaType: string, write: (tracker: Tracker) => string | Promise<string>) =>
  (request: Request): Promise<Response> =>
    answerDocument(request, { mediaType, write: () => write(openTracker()) });

export function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
