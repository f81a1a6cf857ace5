/**
 * Prepares pages before anybody asks: when the server starts, and again whenever
 * the data changed. What the sitemap names comes first, then what visitors used, then the
 * pictures by which pages are shared.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { encode, isCompressible, isHtml, type Page, pack } from './page';
import { parseAddress } from './page-address';
import type { PreparedPages } from './prepared-pages';
import { Busy } from './render-queue';
import type { PageRequest } from './renderers';

interface KeepFreshOptions {
  readonly pages: PreparedPages;
  readonly files: PreparedPages;
  readonly snapshot: () => string;
  /** When the last visitor asked, as `performance.now()` tells time. */
  readonly lastVisit?: () => number;
  /** How often to look for new data, in milliseconds. */
  readonly every_ms?: number;
  /** How long a page waits for visitors to stop asking, in milliseconds. */
  readonly patience_ms?: number;
  /** How many pages of the sitemap are prepared; the rest wait for a visitor. */
  readonly maxListed?: number;
  /** How many of those in use are prepared again. */
  readonly maxInUse?: number;
}

/** Starts at once; the returned function stops it. */
export function keepFresh({
  pages,
  files,
  snapshot,
  lastVisit = () => Number.NEGATIVE_INFINITY,
  every_ms = 1000,
  patience_ms = 2000,
  maxListed = 60,
  maxInUse = 100,
}: KeepFreshOptions): () => void {
  let prepared: string | null = null;
  let stopped = false;
  // Taken while the old pages are still there: a change forgets them at once.
  let inUse: PageRequest[] = [];

  function look() {
    const current = snapshot();
    if (current === prepared) {
      inUse = pages.listInUse();
      return;
    }
    prepared = current;
    prepareAll(current).catch((error) => {
      if (!stopped) console.error('Preparing pages stopped:', error);
    });
  }

  async function prepareAll(current: string) {
    const listed = [toRequest('/'), ...(await listSitemap(pages))].slice(0, maxListed);
    const known = new Set(listed.map(({ same }) => same));
    const others = inUse.filter(({ same }) => !known.has(same));
    const made: Page[] = [];
    const cards = new Map<string, PageRequest>();
    await inTurn(current, [...listed, ...others.slice(0, maxInUse)], async (asked) => {
      const page = await prepare(pages, asked);
      if (!page || !isHtml(page.headers)) return;
      made.push(page);
      const html = page.body.toString();
      for (const file of listFiles(html)) await prepare(files, toRequest(file));
      const card = findCard(html);
      if (card) cards.set(card.same, card);
    });
    // Once all are there, they are packed as tightly as they can be.
    await inTurn(current, made, pack);
    // Whoever shares a page has its picture fetched, by programs that do not wait long.
    await inTurn(current, [...cards.values()], async (card) => void (await prepare(pages, card)));
  }

  /** One after the other, while the data are those that were prepared for. */
  async function inTurn<T>(current: string, all: readonly T[], act: (one: T) => Promise<void>) {
    for (const one of all) {
      await giveWay();
      if (stopped || snapshot() !== current) return;
      const begun = performance.now();
      await act(one);
      // Visitors come first: at most half of the time goes into preparing.
      await pause(performance.now() - begun);
    }
  }

  /**
   * A page that is being rendered keeps those waiting who ask for one that is not there
   * yet: so none is begun while visitors ask, though not for ever.
   */
  async function giveWay() {
    const end = performance.now() + patience_ms;
    while (!stopped && performance.now() < Math.min(end, lastVisit() + QUIET_MS)) {
      await pause(QUIET_MS / 4);
    }
  }

  look();
  const timer = setInterval(look, every_ms);
  timer.unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/** Without a visitor for so long, there is time to prepare. */
const QUIET_MS = 200;

/** Renders and compresses; null when the answer is not kept, or too many visitors wait. */
async function prepare(shelf: PreparedPages, asked: PageRequest): Promise<Page | null> {
  const answer = await shelf.get(asked).catch((error) => {
    if (error instanceof Busy) return null;
    throw error;
  });
  if (!answer) return null;
  if (answer.kind === 'stream') {
    answer.response.destroy();
    return null;
  }
  const { page } = answer;
  if (isCompressible(page)) await Promise.all([encode(page, 'br'), encode(page, 'gzip')]);
  return page;
}

/** What the map names; of an index of maps, what the first of them names. */
async function listSitemap(pages: PreparedPages, path = '/sitemap.xml'): Promise<PageRequest[]> {
  const sitemap = (await prepare(pages, toRequest(path)))?.body.toString() ?? '';
  const [, first] = sitemap.match(/<sitemap><loc>https?:\/\/[^/<]*([^<]*)/) ?? [];
  if (first) return listSitemap(pages, first.replaceAll('&amp;', '&'));
  return [...sitemap.matchAll(/<loc>https?:\/\/[^/<]*([^<]*)<\/loc>/g)].map(([, path = '']) =>
    toRequest(path.replaceAll('&amp;', '&') || '/'),
  );
}

/** Scripts, styles and fonts that a page names. */
function listFiles(html: string): Set<string> {
  return new Set(
    [...html.matchAll(/"(\/(?:_next\/static|browser)\/[^"\\?]+)[^"]*"/g)].map(
      ([, path = '']) => path,
    ),
  );
}

/** The picture by which others show a link to the page. */
function findCard(html: string): PageRequest | null {
  const [, path] = html.match(/property="og:image" content="https?:\/\/[^/"]+([^"]+)"/) ?? [];
  return path ? toRequest(path.replaceAll('&amp;', '&')) : null;
}

function toRequest(target: string): PageRequest {
  const address = parseAddress(target);
  if (address.refused) throw new Error(`The site names an address it refuses: ${target}`);
  return { target, same: address.same };
}
