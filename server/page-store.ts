/** Pages by key, the least recently asked for making room when memory runs out. */
import type { PageRequest } from './inner-server';
import type { Page } from './page';

export interface KeptPage {
  readonly page: Page;
  /** The request that made it, for making it again. */
  readonly asked: PageRequest;
  /** How often it was served from memory. */
  served: number;
}

export interface PageStore {
  get(key: string): KeptPage | undefined;
  set(key: string, page: Page, asked: PageRequest, lives_ms?: number): void;
  /** Most recently asked for last. */
  list(): KeptPage[];
  clear(): void;
  readonly bytes: number;
}

interface Kept extends KeptPage {
  readonly bytes: number;
  readonly until: number;
}

/** Keeps at most `maxBytes`; `now` tells the time in milliseconds. */
export function buildPageStore({
  maxBytes,
  now = () => performance.now(),
}: {
  maxBytes: number;
  now?: () => number;
}): PageStore {
  const kept = new Map<string, Kept>();
  let bytes = 0;

  function remove(key: string, entry: Kept) {
    kept.delete(key);
    bytes -= entry.bytes;
  }

  return {
    get(key) {
      const entry = kept.get(key);
      if (!entry) return undefined;
      if (entry.until < now()) {
        remove(key, entry);
        return undefined;
      }
      // A Map remembers the order of insertion: the front is the longest unused.
      kept.delete(key);
      kept.set(key, entry);
      return entry;
    },
    set(key, page, asked, lives_ms = Number.POSITIVE_INFINITY) {
      const before = kept.get(key);
      if (before) remove(key, before);
      // The encodings come later; together they are about half of the body.
      const size = Math.ceil(page.body.length * 1.5) + key.length * 2 + ENTRY_BYTES;
      if (size > maxBytes) return;
      kept.set(key, { page, asked, served: 0, bytes: size, until: now() + lives_ms });
      bytes += size;
      for (const [oldest, entry] of kept) {
        if (bytes <= maxBytes) break;
        remove(oldest, entry);
      }
    },
    list: () => [...kept.values()],
    clear() {
      kept.clear();
      bytes = 0;
    },
    get bytes() {
      return bytes;
    },
  };
}

// Headers, hashes and the Map's own bookkeeping, measured roughly.
const ENTRY_BYTES = 4096;
