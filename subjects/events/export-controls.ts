/** Export controls: their rules with events, as a chart by who acted, and of a chip in words. */

import { asc, desc, eq, getTableColumns } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { DatedGroup } from '@/charts/model';
import type { RowOf } from '@/data/contract';
import { events } from '@/data/events/contract';
import { exportControls } from '@/data/export-controls/contract';
import type { Orm } from '@/db/connection';
import { listEvents, type NamedEvent } from '@/db/queries/events';
import { toTable } from '@/db/to-table';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import { exportStates } from '../chips/chip-measures';
import type { ChipRow } from '../chips/queries';
import { eventLanes, isConfirmed, toEventEntry } from './event-entries';

export const exportControlSteps = defineChart({
  slug: 'export-controls',
  name: 'Export controls on AI chips',
  section: 'timeline',
  question: 'What may be sold to China, and since when?',
  datasets: [events, exportControls],
  choices: {},
  build: async (orm) => {
    const [all, controls] = await Promise.all([listEvents(orm), listExportControls(orm)]);
    // What a single digest alone reports stands in the list of events, not among rules.
    const events = all.filter((event) => event.category === 'export-control' && isConfirmed(event));
    const oldestFirst = events.toReversed();
    const actors = [...new Set(oldestFirst.map(({ actor }) => actor))];
    const colors = { 'United States government': 'intel', Nvidia: 'nvidia' } as const;
    const groups = actors.map(
      (actor): DatedGroup => ({
        id: actor.toLowerCase().replaceAll(' ', '-'),
        label: actor.replace('Chinese government', 'China').replace(' government', ''),
        color: colors[actor as keyof typeof colors] ?? 'amd',
        entries: oldestFirst.filter((event) => event.actor === actor).map(toEventEntry),
      }),
    );
    // Rules and exceptions, not what companies or the press made of them.
    const [newest, first] = [controls[0], controls.at(-1)];
    const others = events.length - controls.length;
    return {
      title: 'Export controls by date',
      subtitle: 'Rules, letters and what followed, by who acted',
      summary: joinSentences(
        first && `The first control here is “${first.title}”, ${formatDate(first.date)}.`,
        newest && `The newest is “${newest.title}”, ${formatDate(newest.date)}.`,
        `${controls.length} controls and exceptions in all` +
          (others > 0 ? `, and ${others} drafts, filings and reports of what followed.` : '.'),
      ),
      model: { ...eventLanes, groupLabel: 'Actor', groups, notes: [] },
      reading: [
        'A control is a license requirement, with a presumption of denial for the chips of the A100 and H100 class until January 2026. It is not a ban by name.',
        'The tables below say what each rule covers and which chips are controlled since when.',
      ],
    };
  },
});

/**
 * "Export to China: controlled since Aug 26, 2022; today: license required, decided case by
 * case since Jan 15, 2026." The day when control began and how it stands now are two
 * things. Of several chips only what they share; null where nothing is known.
 */
export function describeControl(chips: readonly ChipRow[]): string | null {
  const known = chips.filter(({ export_controlled_to_china: state }) => state !== null);
  const first = known[0];
  if (!first?.export_controlled_to_china) return null;
  const isShared = (read: (chip: ChipRow) => string | null) =>
    known.every((chip) => read(chip) === read(first));
  if (!isShared(({ export_controlled_to_china: state }) => state))
    return 'Export to China: differs from chip to chip, as the specifications say.';
  const state = exportStates[first.export_controlled_to_china].toLowerCase();
  const since = known.flatMap((chip) => chip.export_controlled_since ?? []).sort()[0];
  if (!since) return `Export to China: ${state}.`;
  const review = isShared((chip) => chip.export_case_by_case_since)
    ? first.export_case_by_case_since
    : null;
  return `Export to China: controlled since ${formatDate(since)}; today: ${state}${review ? `, decided case by case since ${formatDate(review)}` : ''}.`;
}

/**
 * The rules under which the chips stand: those of the day when their control began, and
 * whatever changed these later.
 */
export function listRulesOf(
  chips: readonly ChipRow[],
  controls: readonly ExportControl[],
): ReadonlySet<NamedEvent['event']> {
  const begun = new Set(chips.map(({ export_controlled_since: since }) => since));
  const byEvent = new Map(controls.map((control) => [control.event, control]));
  const rules = new Set<string>();
  for (const control of controls) {
    if (control.measure !== 'licence' || !begun.has(control.date)) continue;
    let at: ExportControl | undefined = control;
    while (at && !rules.has(at.event)) {
      rules.add(at.event);
      at = byEvent.get(at.changed_by ?? '');
    }
  }
  return rules;
}

const table = toTable(exportControls);
const eventTable = toTable(events);
const laterTable = alias(eventTable, 'later');

type ExportControl = RowOf<typeof exportControls> & {
  readonly date: string;
  readonly vendor: string | null;
  readonly actor: string;
  readonly title: string;
  readonly summary: string;
  /** Title of the event that changed it. */
  readonly changed_title: string | null;
};

/** Every control, newest first. */
export async function listExportControls(orm: Orm): Promise<ExportControl[]> {
  return orm
    .select({
      ...getTableColumns(table),
      date: eventTable.date,
      vendor: eventTable.vendor,
      actor: eventTable.actor,
      title: eventTable.title,
      summary: eventTable.summary,
      changed_title: laterTable.title,
    })
    .from(table)
    .innerJoin(eventTable, eq(table.event, eventTable.event))
    .leftJoin(laterTable, eq(table.changed_by, laterTable.event))
    .orderBy(desc(eventTable.date), asc(table.event));
}
