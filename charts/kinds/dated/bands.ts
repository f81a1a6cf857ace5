/**
 * More dots than can be told apart: a picture then shows them by the month or year. On a
 * value axis a band holds the middle half of each and a mark its median; in lanes, which
 * have no values, a bar is as high as there are dots. Nothing is invented: a month
 * without a figure has neither, and what is dated less exactly than the bands stays a dot.
 */
import { ascending, group as groupBy, quantileSorted, sum } from 'd3-array';
import type { FigureKind } from '@/units/figure-kind';
import { formatCount, formatValue } from '@/units/format-value';
import { type Period, parsePeriod } from '@/units/period';
import { type DatedEntry, type DatedGroup, type DatedModel, toDrawable } from './model';

/** As many figures are drawn one by one; more of them only cover each other. */
const MOST_DOTS = 500;
/** With more months the years are told apart better. */
const MOST_MONTHS = 144;

interface Spread {
  /** The lowest and the highest. */
  readonly low: number;
  readonly high: number;
  /** Between the quartiles lies the middle half. */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The figures of one group and kind in one month or year. */
export interface Band {
  readonly group: DatedGroup;
  readonly kind: FigureKind;
  readonly period: Period;
  readonly count: number;
  /** null in lanes, which have no values. */
  readonly spread: Spread | null;
  /** The slug of their source; null where they have several. */
  readonly source: string | null;
}

interface Banded {
  readonly by: 'month' | 'year';
  /** In the order of groups, then of kinds as they first occur, then of time. */
  readonly bands: readonly Band[];
  /** The model with only what no band holds, and without lines. */
  readonly rest: DatedModel;
}

/** Whether single dots would be too many. */
export const isDense = ({
  groups,
  mostDots = MOST_DOTS,
}: Pick<DatedModel, 'groups' | 'mostDots'>): boolean =>
  sum(groups, ({ entries }) => entries.length) > mostDots;

/** The bands of a dense model; null where every figure is drawn by itself. */
export function findBands(model: DatedModel): Banded | null {
  if (!isDense(model)) return null;
  const known = found.get(model);
  if (known) return known;
  const banded = buildBands(model.shape === 'lanes' ? model : toDrawable(model));
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
    count: entries.length,
    spread:
      values.length === 0
        ? null
        : { low: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), high: at(1) },
    source: sources.size === 1 ? [...sources][0]! : null,
  };
}

/** "4,282 prices: bands hold the middle half of each month, …"; nothing where dots are drawn. */
export function describeBands(model: DatedModel): string[] {
  const banded = findBands(model);
  if (!banded) return [];
  const { by, bands, rest } = banded;
  const things = model.counted ?? 'figures';
  const alone = sum(rest.groups, ({ entries }) => entries.length);
  const all = alone + sum(bands, ({ count }) => count);
  const say = (value: number) => formatValue(value, model.unit);
  const spreads = bands.flatMap(({ spread }) => spread ?? []);
  const lowest = Math.min(...spreads.map(({ low }) => low));
  const highest = Math.max(...spreads.map(({ high }) => high));
  const how =
    model.shape === 'lanes'
      ? `a bar is as high as a ${by} has ${things}, at most ${formatCount(findMost(bands))}. A ${by} without has no bar; the files have each by itself.`
      : `bands hold the middle half of each ${by}, lines and marks the median. A ${by} without ${things} has neither.`;
  return [
    `${formatCount(all)} ${things}: ${how}`,
    ...(spreads.length > 0
      ? [
          `Single ${things} reach from ${say(lowest)} to ${say(highest)}; the files have all of them.`,
        ]
      : []),
    ...(alone > 0
      ? [`Dots are ${things} dated less exactly than by the ${by} (${formatCount(alone)}).`]
      : []),
  ];
}

/** How many a group has at most in one month or year, of all kinds; zero where there is none. */
export function findMost(bands: readonly Band[]): number {
  const places = groupBy(bands, ({ group, period }) => `${group.id} ${period.label}`);
  const counts = [...places.values()].map((kinds) => sum(kinds, ({ count }) => count));
  return Math.max(0, ...counts);
}

/** The first and the last day of a band, which the axis has to hold. */
export const toEdges = ({ period: { start, end } }: Band): Period[] =>
  [start, end].flatMap((day) => parsePeriod(day) ?? []);
