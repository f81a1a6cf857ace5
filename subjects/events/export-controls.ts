/** Export controls: their rules with events, what they ask of each chip since when, and of a chip in words. */

import { eq, getTableColumns } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { toChipHref, toEvidenceHref, toVendorHref } from '@/address/links';
import type { Span, SpanRow, SpanState } from '@/charts/model';
import { chips as chipsDataset } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { events } from '@/data/events/contract';
import { exportControls } from '@/data/export-controls/contract';
import type { Orm } from '@/db/orm';
import { listEvents, type NamedEvent } from '@/db/queries/events';
import { getVendorLooks } from '@/db/queries/names';
import { downward, toTable, upward } from '@/db/to-table';
import { formatDate, type Period, parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import { exportStates } from '../chips/chip-measures';
import { type ChipRow, listChips } from '../chips/queries';

export const chipsUnderControl = defineChart({
  slug: 'export-controls',
  name: 'Export controls on AI chips',
  section: 'timeline',
  question: 'What may be sold to China, and since when?',
  datasets: [chipsDataset, events, exportControls],
  leads: ['/timeline/export-controls'],
  choices: {},
  build: async (orm) => {
    const [all, controls, chips, lookOf] = await Promise.all([
      listEvents(orm),
      listExportControls(orm),
      listChips(orm),
      getVendorLooks(orm),
    ]);
    const names = new Map(chips.map(({ chip, name }) => [chip, name]));
    const controlled = chips.flatMap((chip) => {
      const since = chip.export_controlled_since && parsePeriod(chip.export_controlled_since);
      return since ? [{ chip, spans: toSpans(chip, since) }] : [];
    });
    const rows = controlled
      .toSorted((a, b) => toRank(a.chip).localeCompare(toRank(b.chip)))
      .map(
        ({ chip, spans }): SpanRow => ({
          id: chip.chip,
          label: chip.name,
          href: toChipHref(chip.chip),
          spans,
          details: [lookOf(chip.vendor).label, names.get(toModel(chip)) ?? null],
          detailHrefs: [toVendorHref(chip.vendor), toChipHref(toModel(chip))],
        }),
      );
    const reviewed = rows.filter(({ spans }) => spans.at(-1)?.state === 'review').length;
    const [newest, first] = [controls[0], controls.at(-1)];
    return {
      title: 'AI chips under US export control',
      subtitle: 'What export to China needs, chip by chip; from the rules’ thresholds',
      summary: joinSentences(
        first &&
          newest &&
          `${controls.length} rule changes since ${formatDate(first.date.slice(0, 7))}; newest: ${newest.title}, ${formatDate(newest.date)}.`,
        `Of ${rows.length} chips under control, ${reviewed} are decided case by case now.`,
      ),
      model: {
        shape: 'spans',
        unit: 'accelerators',
        entryLabel: 'Chip',
        stateLabel: 'Status',
        states: controlStates,
        rows,
        start: first?.date.slice(0, 7) ?? FIRST_MONTH,
        until: all[0]?.date ?? FIRST_MONTH,
        columns: [
          { id: 'actor', label: 'Vendor' },
          { id: 'chip', label: 'Model' },
        ],
        notes: [],
      },
      reading: [
        'A control is a license requirement, with a presumption of denial for the chips of the A100 and H100 class until January 2026. It is not a ban by name.',
        'A bar begins with the day from which the rule covers the chip, also where the chip was launched later.',
      ],
    };
  },
});

/** What a picture of no rule begins with. */
const FIRST_MONTH = '2022-08';

const { yes, partly } = exportStates;

const controlStates = [
  { id: 'free', label: 'No license needed', color: 'muted', opacity: 0.15 },
  { id: 'yes', label: yes, color: 'warning', opacity: 0.45 },
  { id: 'review', label: 'Case by case', color: 'accent', opacity: 0.4 },
  { id: 'partly', label: partly, color: 'muted', opacity: 0.45 },
] as const satisfies readonly SpanState[];

/** The chip that its variant belongs to, or itself. */
const toModel = ({ chip, level, parent }: ChipRow): string =>
  level === 'variant' && parent ? parent : chip;

/** By the day of their control; of one day those that are decided case by case first. */
const toRank = (chip: ChipRow): string =>
  [
    chip.export_controlled_since,
    chip.export_case_by_case_since ?? '9999',
    chip.export_controlled_to_china === 'yes' ? 0 : 1,
    chip.vendor,
    chip.name,
  ].join(' ');

/** From the launch on, where it came before the control; then what is asked, and how that changed. */
function toSpans(chip: ChipRow, since: Period): Span[] {
  const { launch_date, export_case_by_case_since, export_controlled_to_china: today } = chip;
  const launch = launch_date === null ? null : parsePeriod(launch_date);
  const review = export_case_by_case_since && parsePeriod(export_case_by_case_since);
  const toSpan = (
    state: (typeof controlStates)[number]['id'],
    period: Period,
    end: string | null,
  ): Span => ({
    ...{ state, period, end, kind: 'measured', source: chip.source },
    evidence: toEvidenceHref(chipsDataset, chip),
  });
  return [
    ...(launch && launch.end < since.start ? [toSpan('free', launch, since.start)] : []),
    ...(review
      ? [toSpan('yes', since, review.start), toSpan('review', review, null)]
      : [toSpan(today === 'partly' ? 'partly' : 'yes', since, null)]),
  ];
}

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
  readonly source: string;
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
      source: eventTable.source,
      changed_title: laterTable.title,
    })
    .from(table)
    .innerJoin(eventTable, eq(table.event, eventTable.event))
    .leftJoin(laterTable, eq(table.changed_by, laterTable.event))
    .orderBy(downward(eventTable.date), upward(table.event));
}
