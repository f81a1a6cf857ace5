/** A document as a link: in a few words, or by its title. */
import { toSourceHref } from '@/address/links';
import type { SourceRow } from '@/db/queries/names';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';

/** A document in a few words: who published it and when; its title on hover. */
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

/** A document by its title, which leads to it, or to its place in the list where it has no address. */
export function SourceTitle({
  source: { source, title, url },
}: {
  source: Pick<SourceRow, 'source' | 'title' | 'url'>;
}) {
  return url ? <a href={url}>{title}</a> : <a href={toSourceHref(source)}>{title}</a>;
}
