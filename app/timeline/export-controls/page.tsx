/** Export controls: which rules are in force for which chips, and rule by rule. */
import { toEventHref } from '@/address/links';
import { controlMeasures } from '@/subjects/events/event-entries';
import { chipsUnderControl, listExportControls } from '@/subjects/events/export-controls';
import { listKnownNames } from '@/subjects/names/known-names';
import { buildNameLinker } from '@/subjects/names/link-names';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { ChartPage } from '../../_chart-block/chart-page';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/headings';
import { LinkedText } from '../../_ui/linked-text';
import { type PageProps, readChartsHead } from '../../page-head';
import { getTracker } from '../../tracker';

const PATH = '/timeline/export-controls';
const charts = [chipsUnderControl];

export const generateMetadata = readChartsHead(PATH, charts);

export default async function ExportControlsPage({ searchParams }: PageProps) {
  return (
    <ChartPage
      path={PATH}
      charts={charts}
      query={await searchParams}
      title="Export controls on AI chips"
      lead="What the US lets Nvidia and AMD sell to China, and since when. Not legal advice."
    >
      <Rules />
      <PageSection id="about" title="About these figures">
        <ul className="mt-2 max-w-[70ch] list-disc pl-5 text-sm text-muted">
          <li>
            “License needed”: until January 2026 with a presumption of denial, so a license was
            normally refused. “Case by case”: a license is needed and may be granted.
          </li>
          <li>
            Case-by-case review since Jan 15, 2026 covers direct exports from the US of chips up to
            the H200’s class, under conditions. Re-exports stay under presumption of denial.
          </li>
          <li>
            Status is worked out from the rules’ thresholds where no letter names the chip. Dates
            are of the announcement.
          </li>
        </ul>
      </PageSection>
    </ChartPage>
  );
}

async function Rules() {
  const { orm } = getTracker();
  const controls = await listExportControls(orm);
  const link = buildNameLinker(await listKnownNames(orm));
  const first = controls.at(-1);
  return (
    <PageSection
      id="rules"
      title="Rule by rule"
      lead={
        <>
          {controls.length} rule changes{first && ` since ${formatDate(first.date.slice(0, 7))}`},
          newest first.{' '}
          <a href="/timeline?category=export-control">
            With drafts, statements and reports of what followed
          </a>
        </>
      }
    >
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
    </PageSection>
  );
}
