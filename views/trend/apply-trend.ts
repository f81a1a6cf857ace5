/**
 * A built chart as a trend wants it: its model, and title, subtitle and summary from its own
 * figures.
 */

import type { TrendView } from '@/address/trends';
import {
  dropGhosts,
  formatWhenShort,
  getFirstPoint,
  getLastPoint,
  hasValue,
  type Series,
  type TimeModel,
  toStart,
} from '@/charts/model';
import { markUnfinished } from '@/charts/transform/periods';
import { formatChange } from '@/units/format-value';
import type { BuiltChart } from '../published-chart';
import {
  describeChange,
  describeDoubling,
  formatInWhen,
  joinSentences,
  listCautions,
  listLastValues,
} from '../sentences';
import type { ParsedTrend } from './parse-trend';
import { type Trend, transformModel } from './transform-model';

/** The chart with model, title, subtitle and summary changed. */
export function applyTrend(
  built: BuiltChart,
  { model, trend }: Pick<ParsedTrend, 'model' | 'trend'>,
  collectedOn: string,
): BuiltChart & { readonly model: TimeModel } {
  const changed = toUnfinished(transformModel(model, trend), collectedOn);
  const shown = dropGhosts(model).series.filter(({ id }) => trend.series?.includes(id) ?? true);
  const cautions = listCautions(shown, trend.time);
  return {
    ...built,
    // A break is seen in the picture; what is suspect in the data is told next to it.
    model: { ...changed, notes: [...changed.notes, ...cautions.filter(isBreak)] },
    reading: [...built.reading, ...cautions.filter((caution) => !isBreak(caution))],
    title: toTrendTitle(built.title, trend, model),
    subtitle: toTrendSubtitle(built.subtitle, trend, changed),
    summary: isAsBuilt(trend, model) ? built.summary : describeTrend(dropGhosts(changed), trend),
  };
}

const isBreak = (caution: string): boolean => caution.startsWith('Break');

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

const viewTitles: Partial<Record<TrendView, string>> = {
  'growth-year': 'growth from a year earlier',
  'growth-quarter': 'growth from the previous quarter',
  index: 'index',
};

/** The picture's own title, with what the view makes of it. */
export function toTrendTitle(
  title: string,
  trend: Trend,
  { unit }: Pick<TimeModel, 'unit'>,
): string {
  const isComputedShare = trend.stack === 'percent' && unit !== '%';
  const more = viewTitles[trend.view] ?? (isComputedShare ? 'shares' : null);
  const own = toSummed(title, trend);
  return more ? `${own}: ${more}` : own;
}

/** Unit and basis of what is shown. */
export function toTrendSubtitle(
  subtitle: string,
  trend: Trend,
  { unit }: Pick<TimeModel, 'unit'>,
): string {
  const basis = [
    toSummed(subtitle, trend),
    trend.by === 'quarter' ? null : 'summed from quarters',
    trend.align === 'calendar' ? 'aligned on calendar quarters' : null,
  ]
    .filter(Boolean)
    .join('; ');
  const from = `from ${toLower(basis)}`;
  switch (trend.view) {
    case 'growth-year':
      return `Change from a year earlier, %, ${from}`;
    case 'growth-quarter':
      return `Change from the previous quarter, %, ${from}`;
    case 'index':
      return `First figure shown = 100, ${from}`;
    default:
      return trend.stack === 'percent' && !subtitle.startsWith('%') && unit === '%'
        ? `% of the sum, ${from}`
        : basis;
  }
}

/** "per fiscal quarter" → "per fiscal year" or "over four fiscal quarters", as the figures are summed. */
function toSummed(text: string, { by, align }: Trend): string {
  if (by === 'quarter') return text;
  return text.replace(/\bper (fiscal )?quarter\b/, (_, fiscal: string = '') => {
    const own = align === 'calendar' ? '' : fiscal;
    return by === 'year' ? `per ${own}year` : `over four ${own}quarters`;
  });
}

/** As it stands within a sentence; "US dollars" stays. */
const toLower = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** What the changed picture says, in a sentence or two. */
function describeTrend(model: TimeModel, trend: Trend): string {
  const main = findMain(model.series);
  if (!main) return 'There is no figure.';
  // What is projected is told of the main series alone, and there said to be.
  const settled = model.series.map(dropProjected);
  const known = settled[model.series.indexOf(main)]!;
  if (trend.view.startsWith('growth')) return describeGrowth(settled, known);
  const last = getLastPoint(known)!;
  const newest = last.period;
  const others = settled.filter(
    (one) => one !== known && getLastPoint(one)?.period.label === newest.label,
  );
  const list = listLastValues(others.slice(0, MOST_OTHERS), model.unit);
  return joinSentences(
    describeChange(main, model.unit),
    list && `${toStart(formatWhenShort(last))} also: ${list}.`,
    model.unit === 'USD millions' && describeDoubling(main, list ? { subject: main.label } : {}),
  );
}

/** Without what is projected, unless all of it is. */
function dropProjected(series: Series): Series {
  const points = series.points.filter(({ kind }) => kind !== 'projection');
  return points.some(hasValue) ? { ...series, points } : series;
}

const MOST_OTHERS = 6;

/** Nvidia where it is shown, else the largest of the newest period; what has no name comes last. */
function findMain(series: readonly Series[]): Series | null {
  const size = (one: Series) => getLastPoint(one)?.value ?? Number.NEGATIVE_INFINITY;
  const end = (one: Series) => getLastPoint(one)?.period.end ?? '';
  const known = series.filter((one) => getFirstPoint(one) !== null);
  const named = known.filter(({ id }) => !id.startsWith('other'));
  return (
    known.find(({ id }) => id.startsWith('nvidia')) ??
    (named.length > 0 ? named : known).toSorted(
      (a, b) => end(b).localeCompare(end(a)) || size(b) - size(a),
    )[0] ??
    null
  );
}

function describeGrowth(series: readonly Series[], main: Series): string {
  const known = main.points.filter(hasValue);
  const bySize = known.toSorted((a, b) => b.value - a.value);
  const [peak, low, last] = [bySize[0]!, bySize.at(-1)!, known.at(-1)!];
  const say = (point: typeof last) =>
    `${formatChange(point.value, '%')} ${formatInWhen(point)}${point.kind === 'projection' ? ' (projection)' : ''}`;
  const others = series.filter((one) => one !== main).slice(0, MOST_OTHERS);
  const list = others.flatMap((one) => {
    const end = getLastPoint(one);
    return end ? [`${one.label} ${say(end)}`] : [];
  });
  return joinSentences(
    `${main.label}: ${say(last)}.`,
    known.length > 2 && `The highest was ${say(peak)}, the lowest ${say(low)}.`,
    list.length > 0 && `Newest of the others: ${list.join(', ')}.`,
  );
}
