/** Which known addresses share words with one that leads nowhere. */

export interface NamedPage {
  readonly href: string;
  readonly label: string;
}

/** At most three, the best first, each name once; none where no word is alike. */
export function listNearest(path: string, pages: readonly NamedPage[]): NamedPage[] {
  const wanted = toWords(path);
  const scored = pages
    .map((page) => ({ page, score: score(wanted, toWords(page.href)) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const labels = new Set<string>();
  return scored
    .filter(({ score }) => score >= best - MOST_BEHIND)
    .map(({ page }) => page)
    .filter(({ label }) => !labels.has(label) && labels.add(label))
    .slice(0, 3);
}

// Half of the words on both sides together.
const ENOUGH = 0.5;
/** What is that much less alike than the best is not meant. */
const MOST_BEHIND = 0.09;

function toWords(path: string): string[] {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // A stray percent sign; the words around it serve as they are.
  }
  return plain
    .toLowerCase()
    .slice(0, 200)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * The share of words, on both sides, that have a partner on the other; 1 where they differ in
 * where they are split alone.
 */
function score(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  if (one.join('') === other.join('')) return 1;
  const best = (word: string, others: readonly string[]) =>
    Math.max(...others.map((candidate) => likeness(word, candidate)));
  const shared = one.map((word) => best(word, other));
  const back = other.map((word) => best(word, one));
  return [...shared, ...back].reduce((sum, share) => sum + share, 0) / (one.length + other.length);
}

/** 1 for the same word, less for one with a slip, 0 for another. */
const likeness = (one: string, other: string): number =>
  one === other ? 1 : isAlike(one, other) ? WITH_A_SLIP : 0;

const WITH_A_SLIP = 0.75;

/** The same but for a slip: one letter missing, added, changed or swapped with its neighbor. */
function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.length - start - end, other.length - start - end];
  if (left <= 1 && right <= 1) return true;
  const swapped = [...one.slice(start, start + 2)].reverse().join('');
  return left === 2 && right === 2 && swapped === other.slice(start, start + 2);
}
