/**
 * What an address asks for, a chart or a calculator's answer, of whatever snapshot. A
 * snapshot may be older than what it shows: then it is shown from what there is, and
 * where that is not enough, what is missing is told.
 */

import type { ParameterProblem, Query } from '@/address/parameters';
import { listFigures } from '@/charts/model';
import type { Contract } from '@/data/contract';
import type { Tracker } from '@/db/connection';
import { listGaps } from '@/db/open-snapshot';
import { type ChartView, getChartView } from './chart-view';
import type { PublishedChart } from './published-chart';

export type AskedView<V> =
  | {
      readonly view: V;
      readonly corrections: readonly ParameterProblem[];
      readonly lacking?: undefined;
    }
  /** Tables ("chips") and columns ("chips.vendor") that came after the snapshot. */
  | { readonly lacking: readonly string[]; readonly view?: undefined };

export function findChartView(
  tracker: Tracker,
  chart: PublishedChart,
  query: Query,
): Promise<AskedView<ChartView>> {
  return findView(tracker, chart.datasets, {
    make: () => getChartView(tracker, chart, query),
    isBlank: ({ model }) => listFigures(model).length === 0,
  });
}

/** The view that is made from these datasets; a blank one may be for want of some. */
export async function findView<V>(
  { orm, isFrozen }: Tracker,
  behind: readonly Contract[],
  {
    make,
    isBlank,
  }: {
    make: () => Promise<{ view: V; corrections: readonly ParameterProblem[] }>;
    isBlank: (view: V) => boolean;
  },
): Promise<AskedView<V>> {
  const lacking = isFrozen ? listGaps(orm.$client, behind) : [];
  try {
    const found = await make();
    return lacking.length > 0 && isBlank(found.view) ? { lacking } : found;
  } catch (error) {
    // What is never blank today may be relied on; here it is.
    if (lacking.length > 0) return { lacking };
    throw error;
  }
}
