/** A built chart as a trend wants it: its model, and the words that follow from it. */
import { isTime, type TimeModel } from '@/charts/model';
import type { BuiltChart } from '../published-chart';
import { describeTrend, toTrendSubtitle, toTrendTitle } from './describe-trend';
import type { Trend } from './parse-trend';
import { transformModel } from './transform-model';

/** The chart with model, title, subtitle and summary changed; itself where nothing is asked. */
export function applyTrend(built: BuiltChart, trend: Trend): BuiltChart {
  const { model } = built;
  if (!isTime(model)) return built;
  const changed = transformModel(model, trend);
  return {
    ...built,
    model: changed,
    title: toTrendTitle(built.title, trend, model),
    subtitle: toTrendSubtitle(built.subtitle, trend, changed),
    summary: isAsBuilt(trend, model) ? built.summary : describeTrend(changed, trend),
  };
}

/** Whether the figures are the chart's own, all of them, so that its own summary holds. */
function isAsBuilt({ align, by, view, stack, series, time }: Trend, { unit }: TimeModel): boolean {
  const isPlain = align === 'fiscal' && by === 'quarter' && view === 'levels';
  const isEverything = series === null && time.from === null && time.to === null;
  return isPlain && isEverything && (stack !== 'percent' || unit === '%');
}
