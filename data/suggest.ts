/** "Did you mean …?": the nearest known name, if one is near enough to be meant. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `found` most likely stands for, or null: the one with the fewest other
 * letters, else the only one that begins with it, else the shortest that has all of its words. Letter case, spaces and underscores
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
  return best ?? findBegun(wanted, known) ?? findWithWords(wanted.split('-'), known);
}

/** "utilization" is "utilisation_percent", but "h100" is any of many. */
function findBegun(wanted: string, candidates: readonly string[]): string | null {
  if (wanted.length < SHORTEST_BEGUN) return null;
  const [begun, second] = candidates.filter((candidate) => {
    const beginning = toPlain(candidate).split('-').slice(0, wanted.split('-').length).join('-');
    return !isOtherNumber(wanted, beginning) && distance(wanted, beginning) <= 1;
  });
  return second === undefined ? (begun ?? null) : null;
}

const SHORTEST_BEGUN = 5;

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
