/** A dataset, whole or as a table's address filters and sorts it, ready for every format. */
import { type TableQuery, toFilterText, toTableHref } from '@/address/table-query';
import { type Contract, toTableColumns } from '@/data/contract';
import type { Tracker } from '@/db/connection';
import { getCollectionDay } from '@/db/queries/dataset-states';
import { listNewestSources } from '@/db/queries/sources';
import { streamRows } from '@/db/queries/table';
import { listSeriesOf } from '@/views/freshness';
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
    table: {
      columns: toTableColumns(contract, table.columns),
      ...(hasKey(contract, table) && { key: contract.key }),
      rows: () => streamRows(tracker, contract, rows),
    },
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
  { columns: declared }: Contract,
  { search, filters, columns }: TableQuery,
  paging: Paging | null,
): string | null {
  const parts = [
    ...(search ? [`q=${search}`] : []),
    ...Object.keys(declared)
      .filter((name) => Object.hasOwn(filters, name))
      .map((name) => `${name}=${toFilterText(filters[name] ?? null)}`),
    ...(columns ? [`columns=${columns.join('~')}`] : []),
    ...(paging ? [`limit=${paging.limit}, page=${paging.page}`] : []),
  ];
  return parts.join(', ') || null;
}
