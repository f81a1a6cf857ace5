/** "Did you mean …?": the nearest known name, if one is near enough to be meant. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `found` most likely stands for, or null: the one with the fewest other
 * letters, else the shortest that has all of its words. Letter case, spaces and underscores
 * do not count as differences; ties go to the earlier candidate.
 */
export function suggest(found: string, candidates: Iterable<string>): string | null {
  const wanted = toPlain(found);
  if (wanted === '') return null;
  let best: string | null = null;
  // Up to a third of the letters may differ; beyond that a guess only misleads.
  let allowed = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  const known = [...candidates];
  for (const candidate of known) {
    if (isOtherNumber(wanted, candidate)) continue;
    const steps = distance(wanted, toPlain(candidate));
    if (steps < Math.min(allowed, wanted.length)) {
      best = candidate;
      allowed = steps;
    }
  }
  return best ?? findWithWords(wanted.split('-'), known);
}

/** Two words or more: "jpr-desktop" is "jpr-aib-desktop", but "h100" is any of many. */
function findWithWords(words: readonly string[], candidates: readonly string[]): string | null {
  if (words.length < 2) return null;
  const having = candidates.filter((candidate) => {
    const known = toPlain(candidate).split('-');
    return words.every((word) => known.includes(word));
  });
  return having.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** A number is no misspelling of another: H900 is not H100. A digit may be missing. */
export function isOtherNumber(one: string, other: string): boolean {
  const [a, b] = [one.replace(/\D/g, ''), other.replace(/\D/g, '')];
  return a.length === b.length && a !== b;
}

function toPlain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
