/** Where figures come from and how new they are: documents and series, as items of lists. */
import { wordOrigin } from '@/data/sources/origins';
import type { SourceRow } from '@/db/queries/names';
import { formatDate } from '@/units/period';
import { type FreshSeries, wordOverdue, wordSeries } from '@/views/freshness';
import { SourceTitle } from '../_ui/source-link';

export function SourceList({
  sources,
  heading: Heading,
}: {
  sources: readonly SourceRow[];
  heading: 'h2' | 'h3';
}) {
  if (sources.length === 0) return null;
  return (
    <>
      <Heading>{sources.length === 1 ? 'Source' : `Sources (${sources.length})`}</Heading>
      <ul>
        {sources.map((source) => (
          <SourceItem key={source.source} source={source} />
        ))}
      </ul>
    </>
  );
}

/** A document: its title, whose it is and where it was read, its date. */
export function SourceItem({ source }: { source: SourceRow }) {
  return (
    <li>
      <SourceTitle source={source} />, {wordOrigin(source)}
      {source.published_on && `, ${formatDate(source.published_on)}`}
    </li>
  );
}

/** A series: its newest figure, how often it is published, when it goes on; overdue by `today`, an ISO day. */
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
