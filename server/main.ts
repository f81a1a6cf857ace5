/**
 * The server: Next behind a front that keeps prepared pages. Run by `npm start`, which
 * builds first, and by `npm run dev`; by hand: `node --import tsx server/main.ts [--dev]`.
 *
 * PORT (3000) · HOST (all addresses) · TRACKER_DB (.cache/tracker.sqlite) ·
 * TRACKER_PAGES_MB (256) memory for prepared pages · TRACKER_BENCH=1 honors
 * `x-tracker-bypass`.
 */
import { createServer, STATUS_CODES } from 'node:http';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { canOpenDatabase, identifyFile, toDatabaseFile } from '@/db/connection';
import { REPORT_HEIGHT } from '@/exports/embed/scripts';
import { bundleBrowserFiles, hashScript, serveBrowserFiles } from './browser-files';
import { buildFrontDoor } from './front-door';
import { buildInnerServer, MAX_HEADER_BYTES } from './inner-server';
import { keepFresh } from './keep-fresh';
import { toPlainHtml } from './plain-html';
import { buildPreparedPages } from './prepared-pages';

const port = Number(process.env.PORT || 3000);
const megabytes = Number(process.env.TRACKER_PAGES_MB || 256);

// In development sources change under us: the same pages, and nothing is kept.
const isDevelopment = process.argv.includes('--dev');

const app = next({
  dev: isDevelopment,
  dir: fileURLToPath(new URL('..', import.meta.url)),
  port,
});
const bundle = () => bundleBrowserFiles({ isDevelopment });
const [first] = await Promise.all([bundle(), app.prepare()]);
const findBrowserFiles = isDevelopment ? bundle : async () => first;
const handleNext = app.getRequestHandler();
const handle = serveBrowserFiles(
  findBrowserFiles,
  (...[request, response]: Parameters<typeof handleNext>) => void handleNext(request, response),
);

const open = buildInnerServer(handle, `localhost:${port}`);
const snapshot = () => identifyFile(toDatabaseFile()) ?? 'none';
const toPlain = async (html: string) => toPlainHtml(html, await findBrowserFiles());
const shared = { open, toPlain, keeps: !isDevelopment };
const pages = buildPreparedPages({ ...shared, snapshot, maxBytes: megabytes * 1024 * 1024 });
const files = buildPreparedPages({
  ...shared,
  snapshot: () => 'build',
  maxBytes: 64 * 1024 * 1024,
});
const inline = [first.theme, REPORT_HEIGHT].map(hashScript);
const mayBypass = process.env.TRACKER_BENCH === '1';

let lastVisit = Number.NEGATIVE_INFINITY;
const onVisit = () => {
  lastVisit = performance.now();
};

const server = createServer(
  { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 65_000 },
  buildFrontDoor({ pages, files, hasData: canOpenDatabase, inline, onVisit, mayBypass }),
);
server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
  if (!socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
});
server.on('error', (error) => {
  console.error(`The server cannot listen on port ${port}: ${error.message}`);
  process.exit(2);
});

server.listen(port, process.env.HOST || undefined, () => {
  const stop = isDevelopment
    ? () => {}
    : keepFresh({ pages, files, snapshot, lastVisit: () => lastVisit });
  const end = () => {
    stop();
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // A download may be under way; it gets two seconds.
    setTimeout(() => process.exit(0), 2000).unref();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // `npm start` holds a channel to us; when it vanishes, so do we.
  process.once('disconnect', end);
  if (process.send) process.send('ready');
  else console.log(`AI Hardware Tracker: http://localhost:${port}`);
});
