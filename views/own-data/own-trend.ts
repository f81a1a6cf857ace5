/**
 * A visitor's figures go the way ours went, summed, as growth, as an index, cut in time, and
 * into one picture with ours.
 */

import { type ChartModel, kindOf, toTable } from '@/charts/kinds';
import { isTime, type Series, type TimeModel } from '@/charts/model';
import { isQuarter } from '@/units/period';
import { type Trend, transformModel } from '../trend/transform-model';

interface Shown {
  readonly model: ChartModel;
  readonly base: ChartModel;
  readonly trend: Trend | null;
}

/**
 * The chart as a visitor's file meets it. The file has the unit and periods of the plain
 * figures, or of the drawn ones where those are shares of our own whole, of which theirs is no
 * part, and where it is the file of this very view: growth that was downloaded is growth.
 */
export function toOwnShown(shown: Shown, header: readonly string[]): Shown {
  const { model, base, trend } = shown;
  const value = nameValue(model);
  const isOfView = value !== null && value !== nameValue(base) && header.includes(value);
  if (!isOfView && !isShareOfOurs(shown)) return shown;
  return { model, base: model, trend: trend && { ...trend, ...CUT_ONLY } };
}

/** What the column of figures is called in the files of a model. */
const nameValue = (model: ChartModel): string | null =>
  toTable(model).columns.find(({ id }) => id.startsWith('value_'))?.id ?? null;

function isShareOfOurs({ base, trend }: Shown): boolean {
  return trend?.stack === 'percent' && base.unit !== '%';
}

/**
 * Series as the trend wants them, and what is to be said of it. A series of which
 * nothing is left is named in the notes. Years are not summed to years again.
 */
export function applyOwnTrend(
  shown: Shown,
  own: readonly Series[],
): { series: readonly Series[]; notes: readonly string[] } {
  const { base, trend: steps } = shown;
  if (!steps || !isTime(base)) return { series: own, notes: [] };
  const series = own.flatMap((one) => {
    const isSummable = one.points.some(({ period }) => isQuarter(period));
    const wanted: Trend = {
      ...steps,
      by: isSummable ? steps.by : 'quarter',
      series: null,
      stack: 'none',
      emptyTime: null,
    };
    const plain: TimeModel = { ...base, series: [one], notes: [] };
    return transformModel(plain, wanted).series.filter(({ points }) => points.length > 0);
  });
  const kept = new Set(series.map(({ id }) => id));
  const gone = own.filter(({ id }) => !kept.has(id)).map(({ label }) => label);
  return {
    series,
    notes: [
      ...(isChanged(steps) ? ['Your figures were treated as ours: see the subtitle.'] : []),
      ...(gone.length > 0
        ? [
            `Nothing to show in this view, for want of figures of other periods: ${gone.join(', ')}.`,
          ]
        : []),
    ],
  };
}

const CUT_ONLY = {
  align: 'fiscal',
  by: 'quarter',
  view: 'levels',
  scale: 'linear',
  hasEvents: false,
} as const;

const isChanged = ({ align, by, view }: Pick<Trend, 'align' | 'by' | 'view'>): boolean =>
  align !== 'fiscal' || by !== 'quarter' || view !== 'levels';

/** Ours and the visitor's in one model; `notes` are what else is to be said of theirs. */
export const mergeOwn = (
  model: ChartModel,
  own: readonly Series[],
  notes: readonly string[] = [],
): ChartModel => kindOf(model).own?.merge(model, own, notes) ?? model;

/** A small CSV of invented figures that fits the chart; empty where it takes none. */
export const buildSample = (model: ChartModel): string =>
  kindOf(model).own?.buildSample(model) ?? '';
