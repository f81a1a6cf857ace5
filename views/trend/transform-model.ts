/**
 * A model as a trend wants it. The stages are pure and always run in the same
 * order: calendar, sums, growth or shares, series, time, index, shape. Growth comes
 * before time is cut, so that its first year is known; an index comes after, because
 * it starts where the picture does.
 */

import type { By, Calendar, Scale, Stack, TrendView } from '@/address/trends';
import { type TimeModel, toStacked, toUnstacked } from '@/charts/model';
import { cutTime, sumByYear, sumTrailingYear, toCalendar } from '@/charts/transform/periods';
import { describeLonger, keepWhole, toGrowth, toIndex, toShares } from '@/charts/transform/values';
import type { TimeRange } from '@/units/time-range';

/** The model after every stage that the trend asks for; its notes say what was done. */
export function transformModel(model: TimeModel, trend: Trend): TimeModel {
  const stages: ((model: TimeModel) => Partial<TimeModel>)[] = [
    ...(trend.align === 'calendar' ? [({ series }: TimeModel) => toCalendar(series)] : []),
    ...(trend.by === 'year' ? [({ series }: TimeModel) => sumByYear(series)] : []),
    ...(trend.by === 'ttm' ? [({ series }: TimeModel) => sumTrailingYear(series)] : []),
    ...(trend.view.startsWith('growth') ? [(one: TimeModel) => showGrowth(one, trend)] : []),
    ...(trend.stack === 'percent' ? [showShares] : []),
    ...(trend.series ? [({ series }: TimeModel) => selectSeries(series, trend.series!)] : []),
    ...(isOpen(trend)
      ? []
      : [({ series }: TimeModel) => ({ series: cutTime(series, trend.time) })]),
    ...(isStacked(trend) ? [({ series, parts }: TimeModel) => keepWhole(series, parts)] : []),
    ...(trend.view === 'index' ? [showIndex] : []),
    (one: TimeModel) => ({ shape: toShape(one, trend), scale: trend.scale }),
    ...(trend.scale === 'log' ? [noteZeros] : []),
  ];
  const last = stages.reduce<Stage>(
    ({ model: before, notes }, stage) => {
      const after = stage(before);
      return {
        model: { ...before, ...after, notes: before.notes },
        notes: [...notes, ...(after.notes ?? [])],
      };
    },
    { model, notes: trend.emptyTime ? [trend.emptyTime] : [] },
  );
  return { ...last.model, notes: [...last.notes, ...model.notes] };
}

interface Stage {
  readonly model: TimeModel;
  readonly notes: readonly string[];
}

/** Columns of two parts among columns of three would read as growth. */
const isStacked = ({ stack, view, scale }: Trend): boolean =>
  stack === 'absolute' && view === 'levels' && scale === 'linear';

const isOpen = ({ time }: Trend): boolean => time.from === null && time.to === null;

function showGrowth({ series }: TimeModel, { view }: Trend): Partial<TimeModel> {
  const step = view === 'growth-year' ? 'year' : 'quarter';
  return {
    series: series.map((one) => toGrowth(one, step)).filter(({ points }) => points.length > 0),
    unit: '%',
    axis: 'from-zero',
    shape: 'lines',
    notes: [
      `Growth is computed by us, from the figures of both ${step}s.`,
      ...describeLonger(series, step),
    ],
  };
}

/** Shares printed as such are stacked as they are: rounding must not be hidden. */
function showShares({ series, unit, parts }: TimeModel): Partial<TimeModel> {
  if (unit === '%') return {};
  const whole = keepWhole(series, parts);
  return {
    series: toShares(whole.series),
    unit: '%',
    axis: 'share',
    notes: [
      'Percentages are computed by us, of the sum of all series in each period.',
      ...whole.notes,
    ],
  };
}

function showIndex({ series }: TimeModel): Partial<TimeModel> {
  return { ...toIndex(series), unit: 'index', axis: 'from-zero', shape: 'lines' };
}

function selectSeries(series: TimeModel['series'], wanted: readonly string[]) {
  return { series: series.filter(({ id, ghostOf = id }) => wanted.includes(ghostOf)) };
}

function noteZeros({ series }: TimeModel): Partial<TimeModel> {
  const hasZero = series.some(({ points }) => points.some(({ value }) => value === 0));
  return hasZero ? { notes: ['A log scale has no zero: such figures are in the table only.'] } : {};
}

/** A log axis has no zero to stand on, so what is stacked or in columns becomes lines. */
function toShape({ shape }: TimeModel, { stack, scale, view }: Trend): TimeModel['shape'] {
  if (scale === 'log' || view !== 'levels') return 'lines';
  return stack === 'none' ? toUnstacked(shape) : toStacked(shape);
}

/** The model with the periods that the trend shows, calendar or summed, before any is cut away. */
export function applyPeriods(
  model: TimeModel,
  { align, by, scale }: Pick<Trend, 'align' | 'by' | 'scale'>,
): TimeModel {
  if (align === 'fiscal' && by === 'quarter') return model;
  return transformModel(model, { ...EVERYTHING, align, by, scale });
}

const EVERYTHING = {
  view: 'levels',
  stack: 'none',
  hasEvents: false,
  series: null,
  time: { from: null, to: null },
  emptyTime: null,
} as const;

/** Which part of a picture over time is wanted, and how: every member has a value that the chart allows. */
export interface Trend {
  readonly align: Calendar;
  readonly by: By;
  readonly view: TrendView;
  readonly stack: Stack;
  readonly scale: Scale;
  /** Whether events stand on the time axis. */
  readonly hasEvents: boolean;
  /** Ids in the model's order; null: all. */
  readonly series: readonly string[] | null;
  readonly time: TimeRange;
  /** Said where the wanted time holds no figure of this chart. */
  readonly emptyTime: string | null;
}
