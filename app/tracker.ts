/** The database, once per request: a page never mixes two snapshots. */
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readSnapshotId } from '@/address/frozen-links';
import type { Query } from '@/address/parameters';
import { openTracker, type Tracker } from '@/db/connection';
import { openSnapshot } from '@/db/open-snapshot';

export const getTracker = cache(() => openTracker());

const openFrozen = cache(openSnapshot);

/** The tracker as `?snapshot=` asks for it; not found where that snapshot is not kept. */
export function getAskedTracker(query: Query): Tracker {
  const id = readSnapshotId(query);
  if (!id) return getTracker();
  return openFrozen(id) ?? notFound();
}
