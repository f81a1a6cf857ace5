/** A dataset, whole or as a table's address filters and sorts it, ready for every format. */
import { type TableQuery, toTableHref } from '@/catalog/table-query';
import type { Contract } from '@/data/contract';
import type { Tracker } from '@/db/connection';
import { listNewestSources } from '@/db/queries/sources';
import { streamRows } from '@/db/queries/stream-rows';
import { formatDate } from '@/units/period';
import { toDataColumns } from './data-table';
import type { Publication } from './publication';

export async function toDatasetPublication(
  tracker: Tracker,
  contract: Contract,
  table: TableQuery & { readonly offset?: number; readonly limit?: number },
): Promise<Publication> {
  const { newest } = await listNewestSources(tracker.orm, contract, ALL);
  const filtered =
    table.search !== '' || Object.keys(table.filters).length > 0 || table.columns !== undefined;
  return {
    kind: 'dataset',
    slug: contract.slug,
    title: contract.title,
    description: [contract.story, contract.grain],
    href: toTableHref(`/datasets/${contract.slug}`, contract, {
      ...table,
      page: 1,
      ...(tracker.isFrozen ? { snapshot: tracker.snapshot.id } : {}),
    }),
    asOf: formatDate(contract.retrieved),
    snapshot: tracker.snapshot,
    licence: contract.licence,
    credits: [contract.credit],
    sources: newest,
    table: {
      columns: toDataColumns(contract, table.columns),
      batches: () => streamRows(tracker, contract, table),
    },
    pictures: [],
    stem: filtered ? `${contract.slug}_selection` : contract.slug,
  };
}

// SQLite takes a negative limit for none.
const ALL = -1;
