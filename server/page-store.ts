/** Pages by key, the least recently asked for making room when memory runs out. */
import { LRUCache } from 'lru-cache';
import type { PageRequest } from './inner-server';
import type { Page } from './page';

export interface KeptPage {
  readonly page: Page;
  /** The request that made it, for making it again. */
  readonly asked: PageRequest;
  /** How often it was served from memory. */
  served: number;
}

type PageStore = LRUCache<string, KeptPage>;

/** Keeps at most `maxBytes`, and no page that needs more; `perf` tells the time in milliseconds. */
export function buildPageStore(options: {
  maxBytes: number;
  perf?: { now: () => number };
}): PageStore {
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
