/**
 * The values of series: as growth, as multiples of their start, as shares of their sum; and
 * what keeps a whole honest and a picture readable.
 */

import { type FigureKind, toWeakestKind } from '@/units/figure-kind';
import { formatPeriod, type Period, toQuarterBefore, toYearBefore } from '@/units/period';
import { hasValue } from '../kinds/figure';
import type { Point, Series, TimeModel } from '../kinds/time/model';
import { toComputedPoint, trimGaps } from './periods';

type GrowthStep = 'year' | 'quarter';

const stepBack = { year: toYearBefore, quarter: toQuarterBefore } satisfies Record<
  GrowthStep,
  (period: Period) => string | null
>;

/**
 * Growth against the same period a year before, or against the quarter before.
 * Null where either figure is unknown or of a period that was not over, or the earlier one
 * is not above zero.
 */
export function toGrowth(series: Series, step: GrowthStep): Series {
  const over = series.points.map((point) =>
    point.isUnfinished ? { ...point, value: null } : point,
  );
  const byLabel = new Map(over.map((point) => [point.period.label, point]));
  const points = over.map((point) => {
    const before = byLabel.get(stepBack[step](point.period) ?? '');
    const isKnown = point.value !== null && before && hasValue(before) && before.value > 0;
    if (!isKnown) return toComputedPoint(point, null, []);
    const grown = toComputedPoint(point, (point.value / before.value - 1) * 100, [before, point]);
    const longer = findLonger(point.period, before.period);
    if (longer === null) return grown;
    return { ...grown, note: `${grown.note} ${wordLonger([longer])}` };
  });
  return { ...series, points: trimGaps(points) };
}

/** The quarter of 14 weeks of two, where the other has 13; null: both are equally long. */
function findLonger(one: Period, other: Period): Period | null {
  if (one.kind !== 'fiscal-quarter' || other.kind !== 'fiscal-quarter') return null;
  const [first, second] = [countDays(one), countDays(other)];
  if (Math.abs(first - second) < DAYS_OF_A_WEEK) return null;
  return first > second ? one : other;
}

const DAYS_OF_A_WEEK = 7;
const countDays = ({ start, end }: Period): number => (Date.parse(end) - Date.parse(start)) / 864e5;

const wordLonger = (periods: readonly Period[]): string =>
  `${periods.map(({ label }) => formatPeriod(label)).join(' and ')} had 14 weeks, one more than others: about 8% of the change is that week.`;

/** Which quarters of 14 weeks a growth speaks of, in a sentence; none where there are none. */
export function describeLonger(series: readonly Series[], step: GrowthStep): readonly string[] {
  const found = new Map<string, Period>();
  for (const { points } of series) {
    const byLabel = new Map(points.map(({ period }) => [period.label, period]));
    for (const { period } of points) {
      const before = byLabel.get(stepBack[step](period) ?? '');
      const longer = before && findLonger(period, before);
      if (longer) found.set(longer.label, longer);
    }
  }
  return found.size > 0 ? [wordLonger([...found.values()])] : [];
}

/**
 * Each series divided by its first figure above zero, times 100; figures before it
 * are dropped. Series need not start together, so the notes name each start.
 */
export function toIndex(series: readonly Series[]): {
  series: readonly Series[];
  notes: readonly string[];
} {
  const starts = new Map<string, string[]>();
  const indexed = series.map((one) => {
    const start = one.points.findIndex((point) => hasValue(point) && point.value > 0);
    const base = one.points[start];
    if (!base?.value) return { ...one, points: [] };
    const label = formatPeriod(base.period.label);
    starts.set(label, [...(starts.get(label) ?? []), one.label]);
    const { value: hundred } = base;
    const points = one.points
      .slice(start)
      .map(
        (point): Point =>
          point.value === null
            ? point
            : toComputedPoint(point, (point.value / hundred) * 100, [base, point]),
      );
    return { ...one, points };
  });
  return { series: indexed.filter(({ points }) => points.length > 0), notes: toNotes(starts) };
}

function toNotes(starts: ReadonlyMap<string, readonly string[]>): string[] {
  if (starts.size === 0) return [];
  const [only] = starts.keys();
  if (starts.size === 1) return [`Index: ${only} = 100.`];
  const parts = [...starts].map(([label, names]) => `${names.join(', ')}: ${label} = 100`);
  return [`Index, each from its first figure shown. ${parts.join('; ')}.`];
}

