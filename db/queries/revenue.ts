/** Nvidia's revenue by fiscal quarter, and its rivals'. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { RowOf } from '@/data/contract';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { rivalRevenue } from '@/data/rival-revenue/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

export type NvidiaRevenueRow = RowOf<typeof nvidiaRevenue>;
export type RivalRevenueRow = RowOf<typeof rivalRevenue>;

const nvidia = toTable(nvidiaRevenue);
const rivals = toTable(rivalRevenue);

/** Figures of one basis, oldest quarter first; bases never mix. */
export async function listNvidiaRevenue(
  orm: Orm,
  {
    basis = 'market-platforms',
    segments,
  }: {
    basis?: NvidiaRevenueRow['basis'];
    segments: readonly NvidiaRevenueRow['segment'][];
  },
): Promise<NvidiaRevenueRow[]> {
  return orm
    .select()
    .from(nvidia)
    .where(and(eq(nvidia.basis, basis), inArray(nvidia.segment, [...segments])))
    .orderBy(asc(nvidia.period_start), asc(nvidia.segment));
}

/** Every rival's figures by series, oldest first. A new definition is a new series. */
export async function listRivalRevenue(orm: Orm): Promise<RivalRevenueRow[]> {
  return orm.select().from(rivals).orderBy(asc(rivals.series), asc(rivals.period_end));
}
