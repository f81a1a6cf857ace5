import { describe, expect, it } from 'vitest';
import type { Page } from './page';
import { buildPageStore, type KeptPage } from './page-store';

function page(size: number): KeptPage {
  const page: Page = {
    status: 200,
    headers: {},
    body: Buffer.alloc(size),
    tag: 'tag',
    rendered_ms: 1,
    scriptHashes: null,
    encoded: new Map(),
  };
  return { page, asked: { target: '/', same: '/', headers: {} }, served: 0 };
}

describe('the store of pages', () => {
  it('lets the longest unused go first when memory runs out', () => {
    const store = buildPageStore({ maxBytes: 50_000 });
    for (const key of ['a', 'b', 'c']) store.set(key, page(8_000));
    store.get('a');
    store.set('d', page(8_000));
    expect(['a', 'b', 'c', 'd'].filter((key) => store.get(key))).toEqual(['a', 'c', 'd']);
    expect(store.calculatedSize).toBeLessThanOrEqual(50_000);
  });

  it('counts what it holds, also when a page is replaced or all are forgotten', () => {
    const store = buildPageStore({ maxBytes: 1_000_000 });
    store.set('a', page(10_000));
    const one = store.calculatedSize;
    store.set('a', page(10_000));
    expect(store.calculatedSize).toBe(one);
    store.clear();
    expect(store.calculatedSize).toBe(0);
  });

  it('refuses a page that would need all of the memory', () => {
    const store = buildPageStore({ maxBytes: 50_000 });
    store.set('small', page(1_000));
    store.set('huge', page(60_000));
    expect([store.get('small') !== undefined, store.get('huge')]).toEqual([true, undefined]);
  });

  it('forgets a page when its time is over', () => {
    // Zero would mean no time at all.
    let time = 1;
    const store = buildPageStore({ maxBytes: 50_000, perf: { now: () => time } });
    store.set('a', page(1_000), { ttl: 30_000 });
    time = 30_001;
    expect(store.get('a')).toBeDefined();
    time = 30_002;
    expect(store.get('a')).toBeUndefined();
    expect(store.calculatedSize).toBe(0);
  });
});
