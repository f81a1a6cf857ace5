/**
 * Pages rendered once per snapshot of the data. Whoever asks for a page that is
 * being rendered waits for that rendering; whoever asks after the data changed
 * never sees an older page. Large or private answers pass by unread, unless they are
 * HTML: a page leaves the house as plain HTML, so it is read to its end.
 */
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import { type Lane, toTurn } from './lanes';
import { buildPage, isHtml, type Page } from './page';
import { findSnapshotAsked } from './page-address';
import type { Ticket } from './render-queue';
import { askAgain, type PageRequest } from './renderers';
import { addSignposts, liftSignposts } from './signposts';

export type Answer =
  | {
      readonly kind: 'page';
      readonly page: Page;
      readonly from: 'memory' | 'render' | 'shared';
      /** Whether those who ask later may get the same. */
      readonly isKeepable: boolean;
    }
  /** Not to be kept: what was read already, and the rest. */
  | { readonly kind: 'stream'; readonly response: IncomingMessage; readonly begun: Buffer[] };

/** Who asks; absent: we ourselves. */
interface Visitor {
  /** Their network address; nobody’s requests keep those of others waiting. */
  readonly client: string;
  /** Aborted when they leave. */
  readonly signal: AbortSignal;
}

export interface PreparedPages {
  /** Rejects with `Busy` when too many wait, with `Left` when nobody waits for it any more. */
  get(asked: PageRequest, visitor?: Visitor): Promise<Answer>;
  /** Renders without asking the memory; nothing is kept. */
  pass(asked: PageRequest, visitor?: Visitor): Promise<Answer>;
  /** What was asked for since the last change, most often first. */
  listInUse(): PageRequest[];
  readonly bytes: number;
}

interface PreparedPagesOptions {
  /** Where an address is rendered. */
  readonly findLane: (asked: PageRequest) => Lane;
  /** Names the data that pages show now; a cheap question, asked for every request. */
  readonly snapshot: () => string;
  /** Headers that say which snapshot an answer shows, when it is made. */
  readonly toLabels?: (asked: PageRequest) => OutgoingHttpHeaders;
  readonly maxBytes?: number;
  /** Makes of Next’s HTML what is sent. */
  readonly toPlain: (html: string) => string | Promise<string>;
  /** False: nothing is kept, for sources that change while we run. */
  readonly keeps?: boolean;
  /** Larger answers are downloads: streamed, not kept. */
  readonly maxPageBytes?: number;
}

