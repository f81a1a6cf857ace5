import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { toTidyHref } from '@/address/href';
import { toTableHref } from '@/address/table-href';
import { listTicked, toFiltered } from '@/address/table-query';
import { getSourceView, type SourceView } from '@/catalog/source-view';
import { toMeanings } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { sources } from '@/data/sources/contract';
import type { SourceUse } from '@/db/queries/sources';
import { formatCount, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toColumnSort } from '../_table/dataset-columns';
import { Pager } from '../_table/pager';
import { RowRange } from '../_table/row-range';
import { TableForm } from '../_table/table-form';
import { FiguresTable } from '../_ui/figures-table';
import { AboutFigures, PageHeading } from '../_ui/headings';
import { Corrections, leaveOut } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

export const metadata = toSiteHead('/sources');

const PATH = '/sources';

export default async function SourcesPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const tidy = toTidyHref(PATH, query, [listTicked(sources)]);
  if (tidy) redirect(tidy);
  const { orm } = getTracker();
  const { view, citations, kinds } = await getSourceView(orm, query);
  leaveOut(PATH, query, view.corrections);
  return (
    <>
      <PageHeading title="Sources">
        {formatCount(view.wholeCount)} documents behind the figures, by origin and by where we read
        them. <a href="/open-questions">Open questions</a> lists what cannot be looked up.
      </PageHeading>
      <Corrections corrections={view.corrections} />
      <section id="rows" aria-label="Sources" className="scroll-mt-4">
        <KindLinks view={view} kinds={kinds} path={PATH} />
        <TableForm view={view} path={PATH} hint="Origin, title, note, address" />
        <RowRange view={view} path={PATH} rowName="sources" />
        {view.rows.length > 0 && <SourceTable view={view} citations={citations} path={PATH} />}
        <Pager view={view} path={PATH} />
      </section>
      <AboutFigures
        notes={[
          'Origin: whose figures the document holds. Read at: where we read them, at the origin itself or where somebody relays them.',
          'The grade says how near to the origin that is. Secondary documents and single digests are marked in tables, and never on the overview.',
        ]}
      />
    </>
  );
}

/** Kinds of documents as links, each with how many of them the search finds. */
function KindLinks({
  view: { contract, table, preferred },
  kinds,
  path,
}: Pick<SourceView, 'view' | 'kinds'> & { path: string }) {
  const explanations: Readonly<Record<string, string>> = toMeanings(sources.columns.kind);
  const total = kinds.reduce((sum, { rows }) => sum + rows, 0);
  const links = [
    { kind: undefined, label: 'All', rows: total, title: undefined },
    ...kinds.map(({ kind, rows }) => ({
      kind,
      label: toLabel(kind),
      rows,
      title: explanations[kind],
    })),
  ];
  return (
    <nav aria-label="Kind" className="no-print mb-3 text-sm">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ kind, label, rows, title }) => {
          const isOpen = table.filters.kind === kind;
          return (
            <li key={label}>
              <a
                href={toTableHref(path, contract, toFiltered(table, 'kind', kind), preferred)}
                title={title}
                aria-current={isOpen || undefined}
                className={`block no-underline rounded-tremor-default border border-rule px-3 py-1 ${
                  isOpen ? 'bg-raised font-medium text-ink' : 'text-accent'
                }`}
              >
                {label} <span className="text-muted">{rows}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** press-release → Press release. */
function toLabel(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const heads = [
  { label: 'Document', column: 'title', width: 'w-44 sm:w-96' },
  { label: 'Origin', column: 'origin', width: 'w-36' },
  { label: 'Read at', column: 'publisher', width: 'w-40' },
  { label: 'Published', column: 'published_on', width: 'w-28' },
  { label: 'Kind', column: 'kind', width: 'w-28' },
  { label: 'Grade', column: 'grade', width: 'w-28' },
  { label: 'Rows that cite it', column: null, width: 'w-52' },
];

/** Sources with what rests on them. */
function SourceTable({
  view,
  citations,
  path,
}: Pick<SourceView, 'view' | 'citations'> & { path: string }) {
  return (
    <FiguresTable
      caption="Sources, with the number of rows of each dataset that cite them"
      columns={heads.map(({ column, ...head }) => ({
        ...head,
        ...(column && { sort: toColumnSort(view, path, column) }),
      }))}
      rows={view.rows.map((row) => ({
        id: row.source,
        cells: [
          <Document key="document" source={row} />,
          <Lines key="origin">{row.origin}</Lines>,
          <Lines key="publisher">{row.publisher}</Lines>,
          row.published_on === null ? (
            <span key="published" title="The document shows no date.">
              {MISSING}
            </span>
          ) : (
            formatDate(row.published_on)
          ),
          row.kind.replaceAll('-', ' '),
          <span key="grade" title={sources.columns.grade.values[row.grade]?.meaning}>
            {sources.columns.grade.values[row.grade]?.label ?? MISSING}
          </span>,
          <Citations
            key="citations"
            source={row.source}
            citations={citations.get(row.source) ?? []}
          />,
        ],
        remark: row.note,
      }))}
      box="whole"
    />
  );
}

/** As many lines as the width of the column takes. */
function Lines({ children }: { children: ReactNode }) {
  return <span className="block whitespace-normal wrap-break-word">{children}</span>;
}

function Document({
  source: { source, title, url },
}: {
  source: SourceView['view']['rows'][number];
}) {
  return (
    <Lines>
      {url === null ? title : <a href={url}>{title}</a>}
      <span className="block text-xs text-muted">
        <code>{source}</code>
        {url === null && ' · no address known'}
      </span>
    </Lines>
  );
}

/** "123 gpu-market-share": links to those very rows. */
function Citations({ source, citations }: { source: string; citations: readonly SourceUse[] }) {
  if (citations.length === 0) {
    return <span title="No row cites it; others mention it in their notes.">{MISSING}</span>;
  }
  return citations.map(({ dataset, column, rows }) => (
    <a
      key={`${dataset} ${column}`}
      href={`/datasets/${dataset}?${column}=${source}#rows`}
      title={datasets.find(({ slug }) => slug === dataset)?.title}
      className="block leading-6"
    >
      {formatCount(rows)} in {dataset}
    </a>
  ));
}
