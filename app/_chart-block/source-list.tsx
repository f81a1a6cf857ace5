/** The sources behind a chart, each with its address and date. */
import { wordOrigin } from '@/data/sources/origins';
import type { SourceRow } from '@/db/queries/names';
import { formatDate } from '@/units/period';
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
          <li key={source.source}>
            <SourceTitle source={source} />, {wordOrigin(source)}
            {source.published_on && `, ${formatDate(source.published_on)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
