/** Which known addresses share words with one that leads nowhere. */

/** At most three, the best first; none where no word is alike. */
export function listNearest(path: string, pages: readonly string[]): string[] {
  const wanted = toWords(path);
  return pages
    .map((page) => ({ page, score: score(wanted, toWords(page)) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ page }) => page);
}

// Half of the words on both sides together.
const ENOUGH = 0.5;

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

/** The share of words, on both sides, that have a partner on the other. */
function score(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const shared = one.filter((word) => other.some((candidate) => isAlike(word, candidate)));
  const back = other.filter((word) => one.some((candidate) => isAlike(word, candidate)));
  return (shared.length + back.length) / (one.length + other.length);
}

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
