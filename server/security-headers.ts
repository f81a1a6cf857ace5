/**
 * What a browser may do with our answers: with a page, run our files and the few scripts of
 * ours that stand in it, which are named by a hash because they are the same everywhere;
 * with anything else, show it. Nothing of this depends on what stands in an answer.
 */
import type { OutgoingHttpHeaders } from 'node:http';

interface Answered {
  readonly path: string;
  /** The media type; absent: a page. */
  readonly type?: string | undefined;
  /** Hashes of scripts. */
  readonly inline?: readonly string[];
}

export function buildSecurityHeaders(answered: Answered): OutgoingHttpHeaders {
  const isForOthers = MADE_FOR_OTHERS.test(answered.path);
  const ancestors = `frame-ancestors ${isForOthers ? '*' : "'self'"}`;
  return {
    ...ALWAYS,
    'cross-origin-resource-policy': isForOthers ? 'cross-origin' : 'same-origin',
    'content-security-policy': `${buildPolicy(answered)}; ${ancestors}`,
  };
}

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
};

function buildPolicy({ type = 'text/html', inline = [] }: Answered): string {
  if (type.startsWith('image/svg+xml')) return DRAWING;
  // Browsers show a PDF by a page of their own, which has needs of its own.
  if (!/^(text\/html|application\/pdf)/.test(type)) return "default-src 'none'";
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline.map((hash) => `'${hash}'`)].join(' '),
    // Drawings set colors and positions in style attributes, which have no hash.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/** A drawing opened by itself: its own fonts and colors, no script, nobody’s origin. */
const DRAWING =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox";

// Embeds and pictures stand in other people's pages; there is nothing in them to be
// clicked on by mistake.
const MADE_FOR_OTHERS = /^\/(embed\/|(charts|calculators)\/[^/]+\.(svg|png|pdf)$)/;
