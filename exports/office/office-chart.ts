/**
 * A picture as a native chart of slides, documents and workbooks: categories and series with
 * their colors, ranges and kinds. What office programs have no chart for says why.
 */
import { type ColorName, getColor } from '@/charts/colors';
import { type ChartModel, type DrawnModel, isRanking, isTime, listPeriods } from '@/charts/kinds';
import type { Figure } from '@/charts/kinds/figure';
import { hasValue, type RankModel, selectRows, type TimeModel } from '@/charts/model';
import { type FigureKind, toPublished } from '@/units/figure-kind';
import type { Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';

export interface OfficeSeries {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  /** One a category; null is a gap. */
  readonly values: readonly (number | null)[];
  /** Ends of ranges, one a category; null where there is none. */
  readonly lows: readonly (number | null)[];
  readonly highs: readonly (number | null)[];
  readonly kinds: readonly (FigureKind | null)[];
  /** A color for each category, where they differ. */
  readonly colors?: readonly string[];
}

export interface OfficeChart {
  readonly type: 'lines' | 'columns' | 'stacked-columns' | 'stacked-areas' | 'bars';
  /** What the first column of its figures holds. */
  readonly categoryLabel: string;
  readonly categories: readonly string[];
  readonly series: readonly OfficeSeries[];
  readonly isLog: boolean;
  readonly min: number | null;
  /** Programs cut ranges off where they choose the end themselves. */
  readonly max: number | null;
  /** A number format of spreadsheets for the axis. */
  readonly format: string;
}

type OfficeAnswer =
  | { readonly chart: OfficeChart; readonly reason: null }
  | { readonly chart: null; readonly reason: string };

export function toOfficeChart(model: DrawnModel): OfficeAnswer {
  const known = model as ChartModel;
  if (model.shape === 'ranking' && isRanking(known)) return toBars(known as RankModel);
  if ('series' in model && isTime(known)) return { chart: toColumns(known), reason: null };
  return {
    chart: null,
    reason:
      'Office programs have no chart of this kind: this is an image; the figures are in its table.',
  };
}

function toColumns(model: TimeModel): OfficeChart {
  const periods = listPeriods(model);
  const series = model.series.map((one): OfficeSeries => {
    const points = periods.map((period) =>
      one.points.find(({ period: { label } }) => label === period.label),
    );
    return {
      name: one.label,
      color: toHex(one.color),
      values: points.map((point) => toCell(point, 'value')),
      lows: points.map((point) => toCell(point, 'low')),
      highs: points.map((point) => toCell(point, 'high')),
      kinds: points.map((point) => point?.kind ?? null),
    };
  });
  const isStack = model.shape.startsWith('stacked');
  const highest = Math.max(
    0,
    ...(isStack
      ? periods.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
      : series.flatMap(({ values, highs }) => [...values, ...highs].map((one) => one ?? 0))),
  );
  const lowest = Math.min(
    0,
    ...series.flatMap(({ values, lows }) => [...values, ...lows].map((one) => one ?? 0)),
  );
  const isLog = model.scale === 'log';
  // Programs count their ticks from the lower end: with figures below zero one is to be zero.
  const step = roundUp(Math.max(highest, -lowest) / 5) ?? 1;
  const toEnd = (value: number) => Math.ceil(value / step) * step;
  return {
    type: model.shape,
    categoryLabel: 'Period',
    categories: periods.map(({ label }) => formatPeriod(label)),
    series,
    isLog,
    min: isLog || model.axis === 'free' ? null : 0 - toEnd(-lowest),
    max:
      model.axis === 'share'
        ? 100
        : isLog || model.axis === 'free'
          ? null
          : lowest < 0
            ? toEnd(highest)
            : roundUp(highest),
    format: toFormat(model.unit, highest),
  };
}

/** A figure as the other files have it. */
const toCell = (figure: Figure | undefined, end: 'value' | 'low' | 'high'): number | null =>
  figure ? toPublished(figure[end] ?? null, figure.kind) : null;

const MOST_BARS = 20;

function toBars(model: RankModel): OfficeAnswer {
  if (model.marks) {
    return {
      chart: null,
      reason: 'Rows of single dots are no chart of office programs: this is an image.',
    };
  }
  if (model.scale === 'log') {
    return { chart: null, reason: 'Bars on a log axis have no beginning: this is an image.' };
  }
  const entries = selectRows(model.entries.filter(hasValue), MOST_BARS);
  const highest = Math.max(0, ...entries.map(({ value, high }) => Math.max(value, high ?? 0)));
  const chart: OfficeChart = {
    type: 'bars',
    categoryLabel: model.entryLabel,
    categories: entries.map(({ label }) => label),
    series: [
      {
        name: model.valueLabel,
        color: toHex(entries[0]?.color ?? 'ink'),
        values: entries.map((entry) => toCell(entry, 'value')),
        lows: entries.map((entry) => toCell(entry, 'low')),
        highs: entries.map((entry) => toCell(entry, 'high')),
        kinds: entries.map(({ kind }) => kind),
        colors: entries.map(({ color }) => toHex(color)),
      },
    ],
    isLog: false,
    min: 0,
    max: roundUp(highest),
    format: toFormat(model.unit, highest),
  };
  return { chart, reason: null };
}

/** Of bars and areas the lighter color, as on pages; of lines the other. */
const toHex = (name: ColorName): string =>
  (getColor(name, 'light') ?? '#333333').replace('#', '').toUpperCase();

/** The next of 1, 1.2, 1.5, 2, 2.5 … times a power of ten. */
function roundUp(value: number): number | null {
  if (value <= 0) return null;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value);
  return Number(((step ?? 10) * power).toPrecision(3));
}

/** Figures stay as they are in the sheet; the axis says them as pages do: 41096 is "$41.1bn". */
function toFormat(unit: Unit, most: number): string {
  switch (unit) {
    case '%':
      return '0"%"';
    case 'USD millions':
      return most >= 10_000
        ? '[=0]"$0";[>=1000]"$"#,##0,"bn";"$"#,##0"m"'
        : '[=0]"$0";[>=1000]"$"#,##0.0,"bn";"$"#,##0"m"';
    case 'thousands':
      return '[=0]0;[>=1000]#,##0.0,"m";#,##0"k"';
    case 'USD':
    case 'USD per hour':
    case 'USD per chip-hour':
    case 'USD per query':
      return most < 100 ? '"$"0.00' : '"$"#,##0';
    default:
      return most < 10 ? '0.0' : '[>=1000000]#,##0.0,,"m";#,##0';
  }
}
