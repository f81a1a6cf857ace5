/** The document in which a figure was read. */
import { toSourceHref } from '@/address/links';
import type { SourceRow } from '@/db/queries/names';
import { formatDate } from '@/units/period';
import { Card } from '../../../_ui/tremor';

export function EvidenceSource({ source }: { source: SourceRow }) {
  const { title, publisher, url, published_on, retrieved, kind, licence, note } = source;
  return (
    <Card className="min-w-0 p-4">
      <h2 className="font-semibold">Source</h2>
      <p className="mt-1 break-words">{url ? <a href={url}>{title}</a> : title}</p>
      <p className="mt-1 text-muted">
        {publisher}, {published_on ? `published ${formatDate(published_on)}` : 'undated'}
        {retrieved && `, read ${formatDate(retrieved)}`} · {kind.replaceAll('-', ' ')}
        {licence && ` · ${licence}`}
      </p>
      {note && <p className="mt-1 text-muted">{note}</p>}
      <p className="mt-2">
        <a href={toSourceHref(source.source)}>All figures from it</a>
      </p>
    </Card>
  );
}
