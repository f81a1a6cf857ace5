/** Stacking: series of one period put on top of each other, in the model's order. */

import type { Period } from '@/units/period';
import { hasValue } from './kinds/figure';
import type { Point, TimeModel } from './kinds/time/model';
import { listTimePeriods } from './kinds/time/model';

export interface Layer {
  readonly series: number;
  readonly period: Period;
  readonly point: Point & { readonly value: number };
  readonly from: number;
  readonly to: number;
}

/**
 * One layer for each figure, by period, the first series at the bottom. A series
 * without a figure takes no room: a stack that does not reach 100 says so.
 */
export function buildStack(model: TimeModel): Layer[] {
  return listTimePeriods(model).flatMap((period) => {
    let top = 0;
    return model.series.flatMap(({ points }, series) => {
      const point = points.find((one) => one.period.label === period.label);
      if (!point || !hasValue(point)) return [];
      const from = top;
      top += point.value;
      return [{ series, period, point, from, to: top }];
    });
  });
}
