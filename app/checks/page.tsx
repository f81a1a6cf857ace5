/** Which checks figures pass before they are published, and whether they fit each other. */
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { toHref } from '@/address/href';
import { type Reconciliation, wordTolerance } from '@/data/checks/reconciliations';
import { datasets } from '@/data/datasets';
import { listDatasetStates } from '@/db/queries/dataset-states';
import { figuresThatFit } from '@/subjects/reconciliation/figures-that-fit';
import { revisions } from '@/subjects/reconciliation/revisions';
import { formatCount, MISSING } from '@/units/format-value';
import { type ChartView, getChartView } from '@/views/chart-view';
import { readReconciliations } from '@/views/failed-checks';
import { ChartThumbnail } from '../_ui/chart-thumbnail';
import { FiguresTable } from '../_ui/figures-table';
import { AboutFigures, PageHeading, PageSection } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

const PATH = '/checks';

export function generateMetadata(): Metadata {
  return toSiteHead(PATH);
}

export default async function ChecksPage({ searchParams }: PageProps) {
  leaveOutUnknown(PATH, await searchParams);
  const tracker = getTracker();
  const { orm } = tracker;
  const states = await listDatasetStates(orm);
  const reconciliations = await readReconciliations(orm);
  const moved = await getChartView(tracker, revisions);
  const count = states.reduce((sum, { checks }) => sum + checks.length, 0);
  return (
    <>
      <PageHeading title="Checks">
        Do the figures fit each other? {reconciliations.length} comparisons across datasets, and{' '}
        {count} checks that every publication passed. What we could not confirm is under{' '}
        <a href="/open-questions">Open questions</a>.
      </PageHeading>
      <ul className="gallery">
        {reconciliations.map((one) => (
          <Comparison key={one.slug} reconciliation={one} />
        ))}
        <li id="revisions">
          <ChartLink view={moved.view} title={moved.view.chart.question} />
          <p>{moved.view.summary}</p>
          <Explained>
            {moved.view.reading.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Explained>
        </li>
      </ul>
      <PageSection
        id="by-dataset"
        title="Checks before publication"
        lead="One failed check stops a publication. What each one asks is on the page of its dataset."
      >
        <FiguresTable
          caption="Checks by dataset"
          columns={[
            { label: 'Dataset' },
            { label: 'Rows', align: 'right' },
            { label: 'Checks passed', align: 'right' },
          ]}
          rows={states.map(({ dataset, row_count, checks }) => ({
            id: `checks-${dataset}`,
            cells: [
              <a key="dataset" href={`/datasets/${dataset}#checks`}>
                {datasets.find(({ slug }) => slug === dataset)?.title ?? dataset}
              </a>,
              formatCount(row_count),
              checks.length === 0 ? MISSING : formatCount(checks.length),
            ],
          }))}
        />
      </PageSection>
      <AboutFigures
        notes={[
          'Every cell is checked as well: its format, its range, and whether the names in it exist.',
          'Checks cannot tell whether a source is right. What changed between publications is under Snapshots.',
        ]}
      />
    </>
  );
}

async function Comparison({ reconciliation }: { reconciliation: Reconciliation }) {
  const { slug, question, formula, limits, rows, differing } = reconciliation;
  const { view } = await getChartView(getTracker(), figuresThatFit, { check: slug });
  return (
    <li id={slug}>
      <ChartLink view={view} title={question} />
      <p>{differing > 0 ? <b className="late">{view.summary}</b> : view.summary}</p>
      <Explained>
        <p>{formula}</p>
        <p>{wordTolerance(reconciliation)}</p>
        <p>{limits}</p>
        <p>
          <a
            href={toHref('/charts/figures-that-fit', {
              ...view.canonical,
              table: view.chart.slug,
            })}
          >
            All {reconciliation.compared.length} rows
          </a>
          {rows.map(({ label, href }) => (
            <span key={href}>
              {', '}
              <a href={href}>{label}</a>
            </span>
          ))}
        </p>
      </Explained>
    </li>
  );
}

function ChartLink({ view, title }: { view: ChartView; title: string }) {
  return (
    <a href={toHref(`/charts/${view.chart.slug}`, view.canonical)}>
      <ChartThumbnail view={view} />
      <strong>{title}</strong>
    </a>
  );
}

/** How it is computed, and what it cannot show. */
function Explained({ children }: { children: ReactNode }) {
  return (
    <details>
      <summary>Formula, tolerance, rows</summary>
      {children}
    </details>
  );
}
