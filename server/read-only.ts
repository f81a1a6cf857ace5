/**
 * Methods other than GET and HEAD. Nothing here can be changed from outside, and all of
 * it may be read from any site, so a browser's question before such a request (CORS)
 * has one answer for every address.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

const ALLOWED = 'GET, HEAD, OPTIONS';

/** Answers OPTIONS with what is allowed, and anything else with 405. */
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
