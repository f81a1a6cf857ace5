/** Series over time. */

import type { Unit } from '@/units/format-value';
import type { Period } from '@/units/period';
import type { ColorName } from '../../colors';
import { type Figure, hasValue, type Ranges } from '../figure';

/** A period as its company names it, on its own calendar. */
export interface ReportedPeriod {
  readonly label: string;
  /** First day; null where it is not published. */
  readonly start: string | null;
  readonly end: string;
}

/** A figure in time; a missing one breaks the line and is never drawn as zero. */
export interface Point extends Figure {
  /** Where the figure stands. */
  readonly period: Period;
  /** What it was reported for, where that is not its place: a fiscal quarter set on the calendar. */
  readonly reported?: ReportedPeriod;
  /** First day of a sum that ends with its place: of the four quarters to this one. */
  readonly since?: string;
  /** Counted before its period was over: drawn as unfinished, never as a fall. */
  readonly isUnfinished?: boolean;
  /** Whether it counts something else than the figure before: no line joins the two. */
  readonly startsAnew?: boolean;
}

export interface Series {
  readonly id: string;
  readonly label: string;
  readonly color: ColorName;
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

/** Whether the picture need not say whose figures it shows. */
export function isNameless({ series, isTitled = false }: TimeModel): boolean {
  return series.length === 1 && isTitled;
}

/** The newest point with a figure; null when the series has none. */
export function getLastPoint(series: Series): (Point & { readonly value: number }) | null {
  return series.points.findLast(hasValue) ?? null;
}

/** The oldest point with a figure; null when the series has none. */
export function getFirstPoint(series: Series): (Point & { readonly value: number }) | null {
  return series.points.find(hasValue) ?? null;
}

/** Every period once, oldest first. */
export function listTimePeriods(model: TimeModel): Period[] {
  const byLabel = new Map<string, Period>();
  for (const series of model.series) {
    for (const { period } of series.points) byLabel.set(period.label, period);
  }
  return [...byLabel.values()].sort(
    (a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end),
  );
}

/** Areas remain areas, and columns columns. */
export const toStacked = (shape: TimeModel['shape']): TimeModel['shape'] =>
  shape === 'stacked-columns' || shape === 'columns' ? 'stacked-columns' : 'stacked-areas';

/** What was stacked becomes lines; single columns stay as they are. */
export const toUnstacked = (shape: TimeModel['shape']): TimeModel['shape'] =>
  shape === 'columns' ? 'columns' : 'lines';
