/**
 * An older vintage of a chart's figures with the newer one drawn pale behind it, and what
 * moved from one to the other.
 */
import { median } from 'd3-array';
import {
  type ChartModel,
  type CountedFigure,
  hasValue,
  isRanking,
  isTime,
  listEntries,
  type Point,
  type RankEntry,
  type Series,
} from '@/charts/model';
import { formatChange, formatValue, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import type { BuiltChart } from './published-chart';
import type { Vintage } from './vintage';

/** A figure that is another in the newer vintage, or is in one of both alone. */
interface MovedFigure {
  readonly name: string;
  /** Label of its period; null where figures have no time of their own. */
  readonly period: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly evidence: { readonly before: string | null; readonly after: string | null };
}

export interface VintageShown {
  readonly older: Vintage;
  readonly newer: Vintage;
  /** Null where the figures have none, and nothing is compared. */
  readonly unit: Unit | null;
  /** Largest change in percent first; what only one of both has comes last. */
  readonly moved: readonly MovedFigure[];
  /** Figures that are the same in both. */
  readonly same: number;
  /** What must be said of the newer figures, where it is not the same: they may count another whole. */
  readonly caveat: string | null;
  /** How the newer figures are drawn, in words; null: the picture lacks them. */
  readonly drawn: string | null;
}

/** The older figures as the chart, and what became of them. */
export function compareVintages(
  then: BuiltChart,
  now: BuiltChart,
  { older, newer }: Pick<VintageShown, 'older' | 'newer'>,
): { readonly built: BuiltChart; readonly shown: VintageShown } {
  const [old, fresh] = [listComparable(then.model), listComparable(now.model)];
  const all = [...new Set([...old.keys(), ...fresh.keys()])].map((key): MovedFigure => {
    const [first, second] = [old.get(key), fresh.get(key)];
    const { name = '', period = null } = first ?? second ?? {};
    return {
      ...{ name, period },
      ...{ before: first?.value ?? null, after: second?.value ?? null },
      evidence: { before: first?.evidence ?? null, after: second?.evidence ?? null },
    };
  });
  return {
    built: {
      ...then,
      title: now.title,
      subtitle: `${then.subtitle}; ${lowerFirst(older.words)}`,
      model: addGhosts(then.model, now.model, newer),
      // Parts of two wholes make no stack.
      ...(then.trends && { trends: { ...then.trends, stacks: ['none'] } }),
    },
    shown: {
      ...{ older, newer },
      drawn: wordGhosts(then.model, newer),
      caveat: now.caveat && now.caveat !== then.caveat ? now.caveat : null,
      unit: 'unit' in then.model ? then.model.unit : null,
      moved: all
        // What a series has after its last figure of then did not move: it came later.
        .filter((one) => one.before !== one.after && (one.before !== null || one.period === null))
        .toSorted((a, b) => weigh(b) - weigh(a)),
      same: all.filter((one) => one.before !== null && one.before === one.after).length,
    },
  };
}

/** Change in percent of the figure of then; null where one of both is not known. */
export function toMovedPercent({ before, after }: MovedFigure): number | null {
  return before === null || after === null || before === 0
    ? null
    : (100 * (after - before)) / before;
}

const weigh = (one: MovedFigure): number => Math.abs(toMovedPercent(one) ?? -1);

/** "31 of 40 figures are others in Oct 2026, the median by 2.1%; Google, Q4 2025: −9.3%." */
export function describeMoved({ moved, same, newer }: VintageShown): string {
  const both = moved.filter(({ before, after }) => before !== null && after !== null);
  const of = both.length + same;
  if (of === 0) return 'None of these figures is in the newer vintage.';
  if (moved.length === 0) return `All ${of} figures are the same in ${newer.name}.`;
  const [most] = both;
  const sizes = both.map((one) => Math.abs(toMovedPercent(one) ?? 0));
  const add = (some: readonly MovedFigure[], word: string) =>
    some.length > 0 ? `; ${some.length} ${word}` : '';
  const isGone = ({ after }: MovedFigure) => after === null;
  const isNew = ({ before }: MovedFigure) => before === null;
  return [
    `${both.length} of ${of} figures moved by ${newer.name}`,
    most
      ? `, the median of them by ${formatValue(round(median(sizes) ?? 0), '%')}; most ${wordPlace(most)}, ${formatChange(round(toMovedPercent(most) ?? 0), '%')}`
      : '',
    add(moved.filter(isNew), 'came in'),
    add(moved.filter(isGone), 'dropped out'),
    '.',
  ].join('');
}

const round = (percent: number): number => Math.round(percent * 10) / 10;

const wordPlace = ({ name, period }: MovedFigure): string =>
  period === null ? name : `${name} in ${formatPeriod(period)}`;

/** "as published in Apr 2026", within a sentence. */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

interface Comparable {
  readonly name: string;
  readonly period: string | null;
  readonly value: number;
  readonly evidence?: string | null;
}

/** What was known in part grows until its period is over; that is no revision. */
const isWhole = (point: Point): point is Point & { readonly value: number } =>
  hasValue(point) && !point.isUnfinished;

/** Figures by what they are of. Pictures of single dated things have none that would be the same. */
function listComparable(model: ChartModel): ReadonlyMap<string, Comparable> {
  if (isTime(model)) {
    return new Map(
      model.series.flatMap(({ id, label, points }) =>
        points.filter(isWhole).map((point) => {
          const period = point.period.label;
          return [`${id} ${period}`, { ...point, name: label, period }] as const;
        }),
      ),
    );
  }
  const rows = listEntries(model).filter(hasValue);
  return new Map(rows.map((row) => [row.id, { ...row, name: row.label, period: null }]));
}

function wordGhosts(model: ChartModel, { words }: Vintage): string | null {
  if (isTime(model)) return `Pale and dashed: ${lowerFirst(words)}.`;
  return isRanking(model) ? `Diamonds: ${lowerFirst(words)}.` : null;
}

/** The model of then with the newer figures: lines behind its own, another count in a ranking. */
function addGhosts(then: ChartModel, now: ChartModel, newer: Vintage): ChartModel {
  const drawn = wordGhosts(then, newer);
  const notes = drawn === null ? then.notes : [drawn, ...then.notes];
  if (isTime(then) && isTime(now)) {
    return {
      ...then,
      shape: 'lines',
      series: [...then.series, ...then.series.flatMap((one) => toGhost(one, now.series, newer))],
      notes,
    };
  }
  if (!isRanking(then) || !isRanking(now)) return then;
  const later = new Map(now.entries.map((entry) => [entry.id, entry]));
  const { counts = [] } = then;
  return {
    ...then,
    shape: 'interval-bars',
    counts: [
      ...counts,
      { id: 'newer', label: newer.name, meaning: `${newer.words}.`, mark: 'diamond' },
    ],
    entries: then.entries.map((entry) => ({
      ...entry,
      counts: [
        ...counts.map((_, place) => entry.counts?.[place] ?? null),
        toCount(later.get(entry.id)),
      ],
    })),
    notes,
  };
}

function toCount(entry: RankEntry | undefined): CountedFigure | null {
  if (!entry || entry.value === null) return null;
  const { value, low, high, kind, source, note, evidence, date } = entry;
  return { value, low, high, kind, source, note, evidence, asOf: date ?? '' };
}

function toGhost(series: Series, newest: readonly Series[], { name }: Vintage): Series[] {
  const same = newest.find(({ id }) => id === series.id);
  if (!same) return [];
  const { short: _, ...own } = same;
  return [{ ...own, id: `${same.id}-newer`, label: `${same.label}, ${name}`, ghostOf: series.id }];
}
