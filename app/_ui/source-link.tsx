/** A document as a link: in a few words, or by its title. */

import { toSourceHref } from '@/address/links';
import { nameOrigin } from '@/data/sources/origins';
import type { SourceRow } from '@/db/queries/names';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';

/** A document in a few words: whose it is and when it came out; its title on hover. */
export function SourceLink({ source }: { source: SourceRow | null | undefined }) {
  if (!source) return MISSING;
  const { published_on, title, url } = source;
  const origin = nameOrigin(source);
  const name = url ? (
    <a href={url} title={title}>
      {origin}
    </a>
  ) : (
    <span title={title}>{origin}</span>
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
