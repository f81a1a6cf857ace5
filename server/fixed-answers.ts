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
 * What a visitor reads while there is no database: 503 in words; `withBody` is false for
 * HEAD. Every page of Next's would need one, even the page of its errors, which then shows
 * only where scripts run.
 */
export function sendNoData(response: ServerResponse, withBody: boolean): void {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '10',
  });
  response.end(withBody ? NO_DATA : undefined);
}

const NO_DATA = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>The tracker has no data to show · AI Hardware Tracker</title>
<body style="font: 16px/1.5 system-ui; color-scheme: light dark; max-width: 40em; margin: 4em auto; padding: 0 1em">
<main><h1>The tracker has no data to show</h1>
<p>Its database is missing or cannot be read. If this is your server, run <code>npm run ingest</code>:
it checks the datasets and builds the database. The running server then finds it by itself.</p>
<p><a href="">Try again</a> · <a href="/">To the overview</a></p></main></body></html>`;

const REFUSALS = {
  400: ['This address cannot be read', 'It contains a “%” that starts no valid character.'],
  414: ['This address is too long', 'Addresses of this site stay below 8192 characters.'],
} as const;

/** Says what is wrong with an address that nobody reads. */
export function sendRefusal(response: ServerResponse, status: 400 | 414) {
  const [title, reason] = REFUSALS[status];
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<body style="font: 16px/1.5 system-ui; max-width: 40em; margin: 4em auto; padding: 0 1em">
<h1>${title}</h1><p>${reason} <a href="/">Go to the overview</a>.</p></body></html>`);
}

/** Says that something of ours went wrong; the log has the reason. */
export function sendFailure(response: ServerResponse, error: unknown) {
  console.error(error);
  if (response.headersSent) return void response.destroy();
  response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('This page could not be made. The reason is in the log of the server.');
}
