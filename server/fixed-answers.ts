/** Answers that need no page: refusals, methods that change something, our own failures. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const ALLOWED = 'GET, HEAD, OPTIONS';

/**
 * Answers methods other than GET and HEAD: OPTIONS with what is allowed, and anything else
 * with 405. Nothing here can be changed from outside, and all of it may be read from any
 * site, so a browser's question before such a request (CORS) has one answer for every
 * address.
 */
export function sendMethods(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('allow', ALLOWED);
  response.setHeader('access-control-allow-origin', '*');
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-methods', ALLOWED);
    // What a program sends to read anew, in parts, or in the form it likes.
    response.setHeader(
      'access-control-allow-headers',
      'accept, cache-control, content-type, if-match, if-none-match, if-range, range',
    );
    response.setHeader('access-control-max-age', '86400');
    response.writeHead(204).end();
    return;
  }
  const problem = {
    type: 'about:blank',
    title: 'This address can only be read',
    status: 405,
    detail: `Nothing can be changed here with ${request.method}. Allowed: ${ALLOWED}.`,
  };
  response.writeHead(405, { 'content-type': 'application/problem+json' });
  response.end(`${JSON.stringify(problem, null, 2)}\n`);
}

/**
 * Answers with a page of words for when Next has none: an address that nobody can read, no
 * database, a page that failed. Next leaves the words for its failures to scripts, and ours
 * have to be there without any. `withBody` is false for HEAD; headers that were set are kept.
 */
export function sendWords(response: ServerResponse, words: Words, withBody: boolean): void {
  const { status, title, text, headers = {} } = WORDS[words];
  const body =
    Buffer.from(`<!doctype html><html lang="en" style="color-scheme: light dark"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · AI Hardware Tracker</title>
<body style="font: 16px/1.5 system-ui; max-width: 40em; margin: 4em auto; padding: 0 1em">
<main><h1>${title}</h1>
${text}</main></body></html>
`);
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    ...headers,
  });
  response.end(withBody ? body : undefined);
}

export type Words = keyof typeof WORDS;

const OVERVIEW = '<a href="/">Go to the home page</a>';
const TRY_AGAIN = `<p><a href="">Try again</a> · ${OVERVIEW}</p>`;
const UNSTORED = { 'cache-control': 'no-store' };

const WORDS = {
  unreadable: {
    status: 400,
    title: 'This address is not one we can read',
    text: `<p>It contains a “%” that starts no valid character. ${OVERVIEW}.</p>`,
    headers: {},
  },
  'too-long': {
    status: 414,
    title: 'This address is too long',
    text: `<p>Addresses of this site stay below 8192 characters. A deck this long needs fewer charts or
shorter notes: go back to change it. ${OVERVIEW}.</p>`,
    headers: {},
  },
  failed: {
    status: 500,
    title: 'We couldn’t load this page',
    text: `<p>Something went wrong on our side. Try again in a minute.</p>
${TRY_AGAIN}`,
    headers: UNSTORED,
  },
  busy: {
    status: 503,
    title: 'The tracker is busy',
    text: `<p>More was asked for than can be made at once. Try again in a few seconds.</p>
${TRY_AGAIN}`,
    headers: { ...UNSTORED, 'retry-after': '5' },
  },
  'no-data': {
    status: 503,
    title: 'The tracker has no data to show',
    text: `<p>Its database is missing or damaged. If this is your server, run <code>npm run ingest</code>:
it checks the datasets and builds the database. The running server then picks it up.</p>
${TRY_AGAIN}`,
    headers: { ...UNSTORED, 'retry-after': '10' },
  },
  unpublished: {
    status: 503,
    title: 'The tracker has no data to show yet',
    text: `<p>Nothing has been published to its database, or the database cannot be reached. If this is
your server, <a href="/health">/health</a> says which. The data are shown as soon as they are there.</p>
${TRY_AGAIN}`,
    headers: { ...UNSTORED, 'retry-after': '10' },
  },
} as const;
