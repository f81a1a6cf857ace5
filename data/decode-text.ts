/**
 * Bytes of a CSV → text with plain `\n` line ends and no byte order mark. A file
 * that is no UTF-8 text is recognized here, before it can become thousands of
 * misleading cell problems. Works on any `Uint8Array`, so a browser can use it.
 */
import type { FileIssue } from './problem';

type Decoded =
  | { readonly text: string; readonly issue: null }
  | {
      readonly text: null;
      readonly issue: FileIssue;
      /** Line ends between the start of this piece and the trouble; null: the whole file. */
      readonly linesBefore: number | null;
    };

interface PieceDecoder {
  /**
   * Takes the next bytes and returns the complete lines among them; what follows
   * the last line end waits for the next call. `isLast` hands out everything.
   */
  decode(bytes: Uint8Array, isLast: boolean): Decoded;
}

export function createPieceDecoder(): PieceDecoder {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let carried: Uint8Array = NO_BYTES;
  let isFirst = true;

  return {
    decode(bytes, isLast) {
      let piece = join(carried, bytes);
      carried = NO_BYTES;
      if (isFirst) {
        if (piece.length < SNIFFED_BYTES && !isLast) {
          carried = new Uint8Array(piece);
          return { text: '', issue: null };
        }
        const issue = sniff(piece.subarray(0, SNIFFED_BYTES));
        if (issue) return { text: null, issue, linesBefore: null };
        if (startsWith(piece, UTF8_MARK)) piece = piece.subarray(UTF8_MARK.length);
        isFirst = false;
      }
      if (!isLast) {
        // A line end never lies inside a UTF-8 character, so whole lines decode
        // on their own, which is also much faster than a decoder with memory.
        const end = piece.lastIndexOf(LINE_FEED) + 1;
        // Copied, because the caller may fill its buffer anew; and not by slice(),
        // which copies a Uint8Array but not Node's Buffer.
        carried = new Uint8Array(piece.subarray(end));
        piece = piece.subarray(0, end);
        if (carried.length > LONGEST_LINE_BYTES) {
          return notCsv('one endless line', countLineFeeds(piece));
        }
      }
      return decodeWhole(decoder, piece);
    },
  };
}

const LINE_FEED = 10;
const NO_BYTES = new Uint8Array(0);
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const SNIFFED_BYTES = 1024;
const LONGEST_LINE_BYTES = 4 * 1024 * 1024;

function decodeWhole(decoder: TextDecoder, piece: Uint8Array): Decoded {
  let text: string;
  try {
    text = decoder.decode(piece);
  } catch {
    const before = new TextDecoder('utf-8').decode(piece).split('\uFFFD', 1)[0] ?? '';
    const issue = { rule: 'wrong-encoding', looksLike: 'Windows-1252 or Latin-1' } as const;
    return { text: null, issue, linesBefore: before.split('\n').length - 1 };
  }
  const binary = text.indexOf('\0');
  if (binary >= 0) {
    const before = text.slice(0, binary).replace(/\r\n?/g, '\n');
    return notCsv('a binary file: it contains U+0000', before.split('\n').length - 1);
  }
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  return { text, issue: null };
}

function notCsv(looksLike: string, linesBefore: number): Decoded {
  return { text: null, issue: { rule: 'not-csv', looksLike }, linesBefore };
}

function countLineFeeds(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 0);
}

/** First bytes of things that people save under the name of a CSV by mistake. */
const SIGNATURES: readonly (readonly [looksLike: string, bytes: readonly number[] | string])[] = [
  ['an Excel workbook or another ZIP archive', 'PK\x03\x04'],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['an SQLite database', 'SQLite format 3\0'],
  ['a PDF document', '%PDF-'],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an image', [0x89, 0x50, 0x4e, 0x47]],
];

function sniff(start: Uint8Array): FileIssue | null {
  for (const [looksLike, bytes] of SIGNATURES) {
    const signature = typeof bytes === 'string' ? [...bytes].map((c) => c.charCodeAt(0)) : bytes;
    if (startsWith(start, signature)) return { rule: 'not-csv', looksLike };
  }
  if (isUtf16(start)) return { rule: 'wrong-encoding', looksLike: 'UTF-16' };
  const text = new TextDecoder('utf-8').decode(start).trimStart().toLowerCase();
  if (text.startsWith('<')) {
    const isPage = text.startsWith('<!doctype html') || text.startsWith('<html');
    return { rule: 'not-csv', looksLike: isPage ? 'a web page (HTML)' : 'XML' };
  }
  if (text.startsWith('{') || text.startsWith('[')) return { rule: 'not-csv', looksLike: 'JSON' };
  return null;
}

/** By its mark or, without one, by a zero in every second byte of Latin text. */
function isUtf16(start: Uint8Array): boolean {
  if (startsWith(start, [0xff, 0xfe]) || startsWith(start, [0xfe, 0xff])) return true;
  const sample = start.subarray(0, 64);
  if (sample.length < 8) return false;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  return Math.max(even, odd) > sample.length / 3 && Math.min(even, odd) === 0;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, i) => bytes[i] === byte);
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
