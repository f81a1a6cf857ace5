/** A part of the time that the figures cover. */
import { isWithin, type TimeRange } from '@/units/time-range';
import type { Series } from '../kinds/time/model';
import { trimGaps } from './trim-gaps';

/** The points within the range; series without a figure there are left out. */
export function cutTime(series: readonly Series[], range: TimeRange): Series[] {
  return series.flatMap((one) => {
    const points = trimGaps(one.points.filter(({ period }) => isWithin(period, range)));
    return points.length > 0 ? [{ ...one, points }] : [];
  });
}
