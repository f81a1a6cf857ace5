/** The claims of the article. */
import { eq, getTableColumns } from 'drizzle-orm';
import { articleClaims } from '@/data/article-claims/contract';
import { claimAnswers } from '@/data/claim-answers/contract';
import type { RowOf } from '@/data/contract';
import { marketReactions } from '@/data/market-reactions/contract';
import { vendors } from '@/data/vendors/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { downward, lineInCsv, toTable, upward } from '@/db/to-table';

export type ClaimRow = RowOf<typeof articleClaims>;

export type ClaimAnswerRow = RowOf<typeof claimAnswers>;

const answers = toTable(claimAnswers);

/** Every claim in the order of the text. */
export async function listClaims(orm: Orm): Promise<ClaimRow[]> {
  return findRows(orm, articleClaims, {}, ['claim']);
}

/** What stands next to which claim, in the order of the file. */
export async function listClaimAnswers(orm: Orm): Promise<ClaimAnswerRow[]> {
  return orm.select().from(answers).orderBy(lineInCsv);
}

/** How the stock market took results and other news. */

export type MarketReactionRow = RowOf<typeof marketReactions> & { readonly company_name: string };

const table = toTable(marketReactions);
const vendorTable = toTable(vendors);

/** Every figure with its company's name, newest day first, then by company and metric. */
export async function listMarketReactions(orm: Orm): Promise<MarketReactionRow[]> {
  return orm
    .select({ ...getTableColumns(table), company_name: vendorTable.name })
    .from(table)
    .innerJoin(vendorTable, eq(table.company, vendorTable.vendor))
    .orderBy(downward(table.date), upward(table.company), upward(table.metric));
}
