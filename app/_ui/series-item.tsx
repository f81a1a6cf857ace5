/** A series in a list: its newest figure, how often it is published, when it goes on, how late it is. */
import { type FreshSeries, wordOverdue, wordSeries } from '@/views/freshness';

/** `today` is the day, ISO, by which it may be overdue. */
export function SeriesItem({ series, today }: { series: FreshSeries; today: string }) {
  const late = wordOverdue(series, today);
  return (
    <li>
      {series.name}: {wordSeries(series)}
      {late && (
        <>
          {' · '}
          <b className="late">overdue, {late}</b>
        </>
      )}
    </li>
  );
}
