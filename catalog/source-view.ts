/** The list of sources as its address asks for it, with what rests on each. */

import { group } from 'd3-array';
import { type Query, readAddress } from '@/address/parameters';
import { declareTable } from '@/address/table-query';
import { datasets } from '@/data/datasets';
import { sources } from '@/data/sources/contract';
import type { Orm } from '@/db/orm';
import { countSourceUses, type SourceUse } from '@/db/queries/sources';
import { countRows } from '@/db/queries/table';
import { getTablePage, type TablePage } from './table-page';

/** A source takes several lines. */
const SOURCES_PER_PAGE = 12;

const PREFERRED_SORT = [{ column: 'published_on', descending: true }] as const;

export interface SourceView {
  readonly view: TablePage<typeof sources.columns>;
  /** Source on the page → what cites it, in the order of the registry. */
  readonly citations: ReadonlyMap<string, readonly SourceUse[]>;
  /** Every kind with the number of sources that the rest of the address finds. */
  readonly kinds: readonly { readonly kind: string; readonly rows: number }[];
}

export async function getSourceView(orm: Orm, query: Query): Promise<SourceView> {
  const view = await getTablePage(
    orm,
    sources,
    await toExactQuery(orm, query),
    PREFERRED_SORT,
    SOURCES_PER_PAGE,
  );
  const { search, filters } = view.table;
  const kinds = Object.keys(sources.columns.kind.values).map(async (kind) => ({
    kind,
    rows: await countRows(orm, sources, { search, filters: { ...filters, kind } }),
  }));
  const page = { ...view.table, offset: view.firstRow - 1, limit: SOURCES_PER_PAGE };
  const uses = await countSourceUses(orm, datasets, page);
  return {
    view,
    citations: group(uses, ({ source }) => source),
    kinds: await Promise.all(kinds),
  };
}

/**
 * A search for a source's short name, which is how figures link here, means that
 * source and none whose name merely contains it.
 */
async function toExactQuery(orm: Orm, query: Query): Promise<Query> {
  const { q: source } = readAddress(declareTable(sources), query).values;
  if (source === '' || query.source !== undefined) return query;
  if ((await countRows(orm, sources, { filters: { source } })) === 0) return query;
  return { ...query, q: undefined, source };
}
