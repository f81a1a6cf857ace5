/** A built chart as a trend wants it: its model, and the words that follow from it. */
import { isTime } from '@/charts/model';
import type { BuiltChart } from '../published-chart';
import { describeTrend, toTrendSubtitle, toTrendTitle } from './describe-trend';
import type { Trend } from './parse-trend';
import { transformModel } from './transform-model';

/** The chart with model, title, subtitle and summary changed; itself where nothing is asked. */
export function applyTrend(built: BuiltChart, trend: Trend): BuiltChart {
  const { model } = built;
  if (!isTime(model)) return built;
  const changed = transformModel(model, trend);
  const isSameContent =
    changed.unit === model.unit && changed.series.every((one, at) => one === model.series[at]);
  const isWhole = isSameContent && changed.series.length === model.series.length;
  return {
    ...built,
    model: changed,
    title: toTrendTitle(built.title, trend, model),
    subtitle: toTrendSubtitle(built.subtitle, trend, changed),
    summary: isWhole ? built.summary : describeTrend(changed, trend),
  };
}
