/** Series over time: their model, their stacks, the words of their periods. */

import { toUtc } from '@/units/date';
import { formatChange, type Unit } from '@/units/format-value';
import {
  formatMonths,
  formatPeriod,
  formatPeriodLong,
  isQuarter,
  type Period,
} from '@/units/period';
import type { ColorName } from '../../colors';
import { type Figure, hasValue, type Named, type Ranges } from '../figure';

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

export interface Series extends Named {
  /** What its line is called where the label has no room; absent: as much of the label as fits. */
  readonly short?: string;
  readonly color: ColorName;
  /** In order of time, one point a period, gaps filled with nulls. */
  readonly points: readonly Point[];
  /** The visitor's own figures: dashed, with other marks, never taken for ours. */
  readonly isOwn?: boolean;
  /** The id of the series of which these are the figures of a newer vintage: pale, dashed, unnamed. */
  readonly ghostOf?: string;
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

/** An editor's words at a point of the picture. */
export interface Annotation {
  /** The label of the period that they speak of, as the series or the company names it. */
  readonly at: string;
  /** The series that they speak of; null: of the time as such. */
  readonly series: string | null;
  readonly text: string;
}

/** Series over time. Stacks need series without nulls in between to be honest; nulls leave a hole. */
export interface TimeModel extends Ranges {
  readonly shape: 'lines' | 'columns' | 'stacked-columns' | 'stacked-areas';
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  /** `share` fixes the axis to 0–100, because a cut axis misstates a share. */
  readonly axis: 'from-zero' | 'share' | 'free';
  /** A stock that is known at some dates holds until the next one; absent: what lies between is a slope. */
  readonly course?: 'steps';
  /** What is said in lines where a series starts anew, "new definition"; absent: nothing. */
  readonly breakWords?: string;
  readonly series: readonly Series[];
  /** Whether the title names whose figures these are, so that a picture of one alone need not. */
  readonly isTitled?: boolean;
  /**
   * What a period needs to be a whole of its series, in a stack or for shares: each
   * that is known before and after (the default), or `every` one, because these
   * parts were always there and are only not known, or `any`, because the notes say which
   * are missing.
   */
  readonly parts?: 'known' | 'every' | 'any';
  /** The most telling first: where labels would collide, it is the first that stays. */
  readonly marks?: readonly TimeMark[];
  /** The most telling first: where there is no room, the first stay. */
  readonly annotations?: readonly Annotation[];
  readonly notes: readonly string[];
}

/** The model without newer vintages of its series. */
export function dropGhosts(model: TimeModel): TimeModel {
  return { ...model, series: model.series.filter(({ ghostOf }) => ghostOf === undefined) };
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

/** Whether a point is of the period with this label, on its own calendar or its company's. */
export const isAt = ({ period, reported }: Point, label: string): boolean =>
  period.label === label || reported?.label === label;

/** Whether the picture has the figure that an annotation speaks of. */
export const hasFigureAt = (
  { series }: TimeModel,
  { at, series: id }: Pick<Annotation, 'at' | 'series'>,
): boolean =>
  series
    .filter((one) => id === null || one.id === id)
    .some(({ points }) => points.some((point) => hasValue(point) && isAt(point, at)));

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

/** A figure in a stack, from where it starts to where it ends. */
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

/** The time that a figure speaks of, wherever in a picture it stands. */
type Place = Pick<Point, 'period' | 'reported' | 'since' | 'isUnfinished'>;

/** "Q2 FY27 (May–Jul 2026)", "Q2 2026, reported for Q2 FY27", "four quarters to Q2 FY27 (Aug 2025–Jul 2026)". */
export function formatWhen(place: Place): string {
  const { period, since } = place;
  const own = since
    ? `${toSumWords(place)} (${formatMonths({ start: since, end: period.end })})`
    : formatPeriodLong(period) + toMark(place);
  const reported = formatReported(place);
  return reported ? `${own}, ${reported}` : own;
}

/** The same without months, as it stands in a sentence: "Q2 FY27", "four quarters to Q2 FY27". */
export function formatWhenShort(place: Place): string {
  return place.since ? toSumWords(place) : formatPeriod(place.period.label) + toMark(place);
}

/** "reported for Q2 FY27 (May–Jul 2026)"; null where the place says it all. */
export function formatReported({ period, reported }: Place): string | null {
  return reported && reported.label !== period.label
    ? `reported for ${formatReportedPeriod(reported)}`
    : null;
}

function formatReportedPeriod({ label, start, end }: ReportedPeriod): string {
  const months = start ? formatMonths({ start, end }) : `to ${formatPeriod(end)}`;
  return `${formatPeriod(label)} (${months})`;
}

/** A year grows until it is over; of a quarter only a part was counted. */
export const toMark = ({ isUnfinished, period }: Place): string =>
  isUnfinished ? (isQuarter(period) ? ', incomplete' : ' so far') : '';

/** A text as it stands at the start of a sentence or a cell. */
export const toStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const toSumWords = ({ period }: Place): string => `four quarters to ${formatPeriod(period.label)}`;

type Measured = Pick<TimeModel, 'unit' | 'axis'>;

/**
 * From the figure of the same series a year earlier: in points of a share, else in percent;
 * null where either is missing, or where the figures are themselves changes.
 */
export function toYearlyChange(
  { period, value }: Pick<Point, 'period' | 'value'>,
  points: readonly Point[],
  { unit, axis }: Measured,
): number | null {
  const before = points.find((one) => isYearBefore(one.period, period))?.value;
  if (value === null || before == null) return null;
  if (axis === 'share') return value - before;
  return unit === '%' || unit === 'percentage points' || before <= 0
    ? null
    : (value / before - 1) * 100;
}

/** "+1.2 points", "−14%", "+117%": growth in whole percent, as it is told of quarters. */
export function formatYearlyChange(change: number, { axis }: Measured): string {
  if (axis !== 'share') return formatChange(Math.round(change), '%');
  const points = formatChange(change, '%').replace('%', '');
  return `${points} ${/^[+−]1$/.test(points) ? 'point' : 'points'}`;
}

/** Fiscal quarters end up to a week earlier or later than a year before. */
function isYearBefore(one: Period, other: Period): boolean {
  const days = (toUtc(other.end).getTime() - toUtc(one.end).getTime()) / DAY_MS;
  return one.kind === other.kind && Math.abs(days - DAYS_OF_YEAR) <= 7;
}

const DAY_MS = 86_400_000;
const DAYS_OF_YEAR = 365;
