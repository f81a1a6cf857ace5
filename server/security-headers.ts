/**
 * What a browser may do with our pages: run our files, and the few scripts of ours that
 * stand in a page, which are named by a hash because they are the same everywhere.
 */
import type { OutgoingHttpHeaders } from 'node:http';

/** Headers for every answer; the policy only matters to documents. `inline` are hashes. */
export function buildSecurityHeaders(
  path: string,
  inline: readonly string[] = [],
): OutgoingHttpHeaders {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'content-security-policy': buildPolicy(path, inline),
  };
}

function buildPolicy(path: string, inline: readonly string[]): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline.map((hash) => `'${hash}'`)].join(' '),
    // Drawings set colors and positions in style attributes, which have no hash.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${MADE_FOR_OTHERS.test(path) ? '*' : "'self'"}`,
  ].join('; ');
}

// Embeds and pictures stand in other people's pages; there is nothing in them to be
// clicked on by mistake.
const MADE_FOR_OTHERS = /^\/(embed\/|(charts|calculators)\/[^/]+\.(svg|png|pdf)$)/;
