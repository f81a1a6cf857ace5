/**
 * Several charts on one page, driven by one query: a parameter two charts share
 * moves both, and what no chart knows is reported once.
 */
import type { Tracker } from '@/db/connection';
import { type Correction, listUnknownParameters, type Query } from './parameters';
import type { PublishedChart } from './published-chart';
import { type ChartView, getChartView } from './view';

export interface PageView {
  readonly views: readonly ChartView[];
  /** The parameters of all charts that differ from their defaults. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly corrections: readonly Correction[];
}

/** Views in the order of the charts; `more` names parameters that the page itself reads. */
export async function getPageView(
  tracker: Tracker,
  charts: readonly PublishedChart[],
  query: Query,
  more: readonly string[] = [],
): Promise<PageView> {
  const found = await Promise.all(charts.map((chart) => getChartView(tracker, chart, query)));
  const known = [...charts.flatMap(({ choices }) => Object.keys(choices)), ...more];
  const corrections = new Map(
    found.flatMap(({ corrections }) => corrections).map((one) => [one.parameter, one]),
  );
  return {
    views: found.map(({ view }) => view),
    parameters: Object.assign({}, ...found.map(({ view }) => view.canonical)),
    corrections: [...corrections.values(), ...listUnknownParameters(query, known)],
  };
}
