/** A built chart as a trend wants it: its model, and the words that follow from it. */
import type { TimeModel } from '@/charts/model';
import { markUnfinished } from '@/charts/transform/mark-unfinished';
import { listCautions } from '../cautions';
import type { BuiltChart } from '../published-chart';
import { describeTrend, toTrendSubtitle, toTrendTitle } from './describe-trend';
import type { ParsedTrend } from './parse-trend';
import { transformModel } from './transform-model';
import type { Trend } from './trend';

/** The chart with model, title, subtitle and summary changed. */
export function applyTrend(
  built: BuiltChart,
  { model, trend }: Pick<ParsedTrend, 'model' | 'trend'>,
  collectedOn: string,
): BuiltChart & { readonly model: TimeModel } {
  const changed = toUnfinished(transformModel(model, trend), collectedOn);
  const shown = model.series.filter(({ id }) => trend.series?.includes(id) ?? true);
  const cautions = listCautions(shown, trend.time);
  return {
    ...built,
    model: { ...changed, notes: [...changed.notes, ...cautions] },
    title: toTrendTitle(built.title, trend, model),
    subtitle: toTrendSubtitle(built.subtitle, trend, changed),
    summary: isAsBuilt(trend, model) ? built.summary : describeTrend(changed, trend),
  };
}

/** With what was not over at the collection (ISO) marked as such. */
function toUnfinished(model: TimeModel, collectedOn: string): TimeModel {
  const { series, notes } = markUnfinished(model.series, collectedOn);
  return { ...model, series, notes: [...model.notes, ...notes] };
}

/** Whether the figures are the chart's own, all of them, so that its own summary holds. */
function isAsBuilt({ align, by, view, stack, series, time }: Trend, { unit }: TimeModel): boolean {
  const isPlain = align === 'fiscal' && by === 'quarter' && view === 'levels';
  const isEverything = series === null && time.from === null && time.to === null;
  return isPlain && isEverything && (stack !== 'percent' || unit === '%');
}
