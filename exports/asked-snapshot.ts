/** `snapshot=` of a download: the figures as they were, for as long as that snapshot is kept. */
import { snapshotParameter } from '@/address/frozen-links';
import { type Query, readAddress } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { openSnapshot } from '@/db/open-snapshot';
import type { Snapshot } from '@/db/snapshot-tables';
import { answerProblem } from './answer';

export interface Asked {
  readonly tracker: Tracker;
  /** The answer will never change. */
  readonly lasts: boolean;
  /** Without the snapshot. */
  readonly query: Query;
}

/** The tracker that the query asks for, or a 404 that says what became of it. */
export function openAsked(current: Tracker, whole: Query): Asked | Response {
  const { snapshot: _, ...query } = whole;
  const { values, problems } = readAddress({ snapshot: snapshotParameter }, whole);
  const { snapshot: id } = values;
  if (id === '') return { tracker: current, lasts: false, query };
  const tracker = problems.length > 0 ? null : openSnapshot(id);
  if (tracker) return { tracker, lasts: true, query };
  return answerProblem({
    status: 404,
    title: 'There is no such snapshot',
    detail: `No snapshot "${id}" is kept. /snapshots.json lists those that are; without snapshot= the present figures are given.`,
    problems: [
      {
        parameter: 'snapshot',
        found: [whole.snapshot].flat().join(', '),
        allowed: snapshotParameter.allowed,
      },
    ],
  });
}

/** What a snapshot cannot show because it is older than the tables it would be read from. */
export function answerTooOld(
  { id, collected_on }: Snapshot,
  what: string,
  lacking: readonly string[],
): Response {
  return answerProblem({
    status: 404,
    title: 'This snapshot is older than these figures',
    detail: `Snapshot ${id}, collected ${collected_on}, was published before ${lacking.join(', ')} became part of the tracker, and ${what} cannot be shown without. /snapshots.json lists later snapshots; without snapshot= the present figures are given.`,
    problems: [{ parameter: 'snapshot', found: id, allowed: 'A later snapshot, or leave it out.' }],
  });
}
