/** A document by its title, which leads to it, or to its place in the list where it has no address. */
import { toSourceHref } from '@/address/links';
import type { SourceRow } from '@/db/queries/names';

export function SourceTitle({
  source: { source, title, url },
}: {
  source: Pick<SourceRow, 'source' | 'title' | 'url'>;
}) {
  return url ? <a href={url}>{title}</a> : <a href={toSourceHref(source)}>{title}</a>;
}
