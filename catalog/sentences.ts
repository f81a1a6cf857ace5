/** Sentences about a model, from its figures: the answer a chart gives, in words. */
import { getFirstPoint, getLastPoint, type Point, type Series } from '@/charts/model';
import { formatWhenShort } from '@/charts/when';
import { formatValue, type Unit } from '@/units/format-value';

/**
 * "Nvidia rose from 64.8% in Q4 2009 to 94% in Q4 2025." A projected end is said
 * to be one. Null when the series has no figure.
 */
export function describeChange(series: Series, unit: Unit, subject = series.label): string | null {
  const [first, last] = [getFirstPoint(series), getLastPoint(series)];
  if (!first || !last) return null;
  const end = `${formatValue(last.value, unit)} ${formatWhen(last)}`;
  if (first.period.label === last.period.label) return `${subject}: ${end}.`;
  const projected = last.kind === 'projection' ? ', a projection' : '';
  const start = `${formatValue(first.value, unit)} ${formatWhen(first)}`;
  if (first.value === last.value)
    return `${subject} stood at ${start} and again at ${end}${projected}.`;
  const verb = last.value > first.value ? 'rose' : 'fell';
  return `${subject} ${verb} from ${start} to ${end}${projected}.`;
}

/** "in Q4 2025", "on 31 Dec 2025", "in the four quarters to Q2 FY27". */
function formatWhen(point: Point): string {
  const words = formatWhenShort(point);
  if (point.since) return `in the ${words}`;
  return `${point.period.kind === 'day' ? 'on' : 'in'} ${words}`;
}

/** "AMD 5%, Intel 1%": the last figures of several series, largest first. */
export function listLastValues(series: readonly Series[], unit: Unit): string {
  return series
    .flatMap((one) => {
      const last = getLastPoint(one);
      return last ? [{ label: one.label, value: last.value }] : [];
    })
    .sort((a, b) => b.value - a.value)
    .map(({ label, value }) => `${label} ${formatValue(value, unit)}`)
    .join(', ');
}

/** Sentences that exist, joined. */
export function joinSentences(
  ...sentences: readonly (string | null | undefined | false)[]
): string {
  return sentences.filter(Boolean).join(' ');
}
