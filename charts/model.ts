/**
 * A chart before it has pixels: series, domains, kinds of figures, notes. The
 * drawing, the table, the summary and the hover text all come from one model, so
 * that no two of them can disagree.
 */

import type { FigureKind } from '@/units/figure-kind';
import type { Unit } from '@/units/format-value';
import type { Period } from '@/units/period';
import type { ColourName } from './colours';
import type { Detail, DetailColumn } from './detail';
import type { RankInterval } from './rank';

/** A period as its company names it, on its own calendar. */
export interface ReportedPeriod {
  readonly label: string;
  /** First day; null where it is not published. */
  readonly start: string | null;
  readonly end: string;
}

export interface Point {
  /** Where the figure stands. */
  readonly period: Period;
  /** What it was reported for, where that is not its place: a fiscal quarter set on the calendar. */
  readonly reported?: ReportedPeriod;
  /** First day of a sum that ends with its place: of the four quarters to this one. */
  readonly since?: string;
  /** Counted before its period was over: drawn as unfinished, never as a fall. */
  readonly isUnfinished?: boolean;
  /** null is a missing figure: it breaks the line and is never drawn as zero. */
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly kind: FigureKind;
  /** Whether it counts something else than the figure before: no line joins the two. */
  readonly startsAnew?: boolean;
  /** Slug of the source; null where a figure is computed from several. */
  readonly source: string | null;
  readonly note?: string | null;
  /**
   * Where the figure's evidence stands: the page of its row or, for a figure that
   * we computed, the rows it comes from. Absent where it has neither.
   */
  readonly evidence?: string | null;
}

export interface Series {
  readonly id: string;
  readonly label: string;
  readonly colour: ColourName;
  /** In order of time, one point a period, gaps filled with nulls. */
  readonly points: readonly Point[];
  /** The visitor's own figures: dashed, with other marks, never taken for ours. */
  readonly isOwn?: boolean;
}

/** Something that happened, on the time axis. */
export interface TimeMark {
  readonly date: Period;
  /** What stands at its rule. */
  readonly label: string;
  /** What happened in full, for the link; absent: the label says it. */
  readonly title?: string;
  /** Where its own evidence stands. */
  readonly href: string;
}

/** What the ends of a model's ranges are. */
export interface Ranges {
  /**
   * `added` where ends of several ranges were added up: outer ranges, wider than the
   * range of the sum. Absent: ranges as their sources give them.
   */
  readonly ranges?: 'added';
}

/** Series over time. Stacks need series without nulls in between to be honest; nulls leave a hole. */
export interface TimeModel extends Ranges {
  readonly shape: 'lines' | 'columns' | 'stacked-columns' | 'stacked-areas';
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  /** `share` fixes the axis to 0–100, because a cut axis misstates a share. */
  readonly axis: 'from-zero' | 'share' | 'free';
  readonly series: readonly Series[];
  /** Whether the title names whose figures these are, so that a picture of one alone need not. */
  readonly isTitled?: boolean;
  /**
   * What a period needs to be a whole of its series, in a stack or for shares: each
   * that is known before and after (the default), or `every` one, because these
   * parts were always there and are only not known.
   */
  readonly parts?: 'known' | 'every';
  /** The most telling first: where labels would collide, it is the first that stays. */
  readonly marks?: readonly TimeMark[];
  readonly notes: readonly string[];
}

export interface RankEntry {
  readonly id: string;
  /** Its place, or places where ranges overlap; absent or null where ranks would mislead. */
  readonly rank?: RankInterval | null;
  readonly label: string;
  readonly href: string | null;
  /** What the figure speaks of: an ISO day or the label of a period. */
  readonly date?: string | null;
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
  /** A later figure of the same thing, to which a line reaches from the dot; no range. */
  readonly reach?: number | null;
  readonly kind: FigureKind;
  readonly colour: ColourName;
  /** `lighter` for what is announced or being built. */
  readonly tone: 'full' | 'lighter';
  /** A heading above the first entry of the group, where dots are drawn. */
  readonly group?: string;
  /** Further columns of the table, in the model's order of `columns`. */
  readonly details: readonly Detail[];
  readonly source: string | null;
  readonly note?: string | null;
  /**
   * Where the figure's evidence stands: the page of its row or, for a figure that
   * we computed, the rows it comes from. Absent where it has neither.
   */
  readonly evidence?: string | null;
}

/** A ranking: bars on a linear axis, dots on a log axis. Entries in rank order. */
export interface RankModel extends Ranges {
  readonly shape: 'ranking';
  /** `dots` for figures of different things, which bars would invite to compare; all are drawn. */
  readonly marks?: 'dots';
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  readonly valueLabel: string;
  readonly entryLabel: string;
  readonly columns: readonly DetailColumn[];
  readonly entries: readonly RankEntry[];
  /** What colours stand for; drawn where entries of more than one colour are. */
  readonly legend?: readonly { readonly name: string; readonly colour: ColourName }[];
  readonly notes: readonly string[];
}

