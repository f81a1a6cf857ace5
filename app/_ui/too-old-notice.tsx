/** Says that a snapshot holds nothing to show here, because it is older than the figures. */
import type { Snapshot } from '@/db/snapshot-tables';
import { formatDate } from '@/units/period';
import { Callout } from './tremor';

export function TooOldNotice({
  snapshot: { id, collected_on },
  lacking,
  href,
}: {
  snapshot: Snapshot;
  /** Tables and columns that came later. */
  lacking: readonly string[];
  /** The same page with the present figures. */
  href: string;
}) {
  return (
    <Callout title={`Snapshot ${id} is older than these figures`} className="my-4" role="note">
      {/* Tremor wraps this in a paragraph, where another may not stand. */}
      <span className="text-ink">
        It was collected {formatDate(collected_on)}, before {lacking.join(', ')} became part of the
        tracker, so there is nothing to show. <a href={href}>Show the present figures</a> or choose{' '}
        <a href="/snapshots">another snapshot</a>.
      </span>
    </Callout>
  );
}
