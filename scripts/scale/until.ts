/** Waiting for something to become true. */
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from '../bootstrap/process.mjs';

/**
 * Asks again and again until it is true; an error counts as not yet. Resolves with the seconds
 * it took, throws a `Stop` with the last error when that is more than `most`.
 */
export async function until(
  what: string,
  most: number,
  isSo: () => Promise<boolean>,
  every_ms = 100,
): Promise<number> {
  const begun = performance.now();
  let problem = '';
  for (;;) {
    try {
      if (await isSo()) return (performance.now() - begun) / 1000;
    } catch (error) {
      problem = `: ${error instanceof Error ? error.message : error}`;
    }
    if (performance.now() - begun > most * 1000) {
      throw new Stop(`Waited ${most} seconds in vain until ${what}${problem}.`);
    }
    await pause(every_ms);
  }
}
