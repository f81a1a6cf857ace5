/**
 * Numbers that look random and are the same in every run: Mulberry32 by Tommy
 * Ettinger, 32 bits of state, which is plenty for some ten thousand draws.
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */

/** Numbers from 0 up to, not including, 1. */
export function buildRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
