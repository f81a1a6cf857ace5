/**
 * Addresses: which are refused before Next sees them, and which mean the same page.
 */

import { isCampaignMark } from '@/address/parameters';

/** Longer ones are no choice anybody made; browsers and proxies cut near there. */
const MAX_TARGET_LENGTH = 8192;

type PageAddress =
  | { readonly refused: 'unreadable' | 'too-long' }
  | {
      readonly refused: null;
      readonly path: string;
      /** As it is asked of Next: path and query, without scheme and host. */
      readonly target: string;
      /** The same for every spelling of the same choice. */
      readonly same: string;
    };

/** Reads the first line's target of an HTTP request. */
export function parseAddress(requested: string): PageAddress {
  if (requested.length > MAX_TARGET_LENGTH) return { refused: 'too-long' };
  // A proxy may send the absolute form.
  const target = requested.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '');
  if (!target.startsWith('/')) return { refused: 'unreadable' };
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (!isDecodable(path)) return { refused: 'unreadable' };
  const meant = mark < 0 ? '' : dropMarks(target.slice(mark + 1));
  const query = new URLSearchParams(meant);
  query.sort();
  const choices = query.toString();
  return {
    refused: null,
    path,
    target: meant ? `${path}?${meant}` : path,
    same: choices ? `${path}?${choices}` : path,
  };
}

/** The snapshot that an address names; null: it shows what was published last. */
export function findSnapshotAsked(target: string): string | null {
  return target.match(/[?&]snapshot=([0-9a-f]{12})(?:&|$)/)?.[1] ?? null;
}

/** The query as it was written, without what campaigns leave in it. */
function dropMarks(query: string): string {
  const pairs = query.split('&');
  return pairs.filter((pair) => !isCampaignMark(pair.split('=', 1)[0] ?? '')).join('&');
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
