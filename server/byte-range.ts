/**
 * Parts of an answer by their place (RFC 9110, section 14): how a broken download goes
 * on, and how DuckDB reads the columns it wants of a Parquet file.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import parseRange, { type Range } from 'range-parser';

interface Whole {
  /** In bytes. */
  readonly size: number;
  readonly etag: string | undefined;
}

/**
 * Writes status and length of what is asked for of an answer that was found. Null: all of
 * it. "nothing": the range begins behind the end.
 */
export function writeHeadOfPart(
  request: IncomingMessage,
  response: ServerResponse,
  whole: Whole,
): Range | 'nothing' | null {
  const { size } = whole;
  const part = readRange(request, whole);
  response.setHeader('accept-ranges', 'bytes');
  if (part === 'nothing') {
    response.setHeader('content-range', `bytes */${size}`);
    response.setHeader('content-length', 0);
    response.writeHead(416);
  } else if (part) {
    response.setHeader('content-range', `bytes ${part.start}-${part.end}/${size}`);
    response.setHeader('content-length', part.end - part.start + 1);
    response.writeHead(206);
  } else {
    response.setHeader('content-length', size);
    response.writeHead(200);
  }
  return part;
}

/**
 * All of it also where several parts are asked for, the header makes no sense, or
 * `If-Range` names other bytes.
 */
function readRange({ method, headers }: IncomingMessage, { size, etag }: Whole) {
  const { range, 'if-range': ifRange = etag } = headers;
  if (method !== 'GET' || range === undefined || ifRange !== etag) return null;
  const ranges = parseRange(size, range);
  if (ranges === -2) return null;
  // The last bytes of a file that has fewer are the whole file; the parser finds none.
  if (ranges === -1) return LAST_BYTES.test(range) ? { start: 0, end: size - 1 } : 'nothing';
  const [only, ...more] = ranges;
  return only && more.length === 0 && ranges.type === 'bytes' ? only : null;
}

const LAST_BYTES = /^bytes=\s*-0*[1-9]\d*\s*$/;

/** Those bytes of a stream. What comes behind is not read. */
export async function* takeRange(
  chunks: AsyncIterable<Buffer>,
  { start, end }: Range,
): AsyncGenerator<Buffer> {
  let place = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(start - place, 0), end + 1 - place);
    if (part.length > 0) yield part;
    place += chunk.length;
    if (place > end) return;
  }
}
