/** The chart over which a visitor's figures are drawn, fetched once for each view. */

import type { ChartModel } from '@/charts/kinds';
import type { SourceRow } from '@/db/queries/names';
import type { Trend } from '@/views/trend/trend';

export interface OwnChart {
  readonly title: string;
  readonly subtitle: string;
  /** What is drawn. */
  readonly model: ChartModel;
  /** The figures before any sum, growth or index. */
  readonly base: ChartModel;
  /** What made the one of the other; null for a ranking. */
  readonly trend: Trend | null;
  readonly sources: readonly SourceRow[];
}

/** Throws where the server does not answer; nothing of the visitor's is sent. */
export async function readChart(address: string): Promise<OwnChart> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return (await answer.json()) as OwnChart;
}
