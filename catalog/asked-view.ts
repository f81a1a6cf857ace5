/**
 * A chart as an address asks for it, of whatever snapshot. A snapshot may be older
 * than what the chart draws: then it is drawn from what there is, and where that is
 * not enough, what is missing is told.
 */
import { type ChartModel, hasValue, isDated, listDatedEntries } from '@/charts/model';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { listGaps } from '@/db/open-snapshot';
import type { Correction, Query } from './parameters';
import type { PublishedChart } from './published-chart';
import { type ChartView, getChartView } from './view';

export type AskedView =
  | {
      readonly view: ChartView;
      readonly corrections: readonly Correction[];
      readonly lacking?: undefined;
    }
  /** Tables ("chips") and columns ("chips.vendor") that came after the snapshot. */
  | { readonly lacking: readonly string[]; readonly view?: undefined };

export async function findChartView(
  tracker: Tracker,
  chart: PublishedChart,
  query: Query,
): Promise<AskedView> {
  const lacking = tracker.isFrozen ? listLacking(tracker, chart) : [];
  try {
    const found = await getChartView(tracker, chart, query);
    return lacking.length > 0 && isBlank(found.view.model) ? { lacking } : found;
  } catch (error) {
    // Charts rely on what is never blank today; here it is.
    if (lacking.length > 0) return { lacking };
    throw error;
  }
}

function listLacking({ orm }: Tracker, { datasets: slugs }: PublishedChart): string[] {
  const behind = datasets.filter(({ slug }) => slugs.includes(slug));
  return listGaps(orm.$client, behind);
}

function isBlank(model: ChartModel): boolean {
  if (model.shape === 'ranking') return model.entries.length === 0;
  if (isDated(model)) return listDatedEntries(model).length === 0;
  return !model.series.some(({ points }) => points.some(hasValue));
}
