/**
 * A published chart as one visitor sees it: choices read, model built, drawn for a
 * wide and for a narrow screen, sources looked up. Views are kept per snapshot, so
 * that an address asked twice is drawn once.
 */
import { LRUCache } from 'lru-cache';
import type { Drawing } from '@/charts/canvas';
import { drawChart } from '@/charts/draw';
import { listSourceSlugs } from '@/charts/model';
import { buildTable, type ChartTable } from '@/charts/table';
import type { Tracker } from '@/db/connection';
import { listSources, type SourceRow } from '@/db/queries/names';
import {
  type Correction,
  type OfferedChoice,
  parseChoices,
  type Query,
  toCanonical,
} from './parameters';
import type { BuiltChart, PublishedChart } from './published-chart';

export interface ChartView extends BuiltChart {
  readonly chart: PublishedChart;
  readonly offered: readonly OfferedChoice[];
  /** The choices that differ from their defaults: the view's address. */
  readonly canonical: Readonly<Record<string, string>>;
  readonly wide: Drawing;
  readonly narrow: Drawing;
  readonly table: ChartTable;
  readonly sources: readonly SourceRow[];
}

export const WIDE = { width: 860, height: 440 } as const;
export const NARROW = { width: 358, height: 340 } as const;

/** Choices are few and drawings some 20 kB: this holds every default view and many more. */
const views = new LRUCache<string, Promise<ChartView>>({ max: 400 });

/** The view a query asks for, and what of the query had to be corrected. */
export async function getChartView(
  tracker: Tracker,
  chart: PublishedChart,
  query: Query = {},
): Promise<{ view: ChartView; corrections: readonly Correction[] }> {
  const { values, offered, corrections } = await parseChoices(chart.choices, query, tracker.orm);
  const key = JSON.stringify([tracker.snapshot.id, chart.slug, values]);
  let view = views.get(key);
  if (!view) {
    view = buildView(tracker, chart, values, offered);
    views.set(key, view);
    // A failure must not be served again to the next visitor.
    view.catch(() => views.delete(key));
  }
  return { view: await view, corrections };
}

async function buildView(
  { orm }: Tracker,
  chart: PublishedChart,
  values: Readonly<Record<string, string>>,
  offered: readonly OfferedChoice[],
): Promise<ChartView> {
  const built = await chart.build(orm, values);
  const label = `${built.title}. ${built.subtitle}. ${built.summary}`;
  return {
    ...built,
    chart,
    offered,
    canonical: toCanonical(offered),
    wide: drawChart(built.model, WIDE, label),
    narrow: drawChart(built.model, NARROW, label),
    table: buildTable(built.model),
    sources: await listSources(orm, listSourceSlugs(built.model)),
  };
}
