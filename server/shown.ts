/**
 * Which snapshot this server shows, as it is told to caches and to other servers: readers who
 * are answered by several of them see no older snapshot after a newer one.
 */
import type { OutgoingHttpHeaders } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openTracker, type Tracker } from '@/db/connection';
import { readPublishedAt } from '@/db/snapshot-tables';
import { findSnapshotAsked } from './page-address';
import type { PageRequest } from './renderers';

export interface Shown {
  readonly id: string;
  /** Unix seconds; null where its program noted no time. */
  readonly published: number | null;
}

let last: { readonly tracker: Tracker; readonly shown: Shown } | null = null;

/** What is shown now; null: there is no database. A few microseconds. */
export function readShown(): Shown | null {
  try {
    const tracker = openTracker();
    if (last?.tracker !== tracker) {
      const time = Date.parse(readPublishedAt(tracker.orm.$client) ?? '');
      const published = Number.isNaN(time) ? null : time / 1000;
      last = { tracker, shown: { id: tracker.snapshot.id, published } };
    }
    return last.shown;
  } catch {
    // Pages that are kept are served on without one.
    return null;
  }
}

/**
 * The headers by which caches know what an answer shows: names to forget it by, and, where it
 * follows the data, since when that snapshot is the published one.
 */
export function toLabels({ target }: PageRequest, shown: Shown | null): OutgoingHttpHeaders {
  const asked = findSnapshotAsked(target);
  if (asked) return { 'surrogate-key': `snapshot-${asked}` };
  const published = shown?.published ?? null;
  return {
    'surrogate-key': `live snapshot-${shown?.id ?? 'none'}`,
    ...(published !== null && { 'tracker-published': published.toFixed(3) }),
  };
}

/** Looks for newer data where the one who asks knows of some; null: there is nothing to wait for. */
export type CatchUp = (atLeast: string | undefined) => Promise<unknown> | null;

interface CatchUpOptions {
  readonly shown: () => Shown | null;
  /** Brings this server up to what is published; all who ask at a time wait for one such look. */
  readonly sync: () => Promise<unknown>;
  readonly atMost_ms?: number;
}

/**
 * `atLeast` is the `Tracker-Published` of an answer that was seen. Where this server shows an
 * older snapshot it looks for that first, though not for long: with the database away, what there
 * is is better than nothing.
 */
export function buildCatchUp({ shown, sync, atMost_ms = 2000 }: CatchUpOptions): CatchUp {
  return (atLeast) => {
    const wanted = atLeast && TIME.test(atLeast) ? Number(atLeast) : 0;
    const { published } = shown() ?? {};
    // Nothing is published in the future; clocks may differ a little.
    const isKnown = wanted <= Date.now() / 1000 + CLOCKS_DIFFER;
    if (!isKnown || wanted <= (published ?? Number.POSITIVE_INFINITY)) return null;
    const looking = sync().catch(() => {});
    return Promise.race([looking, pause(atMost_ms, undefined, { ref: false })]);
  };
}

const TIME = /^\d{1,11}(\.\d{1,6})?$/;

/** Seconds. */
const CLOCKS_DIFFER = 60;
