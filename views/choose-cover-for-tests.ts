/**
 * Chooses few of many cases. `npm run check` takes a cover in which each trait of a case
 * is seen once; `npm run test:all` takes all of them.
 */

/** Whether this run tests everything with everything. */
export const isEverything = process.env.TRACKER_TESTS === 'all';

/**
 * Cases that together have every trait that any of them has: pairs of options, say.
 * Greedy, so few but not the fewest; in the order given, and the same every time.
 */
export function chooseCover<T>(
  cases: readonly T[],
  listTraits: (one: T) => readonly string[],
): readonly T[] {
  if (isEverything) return cases;
  const traits = new Map(cases.map((one) => [one, listTraits(one)]));
  const missing = new Set([...traits.values()].flat());
  const chosen = new Set<T>();
  while (missing.size > 0) {
    const count = (one: T) => traits.get(one)!.filter((trait) => missing.has(trait)).length;
    const best = cases.reduce((a, b) => (count(b) > count(a) ? b : a));
    chosen.add(best);
    for (const trait of traits.get(best)!) missing.delete(trait);
  }
  return cases.filter((one) => chosen.has(one));
}

/** The first, the last and some between, at most `most`, evenly spread. */
export function chooseSome<T>(cases: readonly T[], most: number): readonly T[] {
  if (isEverything || cases.length <= most) return cases;
  const step = (cases.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => cases[Math.round(index * step)]!);
}
