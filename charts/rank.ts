/** A place in a ranking, as exactly as it is known. */

/** Where ranges overlap nobody knows who is ahead: the best and the worst place there may be. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
}

/** "3" or "2–4". */
export function formatRank({ best, worst }: RankInterval): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}
