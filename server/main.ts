/**
 * The server: a front that keeps prepared pages, and processes of Next behind it, some
 * for pages and one for files. Run by `npm start`, which builds first, and by `npm run dev`;
 * by hand: `node --import tsx server/main.ts [--dev]`.
 *
 * PORT (3000) · HOST (all addresses) · TRACKER_DB (.cache/tracker.sqlite), TRACKER_DB_READ ·
 * TRACKER_WORKERS processes that render pages · TRACKER_PAGES_MB (256) memory for prepared pages ·
 * TRACKER_PROXIES (0) proxies in front, whose `X-Forwarded-For` is believed · TRACKER_SITE the
 * address visitors know · TRACKER_PURGE caches to be told of new data ·
 * TRACKER_ACCESS_LOG=1 a line of JSON for each request · TRACKER_BENCH=1 honors
 * `x-tracker-bypass`. docs/operating.md tells more of them.
 */
import { createServer, STATUS_CODES } from 'node:http';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { canOpenDatabase, identifyFile, toDatabaseFile, toReadAddress } from '@/db/connection';
import { readHealth } from '@/db/health';
import { EMBED_SCRIPT } from '@/exports/embed/scripts';
import { bundleBrowserFiles, hashScript, withBrowserFiles } from './browser-files';
import { buildFrontDoor } from './front-door';
import { keepFresh } from './keep-fresh';
import { isFileAddress } from './lanes';
import { buildMessages } from './messages';
import { buildOperations } from './operations';
import { toPlainHtml } from './plain-html';
import { buildPreparedPages } from './prepared-pages';
import { keepPurged, readPurgeAddresses } from './purge';
import { buildRenderQueue } from './render-queue';
import {
  buildOpen,
  MAX_HEADER_BYTES,
  type Renderer,
  startRenderer,
  toWorkerCount,
} from './renderers';
import { buildCatchUp, readShown, toLabels } from './shown';

const port = Number(process.env.PORT || 3000);
const megabytes = Number(process.env.TRACKER_PAGES_MB || 256);

// In development sources change under us: the same pages, and nothing is kept.
const isDevelopment = process.argv.includes('--dev');

const bundle = () => bundleBrowserFiles({ isDevelopment });
const host = `localhost:${port}`;
const onFailure = ({ message }: Error): never => {
  console.error(`The server cannot start: ${message}`);
  process.exit(2);
};
const address = toReadAddress();
const follower = address
  ? await import('@/db/postgres/follow')
      .then(({ followAddress }) => followAddress(address, toDatabaseFile()))
      .catch(onFailure)
  : null;
const start = () => startRenderer(isDevelopment ? ['--dev'] : [], onFailure);
// Two development servers would compile the same pages into the same folder.
const workers = isDevelopment
  ? 1
  : orFail(() => toWorkerCount(process.env.TRACKER_WORKERS, availableParallelism()));
const forPages = Array.from({ length: workers }, start);
const [first] = await Promise.all([bundle(), Promise.any(forPages.map(({ started }) => started))]);
const forFiles = isDevelopment ? forPages : [start()];
const findBrowserFiles = isDevelopment ? bundle : async () => first;

const bounds = { atOnce: 2 * workers, maxWaiting: 64 * workers, maxPerClient: 32 * workers };
const pageLane = { open: buildOpen(forPages, host), queue: buildRenderQueue(bounds) };
const fileLane = { open: buildOpen(forFiles, host), queue: buildRenderQueue() };
// Assistants ask from a few addresses of their makers, many at once, and each a little.
const messageLane = {
  open: fileLane.open,
  queue: buildRenderQueue({ maxWaiting: 256, maxPerClient: 128 }),
};
const snapshot = () => identifyFile(toDatabaseFile()) ?? 'none';
const toPlain = async (html: string) => toPlainHtml(html, await findBrowserFiles());
const shared = { toPlain, keeps: !isDevelopment };
const pages = buildPreparedPages({
  ...shared,
  findLane: (asked) => (isFileAddress(asked) ? fileLane : pageLane),
  snapshot,
  toLabels: (asked) => toLabels(asked, readShown()),
  maxBytes: megabytes * 1024 * 1024,
});
const files = withBrowserFiles(
  findBrowserFiles,
  buildPreparedPages({
    ...shared,
    findLane: () => pageLane,
    snapshot: () => 'build',
    maxBytes: 64 * 1024 * 1024,
  }),
);
const inline = [first.theme, EMBED_SCRIPT].map(hashScript);
const mayBypass = process.env.TRACKER_BENCH === '1';
const caches = orFail(() => readPurgeAddresses(process.env.TRACKER_PURGE));
const proxies = Number(process.env.TRACKER_PROXIES || 0);

