/** Events as entries of a chart, and the words and colors of their sorts. */

import { toActorHref, toChipHref, toEventHref, toEvidenceHref } from '@/address/links';
import type { ColorName } from '@/charts/colors';
import type { DatedEntry, DatedModel } from '@/charts/model';
import { toLabels } from '@/data/contract';
import { events } from '@/data/events/contract';
import { exportControls } from '@/data/export-controls/contract';
import type { EventRow, NamedEvent } from '@/db/queries/events';
import { parsePeriod } from '@/units/period';

/** Whether more than a digest tells of it: only such an event is named as the newest. */
export const isConfirmed = ({ standing }: Pick<NamedEvent, 'standing'>): boolean =>
  standing === 'verified';

/** An event as a dot that leads to its page. */
export function toEventEntry(event: NamedEvent): DatedEntry {
  return {
    id: event.event,
    label: event.title,
    name: event.short_title ?? (event.title.length <= LONGEST_NAME ? event.title : ''),
    href: toEventHref(event.event),
    date: parsePeriod(event.date)!,
    value: null,
    kind: 'measured',
    details: [event.actor, event.chip_name],
    detailHrefs: [toActorHref(event), event.chip && toChipHref(event.chip)],
    source: event.source,
    note: isConfirmed(event) ? event.summary : `${event.summary} Not confirmed elsewhere.`,
    evidence: toEvidenceHref(events, event),
  };
}

// A longer title next to a dot would crowd out those of others.
const LONGEST_NAME = 14;

/** What pictures of events share: dots without values, and their columns. */
export const eventLanes = {
  shape: 'lanes',
  unit: 'accelerators',
  scale: 'linear',
  valueLabel: '',
  entryLabel: 'Event',
  counted: 'events',
  named: true,
  columns: [
    { id: 'actor', label: 'Actor' },
    { id: 'chip', label: 'Chip' },
  ],
} satisfies Partial<DatedModel>;

export const controlMeasures = toLabels(exportControls.columns.measure);

export const eventCategories = toLabels(events.columns.category);

export const categoryColors = {
  launch: 'category-1',
  'export-control': 'category-2',
  earnings: 'category-3',
  deal: 'category-4',
  policy: 'category-5',
  market: 'category-6',
  research: 'other',
} satisfies Record<EventRow['category'], ColorName>;
