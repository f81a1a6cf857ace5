/** The sources behind a chart, each with its address and date. */
import { wordOrigin } from '@/data/sources/origins';
import type { SourceRow } from '@/db/queries/names';
import { formatDate } from '@/units/period';
import { SourceTitle } from '../_ui/source-link';

const SHOWN = 4;

export function SourceList({
  sources,
  heading: Heading,
}: {
  sources: readonly SourceRow[];
  heading: 'h2' | 'h3';
}) {
  if (sources.length === 0) return null;
  const [shown, rest] = [sources.slice(0, SHOWN), sources.slice(SHOWN)];
  return (
    <div className="grid gap-2">
      <Heading className="text-sm font-semibold">
        {sources.length === 1 ? 'Source' : `Sources (${sources.length})`}
      </Heading>
      <ul className="grid gap-1.5">{shown.map(toItem)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer text-accent">{rest.length} more</summary>
          <ul className="mt-2 grid gap-1.5">{rest.map(toItem)}</ul>
        </details>
      )}
    </div>
  );
}

function toItem(source: SourceRow) {
  const { published_on } = source;
  return (
    <li key={source.source} className="text-muted">
      <SourceTitle source={source} />, {wordOrigin(source)}
      {published_on && `, ${formatDate(published_on)}`}
    </li>
  );
}
