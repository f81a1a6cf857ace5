/** Unknown periods at the ends of a series are no gaps: the series is not there yet. */
import { hasValue } from '../kinds/figure';
import type { Point } from '../kinds/time/model';

/** From the first figure to the last; empty where there is none. */
export function trimGaps(points: readonly Point[]): readonly Point[] {
  const start = points.findIndex(hasValue);
  return start < 0 ? [] : points.slice(start, points.findLastIndex(hasValue) + 1);
}
