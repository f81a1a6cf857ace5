/**
 * Parts of an answer by their place (RFC 9110, section 14): how a broken download goes
 * on, and how DuckDB reads the columns it wants of a Parquet file.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** Places of the first and the last byte, counted from 0. */
interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What of `size` bytes is asked for. Null: all of it, also where several parts are asked
 * for, the header makes no sense, or `If-Range` names other bytes than those of `etag`.
 * "nothing": the range begins behind the end.
 */
export function readRange(
  { range, 'if-range': ifRange }: IncomingHttpHeaders,
  { size, etag }: { readonly size: number; readonly etag: string | undefined },
): ByteRange | 'nothing' | null {
  const [, from, to] = range?.match(/^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i) ?? [];
  if (from === undefined || to === undefined || from + to === '') return null;
  if (ifRange !== undefined && ifRange !== etag) return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length > 0 ? { first: size - length, last: size - 1 } : 'nothing';
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return null;
  return first < size ? { first, last } : 'nothing';
}

/** Those bytes of a stream. What comes behind is not read. */
export async function* takeRange(
  chunks: AsyncIterable<Buffer>,
  { first, last }: ByteRange,
): AsyncGenerator<Buffer> {
  let place = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(first - place, 0), last + 1 - place);
    if (part.length > 0) yield part;
    place += chunk.length;
    if (place > last) return;
  }
}
