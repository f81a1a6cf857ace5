/** How new a picture is: the day of the newest figure in it that somebody could know. */
import { type ChartModel, hasValue, isDated, listDatedEntries } from '@/charts/model';
import { type Period, parsePeriod } from '@/units/period';

/**
 * The newest figure shown, as an ISO day or the label of a calendar period. What was
 * projected does not count, and nothing is newer than the day on which the data was
 * collected (ISO): of an unfinished year that day is all there is.
 */
export function toAsOf(model: ChartModel, collectedOn: string): string {
  const newest = listDates(model, collectedOn).reduce<Dated | null>(
    (last, one) => (last === null || one.end > last.end ? one : last),
    null,
  );
  return newest === null || newest.end > collectedOn ? collectedOn : newest.text;
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

interface Dated {
  readonly end: string;
  readonly text: string;
}

function listDates(model: ChartModel, collectedOn: string): Dated[] {
  if (model.shape === 'ranking') {
    return model.entries.flatMap(({ kind, date }) => {
      const period = kind === 'projection' || !date ? null : parsePeriod(date);
      return period ? [toDated(period)] : [];
    });
  }
  if (isDated(model)) {
    return (
      listDatedEntries(model)
        // A launch some time in this year says nothing of how far the list reaches. What a
        // vendor shows beforehand is known from that day on.
        .filter(({ entry }) => entry.date.end <= collectedOn)
        .map(({ entry }) => toDated(entry.date))
    );
  }
  return model.series
    .flatMap(({ points }) => points.filter(hasValue))
    .filter(({ kind }) => kind !== 'projection')
    .map(({ period, reported }) =>
      reported ? { end: reported.end, text: reported.end } : toDated(period),
    );
}

/** Fiscal periods by their last day, which needs no calendar to be understood. */
function toDated({ kind, label, end }: Period): Dated {
  return { end, text: kind.startsWith('fiscal') ? end : label };
}
