/** Says that a page shows the figures of a snapshot, and leads to the present ones. */
import type { Snapshot } from '@/db/snapshot-tables';
import { formatDate } from '@/units/period';
import { Callout } from './tremor';

export function FrozenNotice({
  snapshot: { id, collected_on },
  href,
}: {
  snapshot: Snapshot;
  /** The same page with the present figures. */
  href: string;
}) {
  return (
    <Callout title={`Figures of snapshot ${id}`} className="my-4" role="note">
      {/* Tremor wraps this in a paragraph, where another may not stand. */}
      <span className="text-ink">
        This address keeps showing the figures as they were, collected {formatDate(collected_on)}.{' '}
        <a href={href}>Show the present figures</a> or{' '}
        <a href="/snapshots">what changed between snapshots</a>.
      </span>
    </Callout>
  );
}
