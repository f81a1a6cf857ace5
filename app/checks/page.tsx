/** Which checks figures pass before they are published, and whether they fit each other. */
import type { Metadata } from 'next';
import {
  type ComparedRow,
  listReconciliations,
  type Reconciliation,
} from '@/data/checks/reconciliations';
import { datasets } from '@/data/datasets';
import { askTables } from '@/db/check-tables';
import { listDatasetStates } from '@/db/queries/dataset-states';
import { formatValue, MISSING } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { type FiguresColumn, FiguresTable } from '../_ui/figures-table';
import { AboutFigures, PageHeading, PageSection } from '../_ui/headings';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';

const PATH = '/checks';

export function generateMetadata(): Metadata {
  return { ...describeSitePage(PATH), ...toPageHead(PATH) };
}

export default async function ChecksPage() {
  const { orm } = getTracker();
  const states = await listDatasetStates(orm);
  const reconciliations = listReconciliations(askTables(orm.$client));
  const count = states.reduce((sum, { checks }) => sum + checks.length, 0);
  return (
    <>
      <PageHeading title="Checks">
        Do the figures fit each other? {reconciliations.length} comparisons across datasets, and{' '}
        {count} checks that every publication passed.
      </PageHeading>
      <nav aria-label="Comparisons" className="mt-4">
        <ul className="verdicts">
          {reconciliations.map(({ slug, question, verdict, differing }) => (
            <li key={slug}>
              <a href={`#${slug}`}>{question}</a>{' '}
              {differing > 0 ? <b className="late">{verdict}</b> : verdict}
            </li>
          ))}
        </ul>
      </nav>
      {reconciliations.map((one) => (
        <Comparison key={one.slug} reconciliation={one} />
      ))}
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
              row_count.toLocaleString('en-US'),
              checks.length === 0 ? MISSING : checks.length.toLocaleString('en-US'),
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

function Comparison({ reconciliation }: { reconciliation: Reconciliation }) {
  const { slug, question, verdict, formula, limits, labels, unit, rows, compared } = reconciliation;
  // Money is written with its sign and its power.
  const below = unit === 'USD millions' ? null : unit;
  const columns: readonly FiguresColumn[] = [
    { label: 'What' },
    { label: 'Period' },
    { label: labels[0], unit: below, align: 'right' },
    { label: labels[1], unit: below, align: 'right' },
    { label: 'Ratio', unit: '%', align: 'right' },
    { label: 'Verdict' },
  ];
  return (
    <PageSection id={slug} title={question} lead={`${verdict} ${formula}`}>
      <p className="mt-1 max-w-[70ch] text-sm text-muted">
        {limits} Rows:{' '}
        {rows.map(({ label, href }, index) => (
          <span key={href}>
            {index > 0 && ', '}
            <a href={href}>{label}</a>
          </span>
        ))}
        .
      </p>
      <FiguresTable
        caption={labels.join(', ')}
        columns={columns}
        first={6}
        rows={compared.map((row, place) => toRow(row, `${slug}-${place}`, unit))}
      />
    </PageSection>
  );
}

function toRow(row: ComparedRow, id: string, unit: Reconciliation['unit']) {
  const format = (value: number | null) => (value === null ? MISSING : formatValue(value, unit));
  return {
    id,
    cells: [
      row.subject,
      row.period === null ? MISSING : formatPeriod(row.period),
      format(row.ours),
      format(row.others),
      row.percent === null ? MISSING : Math.round(row.percent).toLocaleString('en-US'),
      verdicts[row.verdict],
    ],
  };
}

const verdicts = {
  agrees: 'agrees',
  differs: <b className="late">differs</b>,
  unknown: 'no figure',
} as const;
