/** The claims of the article. */
import { asc, sql } from 'drizzle-orm';
import { articleClaims } from '@/data/article-claims/contract';
import { claimAnswers } from '@/data/claim-answers/contract';
import type { RowOf } from '@/data/contract';
import type { Orm } from '@/db/connection';
import { toTable } from '@/db/to-table';

export type ClaimRow = RowOf<typeof articleClaims>;

export type ClaimAnswerRow = RowOf<typeof claimAnswers>;

const answers = toTable(claimAnswers);
const claims = toTable(articleClaims);

/** Every claim in the order of the text. */
export async function listClaims(orm: Orm): Promise<ClaimRow[]> {
  return orm.select().from(claims).orderBy(asc(claims.claim));
}

/** What stands beside which claim, in the order of the file. */
export async function listClaimAnswers(orm: Orm): Promise<ClaimAnswerRow[]> {
  return orm.select().from(answers).orderBy(asc(sql`rowid`));
}
