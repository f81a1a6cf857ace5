/**
 * More dots than can be told apart: a picture then shows them by the month or year, a band
 * for the middle half of each and a mark for its median. Nothing is invented: a month
 * without a figure has no band, and what is dated less exactly than the bands stays a dot.
 */
import { ascending, group as groupBy, quantileSorted } from 'd3-array';
import type { FigureKind } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { type Period, parsePeriod } from '@/units/period';
import { type DatedEntry, type DatedGroup, type DatedModel, toDrawable } from './model';

/** As many figures are drawn one by one; more of them only cover each other. */
export const MOST_DOTS = 500;
/** With more months the years are told apart better. */
const MOST_MONTHS = 144;

/** The figures of one group and kind in one month or year. */
export interface Band {
  readonly group: DatedGroup;
  readonly kind: FigureKind;
  readonly period: Period;
  readonly count: number;
  /** The lowest and the highest. */
  readonly low: number;
  readonly high: number;
  /** Between the quartiles lies the middle half. */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  /** The slug of their source; null where they have several. */
  readonly source: string | null;
}

export interface Banded {
  readonly by: 'month' | 'year';
  /** In the order of groups, then of kinds as they first occur, then of time. */
  readonly bands: readonly Band[];
  /** The model with only what no band holds, and without lines. */
  readonly rest: DatedModel;
}

/** Whether single dots would be too many; lanes have no values that a band could hold. */
export const isDense = (model: Pick<DatedModel, 'shape' | 'groups'>): boolean =>
  model.shape === 'scatter' &&
  model.groups.reduce((sum, { entries }) => sum + entries.length, 0) > MOST_DOTS;

/** The bands of a dense model; null where every figure is drawn by itself. */
export function findBands(model: DatedModel): Banded | null {
  if (!isDense(model)) return null;
  const known = found.get(model);
  if (known) return known;
  const banded = buildBands(toDrawable(model));
  found.set(model, banded);
  return banded;
}

// Two drawings, the words and what hovering reads all ask for the same.
const found = new WeakMap<DatedModel, Banded>();

function buildBands(model: DatedModel): Banded {
  const by = chooseUnit(model);
  const bands = model.groups.flatMap((group) =>
    [...groupBy(group.entries, ({ kind }) => kind)].flatMap(([kind, entries]) => {
      const parts = groupBy(entries, (entry) => toLabel(entry, by));
      return [...parts.keys()]
        .filter((label) => label !== null)
        .sort()
        .map((label) => toBand(parts.get(label) ?? [], { group, kind, label }));
    }),
  );
  const groups = model.groups.map(({ line: _, ...group }) => ({
    ...group,
    entries: group.entries.filter((entry) => toLabel(entry, by) === null),
  }));
  return { by, bands, rest: { ...model, groups } };
}

function chooseUnit({ groups }: DatedModel): Banded['by'] {
  const entries = groups.flatMap((group) => group.entries);
  const months = entries.flatMap((entry) => toLabel(entry, 'month') ?? []).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || entries.length - months.length > MOST_DOTS) return 'year';
  return countMonths(last) - countMonths(first) < MOST_MONTHS ? 'month' : 'year';
}

const countMonths = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** The month or year that holds a date wholly; null where the date is not as exact. */
function toLabel({ date: { start, end } }: DatedEntry, by: Banded['by']): string | null {
  const digits = by === 'month' ? 7 : 4;
  const label = start.slice(0, digits);
  return end.startsWith(label) ? label : null;
}

function toBand(
  entries: readonly DatedEntry[],
  { group, kind, label }: Pick<Band, 'group' | 'kind'> & { label: string },
): Band {
  const values = entries.flatMap(({ value }) => value ?? []).sort(ascending);
  const at = (share: number) => quantileSorted(values, share) ?? Number.NaN;
  const sources = new Set(entries.map(({ source }) => source));
  return {
    group,
    kind,
    period: parsePeriod(label)!,
    count: values.length,
    low: at(0),
    lower: at(0.25),
    median: at(0.5),
    upper: at(0.75),
    high: at(1),
    source: sources.size === 1 ? [...sources][0]! : null,
  };
}

/** "4,282 prices: bands hold the middle half of each month, …"; nothing where dots are drawn. */
export function describeBands(model: DatedModel): string[] {
  const banded = findBands(model);
  if (!banded) return [];
  const { by, bands, rest } = banded;
  const things = model.counted ?? 'figures';
  const alone = rest.groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const all = bands.reduce((sum, { count }) => sum + count, alone);
  const say = (value: number) => formatValue(value, model.unit);
  const [low, high] = [
    Math.min(...bands.map((band) => band.low)),
    Math.max(...bands.map((band) => band.high)),
  ];
  return [
    `${formatCount(all)} ${things}: bands hold the middle half of each ${by}, lines and marks the median. A ${by} without ${things} has neither.`,
    ...(bands.length > 0
      ? [`Single ${things} reach from ${say(low)} to ${say(high)}; the files have all of them.`]
      : []),
    ...(alone > 0
      ? [`Dots are ${things} dated less exactly than by the ${by} (${formatCount(alone)}).`]
      : []),
  ];
}

/** "4,282". */
export const formatCount = (count: number): string => count.toLocaleString('en-US');
