/** Title, subtitle and summary of a changed picture, from its own figures. */
import { getFirstPoint, getLastPoint, hasValue, type Series, type TimeModel } from '@/charts/model';
import { formatWhenShort, toStart } from '@/charts/when';
import { formatChange } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { describeDoubling } from '../doubling-time';
import { describeChange, joinSentences, listLastValues } from '../sentences';
import type { By, TrendView } from '../trends';
import type { Trend } from './parse-trend';

const viewTitles: Partial<Record<TrendView, string>> = {
  'growth-year': 'growth on the year before',
  'growth-quarter': 'growth on the quarter before',
  index: 'index',
};

const sumWords: Partial<Record<By, string>> = {
  year: 'summed by year',
  ttm: 'summed over four quarters',
};

export function toTrendTitle(title: string, { view, stack }: Trend, { unit }: TimeModel): string {
  const isComputedShare = stack === 'percent' && unit !== '%';
  const more = viewTitles[view] ?? (isComputedShare ? 'shares' : null);
  return more ? `${title}: ${more}` : title;
}

export function toTrendSubtitle(
  subtitle: string,
  { by, view, stack, align }: Trend,
  { unit }: TimeModel,
): string {
  const basis = [
    subtitle,
    sumWords[by],
    align === 'calendar' ? 'aligned on calendar quarters' : null,
  ]
    .filter(Boolean)
    .join('; ');
  if (view.startsWith('growth')) return `%, computed from: ${basis}`;
  if (view === 'index') return `First figure shown = 100, computed from: ${basis}`;
  return stack === 'percent' && !subtitle.startsWith('%') && unit === '%'
    ? `% of the sum, computed from: ${basis}`
    : basis;
}

/** What the changed picture says, in a sentence or two. */
export function describeTrend(model: TimeModel, trend: Trend): string {
  const main = findMain(model.series);
  if (!main) return 'There is no figure.';
  if (trend.view.startsWith('growth')) return describeGrowth(model.series, main);
  const last = getLastPoint(main)!;
  const newest = last.period;
  const others = model.series.filter(
    (one) => one !== main && getLastPoint(one)?.period.label === newest.label,
  );
  const list = listLastValues(others.slice(0, MOST_OTHERS), model.unit);
  return joinSentences(
    describeChange(main, model.unit),
    list && `${toStart(formatWhenShort(last))} also: ${list}.`,
    model.unit === 'USD millions' && describeDoubling(main),
  );
}

const MOST_OTHERS = 6;

/** Nvidia where it is shown, else the largest at the end. */
function findMain(series: readonly Series[]): Series | null {
  const size = (one: Series) => getLastPoint(one)?.value ?? Number.NEGATIVE_INFINITY;
  const known = series.filter((one) => getFirstPoint(one) !== null);
  return (
    known.find(({ id }) => id.startsWith('nvidia')) ??
    known.toSorted((a, b) => size(b) - size(a))[0] ??
    null
  );
}

function describeGrowth(series: readonly Series[], main: Series): string {
  const known = main.points.filter(hasValue);
  const bySize = known.toSorted((a, b) => b.value - a.value);
  const [peak, low, last] = [bySize[0]!, bySize.at(-1)!, known.at(-1)!];
  const say = ({ value, period }: typeof last) =>
    `${formatChange(value, '%')} in ${formatPeriod(period.label)}`;
  const others = series.filter((one) => one !== main).slice(0, MOST_OTHERS);
  const list = others.flatMap((one) => {
    const end = getLastPoint(one);
    return end ? [`${one.label} ${say(end)}`] : [];
  });
  return joinSentences(
    `${main.label}: ${say(last)}.`,
    known.length > 2 && `The most was ${say(peak)}, the least ${say(low)}.`,
    list.length > 0 && `Newest of the others: ${list.join(', ')}.`,
  );
}
