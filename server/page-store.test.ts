import { describe, expect, it } from 'vitest';
import type { Page } from './page';
import { buildPageStore } from './page-store';

const asked = { target: '/', same: '/', headers: {} };

function page(size: number): Page {
  return {
    status: 200,
    headers: {},
    body: Buffer.alloc(size),
    tag: 'tag',
    rendered_ms: 1,
    scriptHashes: null,
    encoded: new Map(),
  };
}

describe('the store of pages', () => {
  it('lets the longest unused go first when memory runs out', () => {
    const store = buildPageStore({ maxBytes: 50_000 });
    for (const key of ['a', 'b', 'c']) store.set(key, page(8_000), asked);
    store.get('a');
    store.set('d', page(8_000), asked);
    expect(['a', 'b', 'c', 'd'].filter((key) => store.get(key))).toEqual(['a', 'c', 'd']);
    expect(store.bytes).toBeLessThanOrEqual(50_000);
  });

  it('counts what it holds, also when a page is replaced or all are forgotten', () => {
    const store = buildPageStore({ maxBytes: 1_000_000 });
    store.set('a', page(10_000), asked);
    const one = store.bytes;
    store.set('a', page(10_000), asked);
    expect(store.bytes).toBe(one);
    store.clear();
    expect(store.bytes).toBe(0);
  });

  it('refuses a page that would need all of the memory', () => {
    const store = buildPageStore({ maxBytes: 50_000 });
    store.set('small', page(1_000), asked);
    store.set('huge', page(60_000), asked);
    expect([store.get('small') !== undefined, store.get('huge')]).toEqual([true, undefined]);
  });

  it('forgets a page when its time is over', () => {
    let time = 0;
    const store = buildPageStore({ maxBytes: 50_000, now: () => time });
    store.set('a', page(1_000), asked, 30_000);
    time = 30_000;
    expect(store.get('a')).toBeDefined();
    time = 30_001;
    expect(store.get('a')).toBeUndefined();
    expect(store.bytes).toBe(0);
  });
});
