/** Events as entries of a chart. */

import { toEvidenceHref } from '@/address/evidence-address';
import { toActorHref, toChipHref, toEventHref } from '@/address/links';
import type { DatedEntry, DatedModel } from '@/charts/model';
import { events } from '@/data/events/contract';
import type { NamedEvent } from '@/db/queries/events';
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

// A longer title beside a dot would crowd out those of others.
const LONGEST_NAME = 14;

/** What pictures of events share: dots without values, and their columns. */
export const eventLanes = {
  shape: 'lanes',
  unit: 'accelerators',
  scale: 'linear',
  valueLabel: '',
  entryLabel: 'Event',
  named: true,
  columns: [
    { id: 'actor', label: 'Actor' },
    { id: 'chip', label: 'Chip' },
  ],
} satisfies Partial<DatedModel>;
