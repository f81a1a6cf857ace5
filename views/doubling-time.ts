/**
 * Doubling time: how long a figure took to double on average over a stated window.
 * Formula in docs/computed-figures.md.
 */

import { hasValue, type Point, type Series } from '@/charts/model';
import { formatPeriod, toMiddle } from '@/units/period';

export interface Doubling {
  readonly months: number;
  readonly from: Point;
  readonly to: Point;
}

const MONTH_MS = (365.25 / 12) * 86_400_000;

/**
 * Over the last `most` figures, or all. Months = (t₁ − t₀) · ln 2 / ln(v₁ / v₀),
 * between the first and the last figure of the window. Null where a figure is not
 * above zero or nothing grew.
 */
export function toDoublingTime(
  { points }: Series,
  most = Number.POSITIVE_INFINITY,
): Doubling | null {
  const known = points.filter(hasValue);
  const window = known.slice(Math.max(0, known.length - most));
  const [from, to] = [window[0], window.at(-1)];
  if (!from || !to || from.value <= 0 || to.value <= from.value) return null;
  const passed = toMiddle(to.period).getTime() - toMiddle(from.period).getTime();
  const months = (passed / MONTH_MS) * (Math.LN2 / Math.log(to.value / from.value));
  return { months, from, to };
}

/**
 * "From Q2 FY25 to Q2 FY27 it doubled every 13 months on average." Null where it did
 * not double. `subject` names whose figure it is where several were spoken of.
 */
export function describeDoubling(
  series: Series,
  { most, subject = 'it' }: { most?: number; subject?: string } = {},
): string | null {
  const doubling = toDoublingTime(series, most);
  if (!doubling) return null;
  const { months, from, to } = doubling;
  // Less than one doubling in the window would be an extrapolation.
  if (to.value! < 2 * from.value!) return null;
  const length = months < 24 ? `${Math.round(months)} months` : `${(months / 12).toFixed(1)} years`;
  return `From ${formatPeriod(from.period.label)} to ${formatPeriod(to.period.label)} ${subject} doubled every ${length} on average.`;
}