/**
 * Shares of the sum of all series that have a figure in the period. A period
 * whose sum is zero has no shares.
 */
export function toShares(series: readonly Series[]): Series[] {
  const sums = new Map<string, number>();
  const whole = new Map<string, { kind: FigureKind }[]>();
  for (const { period, value, kind } of series.flatMap(({ points }) => points).filter(hasValue)) {
    sums.set(period.label, (sums.get(period.label) ?? 0) + value);
    whole.set(period.label, [...(whole.get(period.label) ?? []), { kind }]);
  }
  return series.map((one) => ({
    ...one,
    points: one.points.map((point) => {
      const sum = sums.get(point.period.label);
      if (!sum || point.value === null) return toComputedPoint(point, null, [point]);
      const computed = toComputedPoint(point, (point.value / sum) * 100, [point]);
      // A share is no firmer than the whole that it is a part of.
      return {
        ...computed,
        kind: toWeakestKind([computed, ...(whole.get(point.period.label) ?? [])]),
      };
    }),
  }));
}

/**
 * The series without the periods that lack a part of the whole, of which no share and no stack
 * can be drawn; the notes name them. A series
 * lacks a figure where it has one before and one after, and with `every` also
 * before its first and after its last. Otherwise it is not there yet, or no more.
 */
export function keepWhole(
  series: readonly Series[],
  parts: TimeModel['parts'] = 'known',
): { series: readonly Series[]; notes: readonly string[] } {
  if (parts === 'any') return { series, notes: [] };
  const lacking = new Map<string, string[]>();
  const known = new Set(
    series.flatMap(({ points }) => points.filter(hasValue).map(({ period }) => period.label)),
  );
  for (const { label, points } of series) {
    const own = new Map(points.map(({ period, value }) => [period.label, value]));
    const between = new Set(trimGaps(points).map(({ period }) => period.label));
    for (const period of known) {
      const isPart = parts === 'every' || between.has(period);
      if (!isPart || own.get(period) != null) continue;
      lacking.set(period, [...(lacking.get(period) ?? []), label]);
    }
  }
  if (lacking.size === 0) return { series, notes: [] };
  const kept = series.map((one) => ({
    ...one,
    points: trimGaps(
      one.points.map((point) =>
        lacking.has(point.period.label) ? { ...point, value: null } : point,
      ),
    ),
  }));
  return { series: kept.filter(({ points }) => points.length > 0), notes: [toNote(lacking)] };
}

/** Parts by the periods that lack them: one part is often missing several times. */
function toNote(lacking: ReadonlyMap<string, readonly string[]>): string {
  const byParts = new Map<string, string[]>();
  for (const [period, parts] of [...lacking].sort(([a], [b]) => a.localeCompare(b))) {
    const names = parts.join(', ');
    byParts.set(names, [...(byParts.get(names) ?? []), formatPeriod(period)]);
  }
  const texts = [...byParts].map(([names, periods]) => `${periods.join(', ')} (without ${names})`);
  return `Left blank, because not every part is known: ${texts.join('; ')}.`;
}

/**
 * The `most` largest series by their highest figure, and the sum of the rest as
 * one more. Order stays; the sum comes last and takes in a series called `other`.
 * Where adding is not allowed, or there are few, the series come back as they are.
 */
export function foldSmall(
  series: readonly Series[],
  { most, label, allowed = true }: { most: number; label: string; allowed?: boolean },
): Series[] {
  if (!allowed || series.length <= most + 1) return [...series];
  const named = series.filter(({ id }) => id !== 'other');
  const bySize = named.toSorted((a, b) => getHighest(b) - getHighest(a));
  const kept = new Set(bySize.slice(0, most));
  const folded = series.filter((one) => !kept.has(one));
  return [
    ...series.filter((one) => kept.has(one)),
    { id: 'others', label, color: 'other', points: sumPoints(folded) },
  ];
}

function getHighest({ points }: Series): number {
  return Math.max(...points.map(({ value }) => value ?? 0));
}

function sumPoints(series: readonly Series[]): Point[] {
  const sums = new Map<string, Point & { value: number }>();
  for (const point of series.flatMap(({ points }) => points).filter(hasValue)) {
    const sum = sums.get(point.period.label);
    sums.set(point.period.label, {
      period: point.period,
      value: point.value + (sum?.value ?? 0),
      kind: toWeakestKind(sum ? [sum, point] : [point]),
      source: point.source,
      note: 'Added up from smaller series.',
    });
  }
  return [...sums.values()];
}
