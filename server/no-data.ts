/**
 * What a visitor reads while there is no database. Every page of Next's would need
 * one, even the page of its errors, which then shows only where scripts run.
 */
import type { ServerResponse } from 'node:http';

/** Answers 503 in words; `withBody` is false for HEAD. */
export function sendNoData(response: ServerResponse, withBody: boolean): void {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '10',
  });
  response.end(withBody ? PAGE : undefined);
}

const PAGE = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>The tracker has no data to show · AI Hardware Tracker</title>
<body style="font: 16px/1.5 system-ui; color-scheme: light dark; max-width: 40em; margin: 4em auto; padding: 0 1em">
<main><h1>The tracker has no data to show</h1>
<p>Its database is missing or cannot be read. If this is your server, run <code>npm run ingest</code>:
it checks the datasets and builds the database. The running server then finds it by itself.</p>
<p><a href="">Try again</a> · <a href="/">To the overview</a></p></main></body></html>`;
