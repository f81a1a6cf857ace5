/** "Did you mean …?": the nearest known name, if one is near enough to be meant. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `found` most likely stands for, or null. Letter case, spaces
 * and underscores do not count as differences; ties go to the earlier candidate.
 */
export function suggest(found: string, candidates: Iterable<string>): string | null {
  const wanted = toPlain(found);
  if (wanted === '') return null;
  let best: string | null = null;
  // Up to a third of the letters may differ; beyond that a guess only misleads.
  let allowed = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(wanted, toPlain(candidate));
    if (steps < allowed) {
      best = candidate;
      allowed = steps;
    }
  }
  return best;
}

function toPlain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
