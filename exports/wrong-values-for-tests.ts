/** Values nobody should send, and random ones that are the same in every run. */

export const WRONG_VALUES = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'true',
  '99999999999999999999',
  '2017-13-45',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  "' OR 1=1 --",
  '"; DROP TABLE chips; --',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../etc/passwd',
  '%00',
  '\u0000',
  '\ud83d\udcc8',
  '\u202egnp.exe',
  'nvidia,amd',
  'NVIDIA',
  ' nvidia',
  '{{7*7}}',
  'x'.repeat(3000),
] as const;

/** A generator of numbers from 0 to 1 that repeats itself for the same seed. */
export function buildRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A short text of any characters, control characters included. */
export function buildNoise(random: () => number): string {
  const length = 1 + Math.floor(random() * 20);
  return Array.from({ length }, () =>
    // Below the surrogates, so that every piece is a character by itself.
    String.fromCharCode(Math.floor(random() ** 3 * 0xd7ff)),
  ).join('');
}
