/**
 * What of the timeline an address asks for. Events are folded by year, the newest open;
 * a year with many has pages.
 */

import { groups, rollup } from 'd3-array';
import {
  ALL,
  type Choice,
  type Choices,
  choice,
  type OfferedChoice,
  parseChoices,
  toCanonical,
  toOptions,
} from '@/address/choices';
import { type RowsPage, toPage } from '@/address/found-rows';
import { toChipHref } from '@/address/links';
import { type ParameterProblem, type Query, readAddress, wholeNumber } from '@/address/parameters';
import { events } from '@/data/events/contract';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import { type EventRow, listEvents, type NamedEvent } from '@/db/queries/events';
import { getVendorLooks } from '@/db/queries/names';
import type { ChipRow } from '../chips/queries';
import { getNameLinker } from '../names/known-names';
import { eventCategories, isConfirmed } from './event-entries';
import { listExportControls, listRulesOf } from './export-controls';

const vendor: Choice = {
  label: 'Vendor',
  dataset: 'vendors',
  control: 'select',
  preferred: ALL,
  list: async (orm) => {
    const [events, lookOf] = await Promise.all([listEvents(orm), getVendorLooks(orm)]);
    const vendors = [...new Set(events.flatMap(({ vendor }) => vendor ?? []))].sort();
    return [
      { value: ALL, label: 'All' },
      ...vendors.map((value) => ({ value, label: lookOf(value).label })),
      { value: NONE, label: 'Governments and others' },
    ];
  },
};

const NONE = 'none';

const category: Choice = {
  label: 'Kind',
  control: 'select',
  preferred: ALL,
  list: async () => toOptions({ [ALL]: 'All', ...eventCategories }),
};

const chip: Choice = {
  label: 'Chip',
  dataset: 'chips',
  control: 'select',
  preferred: ALL,
  list: async (orm) => {
    const named = (await listEvents(orm)).flatMap(({ chip, chip_name }) =>
      chip && chip_name ? [[chip, chip_name] as const] : [],
    );
    const sorted = named.toSorted(([, a], [, b]) => a.localeCompare(b, 'en', { numeric: true }));
    return [
      { value: ALL, label: 'All' },
      ...[...new Map(sorted)].map(([value, label]) => ({ value, label })),
    ];
  },
};

/** What narrows the timeline. */
const timelineChoices = {
  category,
  vendor,
  chip,
  reported: choice('Reported by one source', { no: 'Left out', yes: 'Included' }),
} satisfies Choices;

/** Whether an event is among those chosen. */
function isChosen(
  event: EventRow,
  chosen: Readonly<Record<keyof typeof timelineChoices, string>>,
): boolean {
  return (
    (chosen.category === ALL || chosen.category === event.category) &&
    (chosen.vendor === ALL || chosen.vendor === (event.vendor ?? NONE)) &&
    (chosen.chip === ALL || chosen.chip === event.chip) &&
    (chosen.reported === 'yes' || isConfirmed(event))
  );
}

const place = {
  year: wholeNumber('The year that is open; the newest without it.', { min: 1900, max: 2999 }),
  page: wholeNumber('The page of the open year.', { min: 1 }),
};

export interface Timeline {
  readonly offered: readonly OfferedChoice[];
  readonly corrections: readonly ParameterProblem[];
  /** The choices that differ from their defaults, without the place in the list. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly count: number;
  /** Newest first. */
  readonly years: readonly TimelineYear[];
}

export interface TimelineYear {
  readonly year: string;
  readonly count: number;
  /** Null: the year is folded. */
  readonly open: RowsPage<NamedEvent> | null;
}

/** How many events a page of a year has. */
export const EVENTS_PER_PAGE = 12;

/** The timeline as an address asks for it. */
export async function getTimeline(orm: Orm, query: Query): Promise<Timeline> {
  const { values, offered, corrections } = await parseChoices(timelineChoices, query, orm);
  const asked = readAddress(place, query);
  const chosen = values as Record<keyof typeof timelineChoices, string>;
  const events = (await listEvents(orm)).filter((event) => isChosen(event, chosen));
  const byYear = groups(events, toYear);
  const wanted = asked.values.year === null ? null : String(asked.values.year);
  const isKnown = byYear.some(([year]) => year === wanted);
  // Without a year as many of the newest are open as fit one page, and one at the least.
  let room = EVENTS_PER_PAGE;
  const years = byYear.map(([year, own], index): TimelineYear => {
    const fits = index === 0 || own.length <= room;
    room = fits ? room - own.length : 0;
    const isOpen = isKnown ? year === wanted : fits;
    return {
      year,
      count: own.length,
      open: isOpen ? toPage(own, asked.values.page, EVENTS_PER_PAGE) : null,
    };
  });
  return {
    offered,
    corrections: [...corrections, ...asked.problems],
    parameters: toCanonical(offered),
    count: events.length,
    years,
  };
}

const toYear = ({ date }: EventRow): string => date.slice(0, 4);

/** The parameters under which the timeline shows an event; null where there is none. */
export async function findInTimeline(
  orm: Orm,
  event: string,
): Promise<Record<string, string> | null> {
  const all = await listEvents(orm);
  const found = all.find((one) => one.event === event);
  if (!found) return null;
  const reported = isConfirmed(found) ? 'no' : 'yes';
  const year = toYear(found);
  const own = all.filter((one) => toYear(one) === year && (reported === 'yes' || isConfirmed(one)));
  const page = Math.ceil((own.indexOf(found) + 1) / EVENTS_PER_PAGE);
  return {
    ...(reported === 'yes' && { reported }),
    year,
    ...(page > 1 && { page: String(page) }),
  };
}

/** Events about the chips, that name them, or that rule their export; newest first. */
export async function listEventsOfChips(
  orm: Orm,
  chips: readonly ChipRow[],
): Promise<NamedEvent[]> {
  const [all, controls, named] = await Promise.all([
    listEvents(orm),
    listExportControls(orm),
    findNamed(orm, events),
  ]);
  const slugs = new Set(chips.map(({ chip }) => chip));
  const rules = listRulesOf(chips, controls);
  const own = new Set([...slugs].flatMap((slug) => named.get(toChipHref(slug)) ?? []));
  return all.filter(
    ({ event, chip }) => slugs.has(chip ?? '') || rules.has(event) || own.has(event),
  );
}

/** The page of whatever events name in their texts → these events. */
const findNamed = oncePerSnapshot(async (orm): Promise<ReadonlyMap<string, readonly string[]>> => {
  const [all, controls, link] = await Promise.all([
    listEvents(orm),
    listExportControls(orm),
    getNameLinker(orm),
  ]);
  const covered = new Map(controls.map((control) => [control.event, control.chips]));
  const named = all.flatMap(({ event, title, summary }) =>
    link([title, summary, covered.get(event)].join('\n')).flatMap(({ href }) =>
      href === null ? [] : [{ href, event }],
    ),
  );
  return rollup(
    named,
    (ones) => ones.map(({ event }) => event),
    ({ href }) => href,
  );
});