const UNNAMED = `TRACKER_SITE is not set: citations, embeds and the map of the site name http://${host}.
On a public server set it to the address that visitors know, such as https://tracker.example.`;

const FIRST_LOOK_MS = 5000;

let lastVisit = Number.NEGATIVE_INFINITY;
const onVisit = () => {
  lastVisit = performance.now();
};

let isStopping = false;
const operations = buildOperations({
  health: () => readHealth(follower?.state),
  isStopping: () => isStopping,
  lanes: { pages: pageLane.queue, files: fileLane.queue, messages: messageLane.queue },
  memory: () => ({
    front: process.memoryUsage.rss(),
    ...nameMemory('pages', forPages),
    ...(isDevelopment ? {} : nameMemory('files', forFiles)),
  }),
  kept: () => pages.bytes + files.bytes,
  log: process.env.TRACKER_ACCESS_LOG === '1' ? (line) => console.log(line) : undefined,
});

const server = createServer(
  {
    maxHeaderSize: MAX_HEADER_BYTES,
    keepAliveTimeout: 65_000,
    // A request is a few lines; who sends them a letter at a time is no visitor.
    headersTimeout: 15_000,
    requestTimeout: 20_000,
    connectionsCheckingInterval: 5000,
  },
  buildFrontDoor({
    ...{ pages, files, hasData: canOpenDatabase, inline, onVisit, mayBypass, proxies, operations },
    ...(follower && {
      noData: 'unpublished' as const,
      ensure: follower.ensure,
      catchUp: buildCatchUp({ shown: readShown, sync: follower.sync }),
    }),
    messages: buildMessages({
      lane: messageLane,
      site: process.env.TRACKER_SITE ?? '',
      ensure: follower?.ensure,
    }),
  }),
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

// With the newest snapshot, where the database is there; without one, readers are told so.
await Promise.race([follower?.sync(), pause(FIRST_LOOK_MS, undefined, { ref: false })]);

server.listen(port, process.env.HOST || undefined, () => {
  const stop = isDevelopment
    ? () => {}
    : keepFresh({ pages, files, snapshot, lastVisit: () => lastVisit });
  const stopPurging = keepPurged({ addresses: caches, shown: readShown });
  const end = () => {
    isStopping = true;
    stop();
    void follower?.stop();
    stopPurging();
    const exit = () => {
      for (const { stop } of [...forPages, ...forFiles]) stop();
      process.exit(0);
    };
    server.close(exit);
    server.closeIdleConnections();
    // A download may be under way; it gets four seconds.
    setTimeout(exit, 4000).unref();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // `npm start` holds a channel to us; when it vanishes, so do we.
  process.once('disconnect', end);
  if (!isDevelopment && !process.env.TRACKER_SITE) console.error(UNNAMED);
  if (process.send) process.send('ready');
  else console.log(`AI Hardware Tracker: http://localhost:${port}`);
});

/** Whoever set a setting wrongly is told before anything is served. */
function orFail<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return onFailure(error as Error);
  }
}

/** By the names of the processes: `pages`, `pages-2` and so on. */
function nameMemory(name: string, renderers: readonly Renderer[]): Record<string, number> {
  const named = renderers.map((one, n) => [n ? `${name}-${n + 1}` : name, one.memory_bytes]);
  return Object.fromEntries(named);
}