/** One dated thing: a chip at its launch, a price on its day, an event. */
export interface DatedEntry {
  readonly id: string;
  readonly label: string;
  readonly href: string | null;
  /** The day, or the month or year where the source names no day. */
  readonly date: Period;
  /** null only in lanes, which have no value axis. */
  readonly value: number | null;
  readonly kind: FigureKind;
  /** What stands beside its dot, empty: nothing; absent: the label. */
  readonly name?: string;
  /** Further columns of the table, in the model's order of `columns`. */
  readonly details: readonly Detail[];
  /** Where the further columns lead, in the same order; absent or null: nowhere. */
  readonly detailHrefs?: readonly (string | null)[];
  readonly source: string | null;
  readonly note?: string | null;
  /** As for a point in time: where the evidence stands. */
  readonly evidence?: string | null;
}

export interface LinePoint {
  readonly date: Period;
  readonly value: number | null;
  /** The leg that leads to a projection is dashed. */
  readonly isProjected?: boolean;
}

export interface DatedGroup {
  readonly id: string;
  readonly label: string;
  /** The page of what the group is, for tables. */
  readonly href?: string | null;
  readonly colour: ColourName;
  /** In order of time. Those named first get their label first where room is short. */
  readonly entries: readonly DatedEntry[];
  /** A line beside the dots, such as a median of this group alone; it breaks at null. */
  readonly line?: readonly LinePoint[];
}

/** Single things by date: dots on a value axis (`scatter`), or one lane for each group (`lanes`). */
export interface DatedModel {
  readonly shape: 'scatter' | 'lanes';
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  readonly valueLabel: string;
  readonly entryLabel: string;
  readonly groupLabel: string;
  readonly columns: readonly DetailColumn[];
  /** Whether dots carry their names, as far as there is room. */
  readonly named: boolean;
  /** Whether the title names whose figures these are, so that a picture of one alone need not. */
  readonly isTitled?: boolean;
  readonly groups: readonly DatedGroup[];
  readonly notes: readonly string[];
}

export type ChartModel = TimeModel | RankModel | DatedModel;

export function isDated(model: ChartModel): model is DatedModel {
  return model.shape === 'scatter' || model.shape === 'lanes';
}

export function isTime(model: ChartModel): model is TimeModel {
  return model.shape !== 'ranking' && !isDated(model);
}

/** Whether the picture need not say whose figures it shows. */
export function isNameless({ series, isTitled = false }: TimeModel): boolean {
  return series.length === 1 && isTitled;
}

/** Every entry of a dated model with its group, oldest first; equal dates in the order of groups. */
export function listDatedEntries(
  model: DatedModel,
): { readonly entry: DatedEntry; readonly group: DatedGroup }[] {
  return model.groups
    .flatMap((group) => group.entries.map((entry) => ({ entry, group })))
    .sort((a, b) => a.entry.date.start.localeCompare(b.entry.date.start));
}

/** The slugs of every source behind a model, each once, in order of appearance. */
export function listSourceSlugs(model: ChartModel): string[] {
  return [...new Set(listCarriers(model).flatMap(({ source }) => source ?? []))];
}

/** Whether there is anything to draw. */
export function hasFigures(model: ChartModel): boolean {
  return isTime(model)
    ? model.series.some(({ points }) => points.some(hasValue))
    : listCarriers(model).length > 0;
}

/** Blank points too: growth has none in its first year, but its second is computed from that. */
function listCarriers(model: ChartModel): readonly { readonly source: string | null }[] {
  return isTime(model) ? model.series.flatMap(({ points }) => points) : listFigures(model);
}

/**
 * Whatever the picture shows: entries, or the points of series that have a figure,
 * in the model's order. Entries of lanes carry no value.
 */
export function listFigures(model: ChartModel): readonly (Point | RankEntry | DatedEntry)[] {
  if (model.shape === 'ranking') return model.entries;
  if (isDated(model)) return model.groups.flatMap(({ entries }) => entries);
  return model.series.flatMap(({ points }) => points.filter(hasValue));
}

/** The newest point with a figure; null when the series has none. */
export function getLastPoint(series: Series): (Point & { readonly value: number }) | null {
  return series.points.findLast(hasValue) ?? null;
}

/** The oldest point with a figure; null when the series has none. */
export function getFirstPoint(series: Series): (Point & { readonly value: number }) | null {
  return series.points.find(hasValue) ?? null;
}

export function hasValue<P extends { value: number | null }>(
  point: P,
): point is P & { value: number } {
  return point.value !== null;
}

/** Every period of a time model once, oldest first. */
export function listPeriods(model: TimeModel): Period[] {
  const byLabel = new Map<string, Period>();
  for (const series of model.series) {
    for (const { period } of series.points) byLabel.set(period.label, period);
  }
  return [...byLabel.values()].sort(
    (a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end),
  );
}
