/**
 * One figure out of a published chart, the newest settled one of a series, with its change
 * against the year before, period, source and a small picture; computed from the view that
 * pages show.
 */

import { toHref } from '@/address/href';
import {
  getLastPoint,
  hasValue,
  listEntries,
  listSeries,
  type Point,
  type Series,
} from '@/charts/model';
import { drawSpark } from '@/charts/spark';
import type { Tracker } from '@/db/connection';
import type { SourceRow } from '@/db/queries/names';
import { isEstimate } from '@/units/figure-kind';
import { formatChange, formatValue, type Unit } from '@/units/format-value';
import { formatPeriod, formatPeriodLong, toYearBefore } from '@/units/period';
import { getChartView } from './chart-view';
import type { BuiltChart, PublishedChart } from './published-chart';
import { toCaution } from './sentences';

/** One figure: whose, in which view of a chart, and where it leads. */
export interface FigureDeclaration {
  readonly label: string;
  readonly chart: PublishedChart;
  readonly query: Readonly<Record<string, string>>;
  /** The page that tells more, with the same parameters. */
  readonly page: string;
  /** The series, or the vendor whose newest series it is: "amd" finds "amd-data-center". */
  readonly series: string;
  /** Whether the page is to show this series alone. */
  readonly alone?: boolean;
  /** By series, what is known better of the year than follows from the chart's figures. */
  readonly changes?: ReadonlyMap<string, string>;
}

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly period: string;
  /** "+116.6% from a year earlier"; null where there is nothing to compare with. */
  readonly change: string | null;
  readonly isEstimate: boolean;
  /** What must be known before it is quoted alone; null where nothing must. */
  readonly caveat: string | null;
  /** Who made the figure, where the source only prints it. */
  readonly origin: string | null;
  readonly source: SourceRow | null;
  readonly href: string;
  /** An SVG; null where the series is a single figure. */
  readonly spark: string | null;
}

/** The newest figure of a chart's series; null where the chart has none. Projections do not count. */
export async function buildKeyFigure(
  tracker: Tracker,
  { label, chart, query, page, series: id, alone = false, changes = new Map() }: FigureDeclaration,
): Promise<KeyFigure | null> {
  const { view, corrections } = await getChartView(tracker, chart, query);
  // What is shown in place of what was asked for is another figure.
  if (corrections.length > 0) return null;
  const isOneOfMany = listSeries(view.model).length > 1;
  const toPage = (shown: string) =>
    toHref(page, alone && isOneOfMany ? { ...view.canonical, series: shown } : view.canonical);
  const findSource = (slug: string | null) =>
    view.sources.find(({ source }) => source === slug) ?? null;
  const entry = listEntries(view.model).find((one) => one.id === id);
  if (entry) {
    return {
      label,
      value: formatValue(entry.value, view.model.unit, entry.kind),
      // The first of its further columns places it in time.
      period: formatPeriod(String(entry.details[0] ?? '')),
      change: null,
      isEstimate: isEstimate(entry.kind),
      ...toWords(view, entry.note, findSource(entry.source)),
      href: toHref(page, view.canonical),
      spark: null,
    };
  }
  const series = findVendorSeries(listSeries(view.model), id);
  const settled = series && toSettled(series);
  const last = settled && getLastPoint(settled);
  if (!settled || !last) return null;
  const value = formatValue(last.value, view.model.unit, last.kind);
  const period = formatPeriodLong(last.period);
  return {
    label,
    value,
    period,
    // What is to be treated with care is set against nothing.
    change: toCaution(last.note)
      ? null
      : (changes.get(settled.id) ?? describeYear(settled, last, view.model.unit)),
    isEstimate: isEstimate(last.kind),
    ...toWords(view, last.note, findSource(last.source)),
    href: toPage(settled.id),
    spark: drawSpark(settled, { width: 240, height: 56 }, `${label}: ${value} in ${period}`),
  };
}

/** What stands next to a figure: the chart's caveat and that of its own note, and whose it is. */
function toWords(
  { caveat, origin }: BuiltChart,
  note: string | null | undefined,
  source: SourceRow | null,
): Pick<KeyFigure, 'caveat' | 'origin' | 'source'> {
  const texts = [caveat, toCaution(note)].filter(Boolean);
  const whose = origin ?? source?.origin ?? null;
  return {
    caveat: texts.length > 0 ? texts.join(' ') : null,
    origin: whose === source?.publisher ? null : whose,
    source,
  };
}

/**
 * A vendor's series: the one of its own name, else of several definitions ("amd-data-center")
 * the one with the newest figure. Null where there is none.
 */
export function findVendorSeries(series: readonly Series[], vendor: string): Series | null {
  const end = (one: Series) => getLastPoint(one)?.period.end ?? '';
  const lines = series.filter(({ id }) => id.startsWith(`${vendor}-`));
  return (
    series.find(({ id }) => id === vendor) ??
    lines.toSorted((a, b) => end(b).localeCompare(end(a)))[0] ??
    null
  );
}

/** A projection is no figure that anybody could compare, nor is a year that is not over. */
export function toSettled(series: Series): Series {
  return {
    ...series,
    points: series.points.filter(
      ({ kind, isUnfinished }) => kind !== 'projection' && !isUnfinished,
    ),
  };
}

/**
 * A point against the same period a year before: in points for shares, in percent else.
 * Null where that year is unknown or, for percent, not above zero.
 */
export function describeYear(
  { points }: Series,
  { period, value, kind }: Point & { value: number },
  unit: Unit,
): string | null {
  const label = toYearBefore(period);
  const before = points.filter(hasValue).find((point) => point.period.label === label)?.value;
  if (before === undefined) return null;
  // Of a model neither figure is known to a tenth, so their difference is less so.
  const [about, round] =
    kind === 'modeled' ? ['about ', Math.round] : ['', (change: number) => change];
  if (unit === '%') {
    return `${about}${formatChange(round(value - before), 'percentage points')} from a year earlier`;
  }
  if (before <= 0) return null;
  return `${about}${formatChange(round((value / before - 1) * 100), '%')} from a year earlier`;
}
