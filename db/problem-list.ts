/**
 * Collects problems up to a limit. Two hundred lines are read by nobody to the
 * end; past that point an ingest stops looking, and says that there are more.
 */
import type { Problem } from '@/data/problem';

export interface ProblemList {
  add(problem: Problem): void;
  readonly items: readonly Problem[];
  /** True once a problem came that had no room. */
  readonly hasMore: boolean;
  /** How many more may come until `hasMore` is settled. */
  readonly room: number;
  concerns(datasetSlug: string): boolean;
}

export function createProblemList(limit = 200): ProblemList {
  const items: Problem[] = [];
  const concerned = new Set<string>();
  let hasMore = false;
  return {
    items,
    get hasMore() {
      return hasMore;
    },
    get room() {
      return hasMore ? 0 : limit - items.length + 1;
    },
    concerns: (datasetSlug) => concerned.has(datasetSlug),
    add(problem) {
      concerned.add(problem.dataset);
      if (items.length < limit) items.push(problem);
      else hasMore = true;
    },
  };
}
