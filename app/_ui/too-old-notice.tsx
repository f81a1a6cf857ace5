/** Says that a snapshot holds nothing to show here, because it is older than the figures. */
import Link from 'next/link';
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
        tracker, so there is nothing to show.{' '}
        <Link href={href} prefetch={false}>
          Show the present figures
        </Link>{' '}
        or choose{' '}
        <Link href="/snapshots" prefetch={false}>
          another snapshot
        </Link>
        .
      </span>
    </Callout>
  );
}
