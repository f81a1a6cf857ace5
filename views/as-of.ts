/** How new a picture is: the day of the newest figure in it that somebody could know. */
import { type ChartModel, kindOf } from '@/charts/kinds';
import { parsePeriod } from '@/units/period';

/**
 * The newest figure shown, as an ISO day or the label of a calendar period. What was
 * projected does not count, and nothing is newer than the day on which the data was
 * collected (ISO): of an unfinished year that day is all there is.
 */
export function toAsOf(model: ChartModel, collectedOn: string): string {
  const [first, ...others] = kindOf(model).listDates(model, collectedOn);
  if (!first) return collectedOn;
  const newest = others.reduce((last, one) => (one.end > last.end ? one : last), first);
  if (newest.end > collectedOn) return collectedOn;
  // Fiscal periods by their last day, which needs no calendar to be understood.
  return newest.kind.startsWith('fiscal') ? newest.end : newest.label;
}

/**
 * The day to which sources can know anything: that of the newest document, published or
 * else read; never after the day on which the data was collected.
 */
export function toKnownOn(
  sources: readonly { readonly published_on: string | null; readonly retrieved: string }[],
  collectedOn: string,
): string {
  const days = sources.map(({ published_on, retrieved }) =>
    published_on === null ? retrieved : (parsePeriod(published_on)?.end ?? retrieved),
  );
  const newest = days.sort().at(-1) ?? collectedOn;
  return newest < collectedOn ? newest : collectedOn;
}
