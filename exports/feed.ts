/** What can be followed: changes of all data and of one dataset, events, corrections. */
import { toDatasetHref, toEventHref } from '@/address/links';
import { type Correction, listCorrections } from '@/catalog/corrections';
import {
  compareSnapshots,
  listSnapshots,
  wordAccepted,
  wordChanges,
  wordRow,
} from '@/catalog/snapshots';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { wordOrigin } from '@/data/sources/origins';
import type { DatasetChanges } from '@/db/changes';
import type { Tracker } from '@/db/connection';
import type { KeptSnapshot } from '@/db/kept-snapshots';
import { listEvents } from '@/db/queries/events';
import { formatCount } from '@/units/format-value';
import { type AtomEntry, writeAtom } from './atom';
import { toSiteOrigin } from './site';

// Readers keep what they have seen; older changes are on the pages.
const MOST_ENTRIES = 20;
const MOST_EVENTS = 50;
/** Rows told of each change of a dataset; the page lists more, downloads have all. */
const MOST_ROWS = 30;

/** One entry a publication, with the datasets that it changed. */
export function writeSnapshotFeed(): string {
  const entries = listSteps().map(({ newer, older, changes }): AtomEntry => {
    const lines = changes.map(
      (change) =>
        `${titleOf(change.dataset)}: ${wordChanges(change)}, ${toSiteOrigin()}${toDatasetHref(change.dataset)}`,
    );
    const rows = `${formatCount(newer.row_count)} rows`;
    const [title, text] = older
      ? [wordCount(changes.length), lines.join('\n') || 'No row changed.']
      : [`the earliest kept, ${rows}`, `The earliest snapshot that is kept: ${rows}.`];
    return {
      name: `snapshot:${newer.id}`,
      title: `Snapshot ${newer.id}: ${title}`,
      updated: newer.published_at,
      href: toStepHref(newer, older),
      text: text + toReason(newer),
    };
  });
  return writeAtom({
    ...{ name: 'snapshots', title: 'changes of the data', path: '/snapshots.atom' },
    ...{ page: '/snapshots', entries },
  });
}

/** One entry a publication that changed the dataset: the rows added, changed, removed, and why. */
export async function writeDatasetFeed({ orm }: Tracker, contract: Contract): Promise<string> {
  const { slug, title } = contract;
  const corrections = (await listCorrections(orm)).filter(({ dataset }) => dataset === slug);
  const entries = listSteps().flatMap(({ newer, older, changes }): AtomEntry[] => {
    const change = changes.find(({ dataset }) => dataset === slug);
    if (!change) return [];
    return [
      {
        name: `dataset:${slug}:${newer.id}`,
        title: wordChanges(change),
        updated: newer.published_at,
        href: toStepHref(newer, older),
        text: wordChange(change, contract, corrections) + toReason(newer),
      },
    ];
  });
  return writeAtom({
    ...{ name: `dataset:${slug}`, title, path: `${toDatasetHref(slug)}.atom` },
    ...{ page: toDatasetHref(slug), since: listSnapshots().at(-1)?.published_at, entries },
  });
}

/** The newest events, each with whose statement it is. */
export async function writeEventFeed({ orm }: Tracker): Promise<string> {
  const entries = (await listEvents(orm)).slice(0, MOST_EVENTS).map((event): AtomEntry => {
    const source = wordOrigin({
      origin: event.source_origin,
      publisher: event.source_publisher,
      grade: event.source_grade,
    });
    const doubt = event.standing === 'reported' ? ' Original not read.' : '';
    return {
      name: `event:${event.event}`,
      title: event.title,
      updated: event.date,
      href: toEventHref(event.event),
      text: `${event.summary}\nSource: ${source}.${doubt}`,
    };
  });
  return writeAtom({
    ...{ name: 'events', title: 'events', path: '/timeline.atom', page: '/timeline', entries },
  });
}

/** Every correction. */
export async function writeCorrectionFeed({ orm }: Tracker): Promise<string> {
  const entries = (await listCorrections(orm)).map(
    (one): AtomEntry => ({
      name: `correction:${one.correction}`,
      title: one.what,
      updated: one.corrected_on,
      href: `/corrections#${one.correction}`,
      text: wordCorrection(one),
    }),
  );
  return writeAtom({
    ...{ name: 'corrections', title: 'corrections', path: '/corrections.atom' },
    ...{ page: '/corrections', entries },
  });
}

/** The latest publications, each with what it changed against the one before. */
function listSteps() {
  const snapshots = listSnapshots();
  return snapshots.slice(0, MOST_ENTRIES).map((newer, index) => {
    const older = snapshots[index + 1];
    return { newer, older, changes: older ? compareSnapshots(older, newer).changes : [] };
  });
}

const toStepHref = (newer: KeptSnapshot, older: KeptSnapshot | undefined): string =>
  older ? `/snapshots?from=${older.id}&to=${newer.id}` : `/snapshots?to=${newer.id}`;

const toReason = ({ accepted }: KeptSnapshot): string =>
  accepted === null ? '' : `\n${wordAccepted(accepted)}`;

const titleOf = (dataset: string): string =>
  datasets.find(({ slug }) => slug === dataset)?.title ?? dataset;

function wordCount(count: number): string {
  if (count === 0) return 'no row changed';
  return count === 1 ? '1 dataset changed' : `${count} datasets changed`;
}

/** A line a row; a corrected one with the reason. */
function wordChange(
  { rows, added, changed, removed }: DatasetChanges,
  contract: Contract,
  corrections: readonly Correction[],
): string {
  const lines = rows.slice(0, MOST_ROWS).map((row) => {
    const key = row.key.map((part) => encodeURIComponent(part ?? '')).join('~');
    const reasons = corrections.flatMap((one) => (one.row === key ? ` Why: ${one.reason}` : []));
    return `${row.change} ${row.key.join(', ')}${wordRow(row, contract)}.${reasons.join('')}`;
  });
  const more = added + changed + removed - lines.length;
  return [...lines, ...(more > 0 ? [`and ${formatCount(more)} more rows`] : [])].join('\n');
}

const wordCorrection = ({ shown, shown_now, reason, noticed_by }: Correction): string =>
  `Shown before: ${shown}\nShown now: ${shown_now}\nWhy: ${reason}\nNoticed by: ${noticed_by}`;
