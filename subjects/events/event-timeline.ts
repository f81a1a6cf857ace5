/** Events by category and date; and those that concern a chip. */

import { ALL, type Choice, type Choices, toOptions } from '@/address/choices';
import { toChipHref, toRowsHref } from '@/address/links';
import { type DatedGroup, isDense } from '@/charts/model';
import { events as eventsDataset } from '@/data/events/contract';
import type { Orm } from '@/db/connection';
import { type EventRow, listEvents, type NamedEvent } from '@/db/queries/events';
import { getVendorLooks, type VendorLook } from '@/db/queries/names';
import { formatDate } from '@/units/period';
import type { CellValue } from '@/units/table';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import type { ChipRow } from '../chips/queries';
import { listKnownNames } from '../names/known-names';
import { buildNameLinker } from '../names/link-names';
import {
  categoryColors,
  eventCategories,
  eventLanes,
  isConfirmed,
  toEventEntry,
} from './event-entries';
import { listExportControls, listRulesOf } from './export-controls';

const vendor: Choice = {
  label: 'Vendor',
  control: 'select',
  preferred: ALL,
  list: async (orm) => {
    const [events, lookOf] = await Promise.all([listEvents(orm), getVendorLooks(orm)]);
    const vendors = [...new Set(events.flatMap(({ vendor }) => vendor ?? []))].sort();
    return [
      { value: ALL, label: 'All' },
      ...vendors.map((value) => ({ value, label: lookOf(value).label })),
      { value: 'none', label: OTHERS },
    ];
  },
};

const category: Choice = {
  label: 'Category',
  control: 'select',
  preferred: ALL,
  list: async () => toOptions({ [ALL]: 'All', ...eventCategories }),
};

/** The choices of the timeline; its list of events reads the same ones. */
export const timelineChoices = { category, vendor } satisfies Choices;

/** Whether an event is among those chosen. */
export function isChosen(
  { category, vendor }: EventRow,
  chosen: Readonly<Record<string, string>>,
): boolean {
  const byCategory = chosen.category === ALL || chosen.category === category;
  const byVendor = chosen.vendor === ALL || chosen.vendor === (vendor ?? 'none');
  return byCategory && byVendor;
}

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
  choices: timelineChoices,
  build: async (orm, chosen) => {
    const [all, lookOf] = await Promise.all([listEvents(orm), getVendorLooks(orm)]);
    const events = all.filter((event) => isChosen(event, chosen));
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

/** Events about the chips, that name them, or that rule their export; newest first. */
export async function listEventsOfChips(
  orm: Orm,
  chips: readonly ChipRow[],
): Promise<NamedEvent[]> {
  const [events, controls, names] = await Promise.all([
    listEvents(orm),
    listExportControls(orm),
    listKnownNames(orm),
  ]);
  const slugs = new Set(chips.map(({ chip }) => chip));
  const hrefs = new Set([...slugs].map(toChipHref));
  const link = buildNameLinker(names);
  const covered = new Map(controls.map((control) => [control.event, control.chips]));
  const rules = listRulesOf(chips, controls);
  const isNamed = ({ event, title, summary }: NamedEvent) =>
    link([title, summary, covered.get(event)].join('\n')).some(
      ({ href }) => href !== null && hrefs.has(href),
    );
  return events.filter(
    (event) => slugs.has(event.chip ?? '') || rules.has(event.event) || isNamed(event),
  );
}
