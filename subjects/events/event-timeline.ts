/** Events by category and date. */

import { ALL } from '@/address/choices';
import { toRowsHref } from '@/address/links';
import { type DatedGroup, isDense } from '@/charts/model';
import { events as eventsDataset } from '@/data/events/contract';
import { type EventRow, listEvents } from '@/db/queries/events';
import { getVendorLooks, type VendorLook } from '@/db/queries/names';
import { formatDate } from '@/units/period';
import type { CellValue } from '@/units/table';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import {
  categoryColors,
  eventCategories,
  eventLanes,
  isConfirmed,
  toEventEntry,
} from './event-entries';
import { timelineChoices } from './timeline';

/** The same choice of a vendor as a filter of the dataset. */
function toVendorFilter({
  vendor = ALL,
}: Readonly<Record<string, string>>): Readonly<Record<string, CellValue>> {
  return vendor === ALL ? {} : { vendor: vendor === 'none' ? null : vendor };
}

/** What of the timeline is shown, in words; nothing where all of it is. */
function describeChosen(
  { category = ALL, vendor = ALL }: Readonly<Record<string, string>>,
  lookOf: (vendor: string) => VendorLook,
): string[] {
  return [
    ...(category === ALL ? [] : [eventCategories[category as EventRow['category']]]),
    ...(vendor === ALL ? [] : [vendor === 'none' ? OTHERS : lookOf(vendor).label]),
  ];
}

const OTHERS = 'Governments and others';

export const eventTimeline = defineChart({
  slug: 'event-timeline',
  name: 'Timeline of events',
  section: 'timeline',
  question: 'What happened when?',
  datasets: [eventsDataset],
  choices: { category: timelineChoices.category, vendor: timelineChoices.vendor },
  build: async (orm, chosen) => {
    const [all, lookOf] = await Promise.all([listEvents(orm), getVendorLooks(orm)]);
    const events = all.filter(
      ({ category, vendor }) =>
        (chosen.category === ALL || chosen.category === category) &&
        (chosen.vendor === ALL || chosen.vendor === (vendor ?? 'none')),
    );
    const oldestFirst = events.toReversed();
    const groups = Object.entries(eventCategories).map(
      ([category, label]): DatedGroup => ({
        id: category,
        label,
        color: categoryColors[category as EventRow['category']],
        entries: oldestFirst.filter((event) => event.category === category).map(toEventEntry),
        rows: { href: toRowsHref(eventsDataset, { category, ...toVendorFilter(chosen) }) },
      }),
    );
    const newest = events.find(isConfirmed);
    return {
      title: 'Events of the AI-hardware market',
      subtitle: [
        ...describeChosen(chosen, lookOf),
        isDense({ groups })
          ? 'By category and date'
          : 'By category and date; dots above one another are events close together',
      ].join(' · '),
      summary: joinSentences(
        `${events.length} ${events.length === 1 ? 'event' : 'events'}.`,
        newest && `The newest: ${newest.title}, ${formatDate(newest.date)}.`,
      ),
      model: { ...eventLanes, groupLabel: 'Category', groups, notes: [] },
      reading: [
        'Dates are as exact as the sources: where one names only a month, the dot stands in its middle.',
        'The last months rest on news digests; drafts and talks are titled as such. What a single digest alone reports says so, and is never named as the newest.',
      ],
    };
  },
});
