/** Events by category, and export controls as a story of their own. */
import type { DatedEntry, DatedGroup, DatedModel } from '@/charts/model';
import { events } from '@/data/events/contract';
import { type EventRow, listEvents, type NamedEvent } from '@/db/queries/events';
import { getVendorNames } from '@/db/queries/names';
import { formatDate, parsePeriod } from '@/units/period';
import { categoryColours, eventCategories } from '../chip-groups';
import { toEvidenceHref } from '../evidence-address';
import { toEventHref } from '../links';
import type { Choice, Choices } from '../parameters';
import { defineChart } from '../published-chart';
import { joinSentences } from '../sentences';

const vendor: Choice = {
  label: 'Vendor',
  control: 'select',
  preferred: 'all',
  list: async (orm) => {
    const [events, names] = await Promise.all([listEvents(orm), getVendorNames(orm)]);
    const vendors = [...new Set(events.flatMap(({ vendor }) => vendor ?? []))].sort();
    return [
      { value: 'all', label: 'All' },
      ...vendors.map((slug) => ({ value: slug, label: names.get(slug) ?? slug })),
      { value: 'none', label: 'Governments and others' },
    ];
  },
};

const category: Choice = {
  label: 'Category',
  control: 'select',
  preferred: 'all',
  list: async () => [
    { value: 'all', label: 'All' },
    ...Object.entries(eventCategories).map(([value, label]) => ({ value, label })),
  ],
};

/** The choices of the timeline; its list of events reads the same ones. */
export const timelineChoices = { category, vendor } satisfies Choices;

/** Whether an event is among those chosen. */
export function isChosen(
  { category, vendor }: EventRow,
  chosen: Readonly<Record<string, string>>,
): boolean {
  const byCategory = chosen.category === 'all' || chosen.category === category;
  const byVendor = chosen.vendor === 'all' || chosen.vendor === (vendor ?? 'none');
  return byCategory && byVendor;
}

function toEntry(event: NamedEvent): DatedEntry {
  return {
    id: event.event,
    label: event.title,
    href: toEventHref(event.event),
    date: parsePeriod(event.date)!,
    value: null,
    kind: 'measured',
    details: [event.actor, event.chip_name ?? ''],
    source: event.source,
    note: event.summary,
    evidence: toEvidenceHref(events, event),
  };
}

const lanes = {
  shape: 'lanes',
  unit: 'accelerators',
  scale: 'linear',
  valueLabel: '',
  entryLabel: 'Event',
  columns: ['Actor', 'Chip'],
} satisfies Partial<DatedModel>;

export const eventTimeline = defineChart({
  slug: 'event-timeline',
  name: 'Timeline of events',
  section: 'timeline',
  question: 'What happened when?',
  datasets: ['events'],
  choices: timelineChoices,
  build: async (orm, chosen) => {
    const events = (await listEvents(orm)).filter((event) => isChosen(event, chosen));
    const oldestFirst = events.toReversed();
    const groups = Object.entries(eventCategories).map(
      ([category, label]): DatedGroup => ({
        id: category,
        label,
        colour: categoryColours[category as EventRow['category']],
        entries: oldestFirst.filter((event) => event.category === category).map(toEntry),
      }),
    );
    const [newest] = events;
    return {
      title: 'Events of the AI-hardware market',
      subtitle: 'By category and date; dots above one another are events close together',
      summary: joinSentences(
        `${events.length} ${events.length === 1 ? 'event' : 'events'}.`,
        newest && `The newest: ${newest.title}, ${formatDate(newest.date)}.`,
      ),
      model: { ...lanes, groupLabel: 'Category', named: false, groups, notes: [] },
      reading: [
        'Dates are as exact as the sources: where one names only a month, the dot stands in its middle.',
        'The last months rest on news digests; drafts and talks are titled as such.',
      ],
      asOf: newest?.date ?? '',
    };
  },
});

export const exportControlSteps = defineChart({
  slug: 'export-controls',
  name: 'Export controls on AI chips',
  section: 'timeline',
  question: 'What may be sold to China, and since when?',
  datasets: ['events', 'export-controls'],
  choices: {},
  build: async (orm) => {
    const events = (await listEvents(orm)).filter(({ category }) => category === 'export-control');
    const oldestFirst = events.toReversed();
    const actors = [...new Set(oldestFirst.map(({ actor }) => actor))];
    const colours = { 'United States government': 'intel', Nvidia: 'nvidia' } as const;
    const groups = actors.map(
      (actor): DatedGroup => ({
        id: actor.toLowerCase().replaceAll(' ', '-'),
        label: actor.replace('Chinese government', 'China').replace(' government', ''),
        colour: colours[actor as keyof typeof colours] ?? 'amd',
        entries: oldestFirst.filter((event) => event.actor === actor).map(toEntry),
      }),
    );
    const [newest] = events;
    const first = oldestFirst[0];
    return {
      title: 'Export controls by date',
      subtitle: 'Rules, letters and what followed, by who acted',
      summary: joinSentences(
        first && `The first here is “${first.title}”, ${formatDate(first.date)}.`,
        newest && `The newest is “${newest.title}”, ${formatDate(newest.date)}.`,
        `${events.length} steps in all.`,
      ),
      model: { ...lanes, groupLabel: 'Actor', named: false, groups, notes: [] },
      reading: [
        'A control is a licence requirement, with a presumption of denial for the chips of the A100 and H100 class until January 2026. It is not a ban by name.',
        'The tables below say what each rule covers and which chips are controlled since when.',
      ],
      asOf: newest?.date ?? '',
    };
  },
});