export function buildPreparedPages({
  findLane,
  snapshot,
  toLabels = () => ({}),
  maxBytes = 256 * 1024 * 1024,
  toPlain,
  keeps = true,
  maxPageBytes = 4 * 1024 * 1024,
}: PreparedPagesOptions): PreparedPages {
  const pages = buildPageStore({ maxBytes });
  // Addresses without a page are endless, so they never push pages out.
  const missing = buildPageStore({ maxBytes: Math.min(maxBytes, 8 * 1024 * 1024) });
  const rendering = new Map<string, Rendering>();
  let shown = snapshot();

  /** Forgets everything once the data changed. Returns the current snapshot. */
  function follow(): string {
    const current = snapshot();
    if (current !== shown) {
      shown = current;
      pages.clear();
      missing.clear();
    }
    return current;
  }

  function find(key: string): KeptPage | undefined {
    return pages.get(key) ?? missing.get(key);
  }

  return {
    async get(asked, visitor) {
      const key = asked.same;
      const current = follow();
      const kept = find(key);
      if (kept) {
        kept.served += 1;
        return { kind: 'page', page: kept.page, from: 'memory', isKeepable: true };
      }
      const flight = `${current} ${key}`;
      const other = rendering.get(flight);
      if (other) {
        other.ticket.join(visitor?.signal);
        const page = await other.page;
        if (page) return { kind: 'page', page, from: 'shared', isKeepable: true };
        visitor?.signal.throwIfAborted();
        return this.pass(asked, visitor);
      }
      const ticket = enter(asked, visitor, () => make(asked, maxPageBytes, key));
      const page = ticket.done.then(
        (made) => (made.kind === 'page' && made.isKeepable ? made.page : null),
        () => null,
      );
      rendering.set(flight, { page, ticket });
      void page.then(() => rendering.delete(flight));
      return ticket.done;
    },
    pass: (asked, visitor) => enter(asked, visitor, () => make(asked, 0)).done,
    listInUse: () =>
      [...pages.rvalues()]
        .flatMap((kept) => (kept && kept.served > 0 ? [kept] : []))
        .sort((a, b) => b.served - a.served)
        .map(({ asked }) => asked),
    get bytes() {
      return pages.calculatedSize + missing.calculatedSize;
    },
  };

  /** In line for the renderer; let in, it stays until its answer was read or begins to stream. */
  function enter(asked: PageRequest, visitor: Visitor | undefined, act: () => Promise<Answer>) {
    const ticket = findLane(asked).queue.add(act, toTurn(asked, visitor?.client ?? ''));
    ticket.join(visitor?.signal);
    return ticket;
  }

  /** What is made while the data change may mix old and new, or be named wrongly: once more. */
  async function make(asked: PageRequest, maxBytes: number, key?: string): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const before = follow();
      const labels = toLabels(asked);
      const answer = await readInWords(asked, maxBytes);
      const isOfOneSnapshot = follow() === before;
      if (!isOfOneSnapshot && attempt < 3) {
        leave(answer);
        continue;
      }
      Object.assign(headersOf(answer), labels);
      const mayKeep = keeps && isOfOneSnapshot && answer.kind === 'page' && answer.isKeepable;
      if (mayKeep && key !== undefined) keep(key, asked, answer.page);
      return answer;
    }
  }

  /** A missing page has the words of one, whoever found that it is missing. */
  async function readInWords(asked: PageRequest, maxBytes: number): Promise<Answer> {
    const begun = performance.now();
    const { open } = findLane(asked);
    const isHidden = HIDDEN.test(asked.target);
    const readOf = (page: PageRequest) => askAgain(open, page, (from) => read(from, maxBytes));
    let answer = isHidden ? null : await readOf(asked);
    // A frame says it by itself, in few words.
    const isFrame = asked.target.startsWith('/embed/');
    const isMissing =
      !answer || (answer.kind === 'whole' && !isFrame && isMissingPage(answer.response));
    if (!answer || isMissing) {
      const target = `${MISSING_PAGE}?address=${encodeURIComponent(asked.target)}`;
      const [path] = asked.target.split('?', 1);
      answer = await readOf({ ...asked, path, target });
    }
    if (answer.kind === 'stream') return answer;
    const { response, body, isKeepable } = answer;
    // Of a failure's page nothing is shown: the front has words of its own.
    const isShown = isHtml(response.headers) && (response.statusCode ?? 500) < 500;
    const { html, links } = liftSignposts(isShown ? await toPlain(body.toString()) : '');
    const shown = isShown ? Buffer.from(html) : body;
    const isFrozen = response.statusCode === 200 && findSnapshotAsked(asked.target) !== null;
    const shows = isMissing ? 'missing' : isFrozen ? 'frozen' : 'live';
    const page = buildPage(response, shown, { rendered_ms: performance.now() - begun, shows });
    if (isShown) addSignposts(page, asked, links);
    const status = isMissing && page.status === 200 ? 404 : page.status;
    const isOffered = !isShown || !shown.includes(CORRECTED);
    const made = { ...page, status };
    return { kind: 'page', page: made, from: 'render', isKeepable: isKeepable && isOffered };
  }

  function keep(key: string, asked: PageRequest, page: Page) {
    const kept = { page, asked, served: 0 };
    if (page.status === 404) missing.set(key, kept, { ttl: MISSING_LIVES_MS });
    else pages.set(key, kept);
  }
}

