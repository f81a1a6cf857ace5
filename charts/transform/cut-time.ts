/** A part of the time that the figures cover. */
import { isWithin, type TimeRange } from '@/units/time-range';
import type { Series } from '../model';
import { findStart } from './sum-periods';

/** The points within the range; series without a figure there are left out. */
export function cutTime(series: readonly Series[], range: TimeRange): Series[] {
  return series.flatMap((one) => {
    const inside = one.points.filter(({ period }) => isWithin(period, range));
    const begun = inside.slice(findStart(inside));
    const points = begun.slice(0, begun.length - findStart(begun.toReversed()));
    return points.length > 0 ? [{ ...one, points }] : [];
  });
}
