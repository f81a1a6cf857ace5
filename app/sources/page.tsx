import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toTidyHref } from '@/address/href';
import type { Query } from '@/address/parameters';
import { listTicked, toFiltered, toTableHref } from '@/address/table-query';
import type { SourceView } from '@/catalog/source-view';
import { getSourceView } from '@/catalog/source-view';
import { toMeanings } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { sources } from '@/data/sources/contract';
import type { SourceUse } from '@/db/queries/sources';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { Pager } from '../_table/pager';
import { type DataCell, QueryTable } from '../_table/query-table';
import { RowRange } from '../_table/row-range';
import { TableForm } from '../_table/table-form';
import { PageHeading } from '../_ui/headings';
import { Corrections } from '../_ui/notices';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';

export const metadata: Metadata = {
  title: 'Sources',
  description: describeSitePage('/sources'),
  ...toPageHead('/sources'),
};

const PATH = '/sources';

export default async function SourcesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const tidy = toTidyHref(PATH, query, [listTicked(sources)]);
  if (tidy) redirect(tidy);
  const { orm } = getTracker();
  const { view, citations, kinds } = await getSourceView(orm, query);
  return (
    <>
      <PageHeading title="Where do the figures come from?">
        From {view.wholeCount.toLocaleString('en-US')} documents: filings, press releases, reports,
        datasets, news and blogs. Each is listed once, with the figures that rest on it. The
        publisher is the one that was read, also where it relays somebody else’s figure.
      </PageHeading>
      <Corrections corrections={view.corrections} />
      <section id="rows" aria-label="Sources" className="scroll-mt-4">
        <KindLinks view={view} kinds={kinds} path={PATH} />
        <TableForm view={view} path={PATH} hint="Publisher, title, note, address" />
        <RowRange view={view} path={PATH} rowName="sources" />
        {view.rows.length > 0 && <SourceTable view={view} citations={citations} path={PATH} />}
        <Pager view={view} path={PATH} />
      </section>
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
                aria-current={isOpen ? 'true' : undefined}
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

const headers = [
  { label: 'Document', column: 'title', width: 'w-44 sm:w-80' },
  { label: 'Publisher', column: 'publisher', width: 'w-40' },
  { label: 'Published', column: 'published_on', width: 'w-28' },
  { label: 'Kind', column: 'kind', width: 'w-28' },
  { label: 'Rows that cite it', width: 'w-52' },
  { label: 'Note', column: 'note', width: 'w-56' },
];

/** Sources with what rests on them. */
function SourceTable({
  view,
  citations,
  path,
}: Pick<SourceView, 'view' | 'citations'> & { path: string }) {
  return (
    <QueryTable
      view={view}
      path={path}
      caption="Sources, with the number of rows of each dataset that cite them"
      headers={headers}
      rows={view.rows.map((row) => ({
        id: row.source,
        cells: [
          toDocument(row),
          { content: row.publisher, wraps: 'line' },
          row.published_on === null
            ? { content: MISSING, title: 'The document shows no date.' }
            : { content: formatDate(row.published_on) },
          { content: row.kind.replaceAll('-', ' ') },
          toCitations(row.source, citations.get(row.source) ?? []),
          row.note === null
            ? { content: MISSING, title: 'No note.' }
            : { content: row.note, wraps: 'line' },
        ],
      }))}
    />
  );
}

function toDocument({ source, title, url }: SourceView['view']['rows'][number]): DataCell {
  return {
    wraps: 'line',
    content: (
      <>
        {url === null ? title : <a href={url}>{title}</a>}
        <span className="block text-xs text-muted">
          <code>{source}</code>
          {url === null && ' · no address known'}
        </span>
      </>
    ),
  };
}

/** "123 gpu-market-share": links to those very rows. */
function toCitations(source: string, citations: readonly SourceUse[]): DataCell {
  if (citations.length === 0) {
    return { content: MISSING, title: 'No row cites it; others mention it in their notes.' };
  }
  return {
    content: citations.map(({ dataset, column, rows }) => (
      <a
        key={`${dataset} ${column}`}
        href={`/datasets/${dataset}?${column}=${source}#rows`}
        title={datasets.find(({ slug }) => slug === dataset)?.title}
        className="block"
      >
        {rows.toLocaleString('en-US')} in {dataset}
      </a>
    )),
  };
}
