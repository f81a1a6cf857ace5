/** How the stock market took results and other news. */
import { asc, desc, eq, getTableColumns } from 'drizzle-orm';
import type { RowOf } from '@/data/contract';
import { marketReactions } from '@/data/market-reactions/contract';
import { vendors } from '@/data/vendors/contract';
import type { Orm } from '@/db/connection';
import { toTable } from '@/db/to-table';

export type MarketReactionRow = RowOf<typeof marketReactions> & { readonly company_name: string };

const table = toTable(marketReactions);
const vendorTable = toTable(vendors);

/** Every figure with its company's name, newest day first, then by company and metric. */
export async function listMarketReactions(orm: Orm): Promise<MarketReactionRow[]> {
  return orm
    .select({ ...getTableColumns(table), company_name: vendorTable.name })
    .from(table)
    .innerJoin(vendorTable, eq(table.company, vendorTable.vendor))
    .orderBy(desc(table.date), asc(table.company), asc(table.metric));
}
