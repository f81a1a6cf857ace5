/** A document in a few words: who published it and when; its title on hover. */
import type { SourceRow } from '@/db/queries/names';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';

export function SourceLink({ source }: { source: SourceRow | null | undefined }) {
  if (!source) return MISSING;
  const { publisher, published_on, title, url } = source;
  const name = url ? (
    <a href={url} title={title}>
      {publisher}
    </a>
  ) : (
    <span title={title}>{publisher}</span>
  );
  return (
    <>
      {name}
      {published_on && `, ${formatDate(published_on)}`}
    </>
  );
}
