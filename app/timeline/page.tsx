/** What happened: a picture and a list, and export controls by themselves. */

import type { Metadata } from 'next';
import { parseChoices } from '@/address/choices';
import { toChipHref, toEventHref } from '@/address/links';
import type { Query } from '@/address/parameters';
import { listEvents } from '@/db/queries/events';
import { exportStates } from '@/subjects/chips/chip-measures';
import { listChips } from '@/subjects/chips/queries';
import { controlMeasures } from '@/subjects/events/event-entries';
import { eventTimeline, isChosen, timelineChoices } from '@/subjects/events/event-timeline';
import { exportControlSteps, listExportControls } from '@/subjects/events/export-controls';
import { listKnownNames } from '@/subjects/names/known-names';
import { buildNameLinker } from '@/subjects/names/link-names';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { ChartPage } from '../_chart-block/chart-page';
import { EventList } from '../_ui/event-list';
import { FiguresTable } from '../_ui/figures-table';
import { LinkedText } from '../_ui/linked-text';
import { readChartsHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';

const charts = [eventTimeline, exportControlSteps];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: 'Timeline',
    description: describeSitePage('/timeline'),
    ...(await readChartsHead('/timeline', charts, await searchParams)),
  };
}

export default async function TimelinePage({ searchParams }: Props) {
  const query = await searchParams;
  return (
    <ChartPage
      path="/timeline"
      charts={charts}
      query={query}
      title="How did it come to this?"
      lead="Launches, export controls, results, deals and milestones since 2016. Choose a category or a vendor; picture and list follow."
    >
      <Rules />
      <ControlledChips />
      <Events query={query} />
    </ChartPage>
  );
}

async function Rules() {
  const { orm } = getTracker();
  const controls = await listExportControls(orm);
  const link = buildNameLinker(await listKnownNames(orm));
  return (
    <section aria-labelledby="rules" className="mt-8">
      <h2 id="rules" className="text-lg font-semibold tracking-tight">
        Rule by rule
      </h2>
      <FiguresTable
        caption="Export controls"
        columns={[
          { label: 'Rule', wraps: true },
          { label: 'Date' },
          { label: 'Measure' },
          { label: 'Countries', wraps: true },
          { label: 'Chips', wraps: true },
          { label: 'Changed by', wraps: true },
        ]}
        rows={controls.map((control) => ({
          id: `rule-${control.event}`,
          cells: [
            <a key="title" href={toEventHref(control.event)} title={control.summary}>
              {control.title}
            </a>,
            formatDate(control.date),
            controlMeasures[control.measure],
            control.countries ?? MISSING,
            <LinkedText key="chips" pieces={link(control.chips)} />,
            control.changed_by ? (
              <a key="later" href={toEventHref(control.changed_by)}>
                {control.changed_title}
              </a>
            ) : (
              MISSING
            ),
          ],
        }))}
      />
    </section>
  );
}

async function ControlledChips() {
  const chips = (await listChips(getTracker().orm))
    .filter(({ export_controlled_to_china: state }) => state === 'yes' || state === 'partly')
    .toSorted((a, b) =>
      (b.export_controlled_since ?? '').localeCompare(a.export_controlled_since ?? ''),
    );
  return (
    <section aria-labelledby="controlled" className="mt-8">
      <h2 id="controlled" className="text-lg font-semibold tracking-tight">
        Chips under control, China
      </h2>
      <p className="mt-1 max-w-[70ch] text-sm text-muted">
        The status is today’s; the date says when the control began, under whatever terms. “
        {exportStates.yes}” is a license that was presumed to be denied, where no date says that it
        is decided case by case now. “{exportStates.partly}” is a chip that may be licensed or falls
        under an exception.
      </p>
      <FiguresTable
        caption="Chips under export control"
        columns={[
          { label: 'Chip' },
          { label: 'Status today' },
          { label: 'Controlled since' },
          { label: 'Case by case since' },
          { label: 'Remark', wraps: true },
        ]}
        rows={chips.map((chip) => ({
          id: `control-${chip.chip}`,
          cells: [
            <a key="name" href={toChipHref(chip.chip)}>
              {chip.name}
            </a>,
            exportStates[chip.export_controlled_to_china!],
            chip.export_controlled_since ? formatDate(chip.export_controlled_since) : MISSING,
            chip.export_case_by_case_since ? formatDate(chip.export_case_by_case_since) : MISSING,
            chip.note ?? MISSING,
          ],
        }))}
      />
    </section>
  );
}

async function Events({ query }: { query: Query }) {
  const { orm } = getTracker();
  // The chart above reads the same choices and reports what was wrong with them.
  const { values } = await parseChoices(timelineChoices, query, orm);
  const events = (await listEvents(orm)).filter((event) => isChosen(event, values));
  return (
    <section aria-labelledby="events" className="mt-10">
      <h2 id="events" className="text-lg font-semibold tracking-tight">
        {events.length} {events.length === 1 ? 'event' : 'events'}, newest first
      </h2>
      {events.length === 0 ? (
        <p className="mt-2">
          No event fits both choices. <a href="/timeline">Show all</a>
        </p>
      ) : (
        <EventList events={events} />
      )}
    </section>
  );
}
