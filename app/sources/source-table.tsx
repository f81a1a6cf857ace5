/** Sources with what rests on them. */
import type { SourceView } from '@/catalog/source-view';
import { datasets } from '@/data/datasets';
import type { SourceUse } from '@/db/queries/sources';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { type DataCell, QueryTable } from '../_table/query-table';

const headers = [
  { label: 'Document', column: 'title', width: 'w-44 sm:w-80' },
  { label: 'Publisher', column: 'publisher', width: 'w-40' },
  { label: 'Published', column: 'published_on', width: 'w-28' },
  { label: 'Kind', column: 'kind', width: 'w-28' },
  { label: 'Rows that cite it', width: 'w-52' },
  { label: 'Note', column: 'note', width: 'w-56' },
];

export function SourceTable({
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
