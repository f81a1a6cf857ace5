/** The claims of the article. */
import { asc } from 'drizzle-orm';
import { articleClaims } from '@/data/article-claims/contract';
import type { RowOf } from '@/data/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

export type ClaimRow = RowOf<typeof articleClaims>;

const claims = toTable(articleClaims);

/** Every claim in the order of the text. */
export async function listClaims(orm: Orm): Promise<ClaimRow[]> {
  return orm.select().from(claims).orderBy(asc(claims.claim));
}
