/** Nvidia's revenue by fiscal quarter, and its rivals'. */
import { and, eq, inArray } from 'drizzle-orm';
import type { RowOf } from '@/data/contract';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { rivalRevenue } from '@/data/rival-revenue/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { getNvidiaCalendar, listVendors } from '@/db/queries/vendors';
import { toTable, upward } from '@/db/to-table';
import type { FiscalCalendar } from '@/units/fiscal-calendar';

export interface NvidiaRevenueRow extends RowOf<typeof nvidiaRevenue> {
  /** Whose years its quarters are of. */
  readonly calendar: FiscalCalendar;
}
export interface RivalRevenueRow extends RowOf<typeof rivalRevenue> {
  /** Whose years fiscal periods are of; null where the company reports by calendar quarters. */
  readonly calendar: FiscalCalendar | null;
}

const nvidia = toTable(nvidiaRevenue);

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
  const calendar = await getNvidiaCalendar(orm);
  const rows = await orm
    .select()
    .from(nvidia)
    .where(and(eq(nvidia.basis, basis), inArray(nvidia.segment, [...segments])))
    .orderBy(upward(nvidia.period_start), upward(nvidia.segment), upward(nvidia.fiscal_quarter));
  return rows.map((row) => ({ ...row, calendar }));
}

/** Every rival's figures by series, oldest first. A new definition is a new series. */
export async function listRivalRevenue(orm: Orm): Promise<RivalRevenueRow[]> {
  const [rows, owners] = await Promise.all([
    findRows(orm, rivalRevenue, {}, ['series', 'period_end']),
    listVendors(orm),
  ]);
  const calendars = new Map(owners.map((one) => [one.vendor, one.fiscal_year_end]));
  return rows.map((row) => ({ ...row, calendar: calendars.get(row.vendor) ?? null }));
}
