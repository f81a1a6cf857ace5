/** A dataset, whole or as a table's address filters and sorts it, ready for every format. */
import { listAsked, type TableQuery, toFilterText, toTableHref } from '@/address/table-href';
import { type Contract, toTableColumns } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { getCollectionDay } from '@/db/queries/dataset-states';
import { listNewestSources } from '@/db/queries/sources';
import { streamRows } from '@/db/queries/table';
import { listSeriesOf } from '@/views/freshness';
import { withDayColumns } from './file-columns';
import type { Paging } from './paging';
import type { Publication } from './publication';

/** `paging` where only some of the rows are asked for. */
export async function toDatasetPublication(
  tracker: Tracker,
  contract: Contract,
  table: TableQuery,
  paging: Paging | null = null,
): Promise<Publication> {
  const rows = { ...table, ...paging };
  const [{ newest }, collectedOn, freshness] = await Promise.all([
    listNewestSources(tracker.orm, contract, ALL, rows),
    getCollectionDay(tracker.orm, contract.slug),
    listSeriesOf(tracker.orm, contract.slug),
  ]);
  const selection = toSelection(contract, table, paging);
  return {
    kind: 'dataset',
    slug: contract.slug,
    title: selection ? `${contract.title} (selection: ${selection})` : contract.title,
    selection,
    description: [
      contract.story,
      contract.grain,
      ...(selection ? [`A selection, not the whole dataset: ${selection}.`] : []),
    ],
    href: toTableHref(`/datasets/${contract.slug}`, contract, {
      ...table,
      page: 1,
      ...(tracker.isFrozen ? { snapshot: tracker.snapshot.id } : {}),
    }),
    asOf: collectedOn ?? tracker.snapshot.collected_on,
    freshness,
    snapshot: tracker.snapshot,
    license: contract.license,
    credits: [contract.credit],
    sources: newest,
    table: withDayColumns({
      columns: toTableColumns(contract, table.columns),
      ...(hasKey(contract, table) && { key: contract.key }),
      rows: () => streamRows(tracker, contract, rows),
    }),
    listReferences: () =>
      Promise.all(
        listReferred(contract).map(
          async (one) => [one, await toDatasetPublication(tracker, one, WHOLE)] as const,
        ),
      ),
    pictures: [],
    stem: [
      contract.slug,
      isPart(table) ? 'selection' : '',
      paging ? `rows-${paging.offset + 1}-${paging.offset + paging.limit}` : '',
    ]
      .filter(Boolean)
      .join('_'),
  };
}

/** All rows of a dataset in the order of its keys. */
export const WHOLE: TableQuery = { search: '', filters: {}, sort: [], page: 1 };

function listReferred({ slug, columns }: Contract): Contract[] {
  const named = new Set(
    Object.values(columns).flatMap((column) => (column.type === 'reference' ? column.to : [])),
  );
  return datasets.filter((one) => one.slug !== slug && named.has(one.slug));
}

// SQLite takes a negative limit for none.
const ALL = -1;

function hasKey({ key }: Contract, { columns }: TableQuery): boolean {
  return columns === undefined || key.every((name) => columns.includes(name));
}

function isPart({ search, filters, columns }: TableQuery): boolean {
  return search !== '' || Object.keys(filters).length > 0 || columns !== undefined;
}

/** What the file leaves out, as the address says it: "vendor=amd, columns=chip~vendor". */
function toSelection(
  contract: Contract,
  { search, filters, columns }: TableQuery,
  paging: Paging | null,
): string | null {
  const parts = [
    ...(search ? [`q=${search}`] : []),
    ...listAsked(contract, filters).map((name) => `${name}=${toFilterText(filters[name] ?? null)}`),
    ...(columns ? [`columns=${columns.join('~')}`] : []),
    ...(paging ? [`limit=${paging.limit}, page=${paging.page}`] : []),
  ];
  return parts.join(', ') || null;
}
