/**
 * What a browser may do with our pages. Scripts are allowed by hash, because a
 * prepared page is the same for everyone and could not carry a secret number.
 */
import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

// Beyond that the header outgrows what proxies take.
const MAX_HASHES = 80;

/** Headers for every answer; the policy only matters to documents. */
export function buildSecurityHeaders(
  path: string,
  scriptHashes: readonly string[] | null,
): OutgoingHttpHeaders {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'content-security-policy': buildPolicy(path, scriptHashes),
  };
}

function buildPolicy(path: string, hashes: readonly string[] | null): string {
  const byHash = hashes !== null && hashes.length <= MAX_HASHES;
  const scripts = byHash ? hashes.map((hash) => ` 'sha256-${hash}'`).join('') : " 'unsafe-inline'";
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
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

/** Hashes of the inline scripts of an HTML page, each once, in order. */
export function listScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', source = ''] of html.matchAll(SCRIPT)) {
    if (/\ssrc=/.test(attributes)) continue;
    hashes.add(createHash('sha256').update(source).digest('base64'));
  }
  return [...hashes];
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