export const headersOf = (answer: Answer): OutgoingHttpHeaders =>
  answer.kind === 'page' ? answer.page.headers : answer.response.headers;

/** Tells Next to stop what nobody is there for. */
export function leave(answer: Answer) {
  if (answer.kind === 'stream') answer.response.destroy();
}

interface Rendering {
  /** Null: what was made is for one visitor alone. */
  readonly page: Promise<Page | null>;
  readonly ticket: Ticket<Answer>;
}

type Read =
  | Extract<Answer, { kind: 'stream' }>
  | {
      readonly kind: 'whole';
      readonly response: IncomingMessage;
      readonly body: Buffer;
      readonly isKeepable: boolean;
    };

/** Reads an answer to its end, unless it turns out to be none for keeping; HTML always. */
async function read(response: IncomingMessage, maxBytes: number): Promise<Read> {
  const begun: Buffer[] = [];
  const mayKeep = isKeepable(response, maxBytes);
  const isPage = isHtml(response.headers);
  if (!mayKeep && !isPage) return { kind: 'stream', response, begun };
  let size = 0;
  for await (const chunk of response.iterator({ destroyOnReturn: false })) {
    begun.push(chunk);
    size += chunk.length;
    if (size > maxBytes && !isPage) return { kind: 'stream', response, begun };
  }
  if (!response.complete) throw new Error('The answer broke off.');
  const body = Buffer.concat(begun);
  return { kind: 'whole', response, body, isKeepable: mayKeep && size <= maxBytes };
}

/** Pages of Next’s own for its failures, which fail when they are asked for by name. */
const HIDDEN = /^\/_(?!next\/static\/)/;

/** Where Next answers `notFound()`, the page has no words before its scripts run. */
const MISSING_PAGE = '/missing';

function isMissingPage({ statusCode, headers }: IncomingMessage): boolean {
  return statusCode === 404 && isHtml(headers);
}

/** On a page that says what of its address it could not follow; there is no end to those. */
const CORRECTED = ' data-corrected=""';

const MISSING_LIVES_MS = 30_000;

function isKeepable(response: IncomingMessage, maxPageBytes: number): boolean {
  const { statusCode, headers } = response;
  return (
    (statusCode === 200 || statusCode === 404) &&
    headers[LENGTH] === undefined &&
    headers['set-cookie'] === undefined &&
    !headers['content-type']?.startsWith('text/event-stream') &&
    Number(headers['content-length'] ?? 0) <= maxPageBytes
  );
}

/** Next lets no route name the length of its answer; a large one says it in this header. */
export const LENGTH = 'x-tracker-length';

/** How many bytes the whole answer has; null where nobody knows before its end. */
export function readLength({ headers }: IncomingMessage): number | null {
  const length = headers[LENGTH] ?? headers['content-length'];
  return typeof length === 'string' ? Number(length) : null;
}

interface KeptPage {
  readonly page: Page;
  /** The request that made it, for making it again. */
  readonly asked: PageRequest;
  /** How often it was served from memory. */
  served: number;
}

/**
 * Pages by key, the least recently asked for making room when memory runs out. Keeps at most `maxBytes`, and no page that needs more; `perf` tells the time in milliseconds.
 */
export function buildPageStore(options: {
  maxBytes: number;
  perf?: { now: () => number };
}): LRUCache<string, KeptPage> {
  const { maxBytes, perf = performance } = options;
  return new LRUCache({
    maxSize: maxBytes,
    // The encodings come later; together they are about half of the body.
    sizeCalculation: ({ page }, key) =>
      Math.ceil(page.body.length * 1.5) + key.length * 2 + ENTRY_BYTES,
    perf,
    ttlResolution: 0,
  });
}

// Headers, hashes and the store's own bookkeeping, measured roughly.
const ENTRY_BYTES = 4096;
