/** Who designs the chips. */
import { asc, eq } from 'drizzle-orm';
import type { RowOf } from '@/data/contract';
import { vendors } from '@/data/vendors/contract';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

export type VendorRow = RowOf<typeof vendors>;

const table = toTable(vendors);

/** Every vendor by slug, groups of vendors included. */
export async function listVendors(orm: Orm): Promise<VendorRow[]> {
  return orm.select().from(table).orderBy(asc(table.vendor));
}

/** One vendor by its slug; null when there is none. */
export async function getVendor(orm: Orm, slug: string): Promise<VendorRow | null> {
  const [found] = await orm.select().from(table).where(eq(table.vendor, slug));
  return found ?? null;
}

/** Nvidia's fiscal calendar, which also a fiscal period of no company is read by. */
export async function getNvidiaCalendar(orm: Orm): Promise<FiscalCalendar> {
  const [row] = await orm
    .select({ calendar: table.fiscal_year_end })
    .from(table)
    .where(eq(table.vendor, 'nvidia'));
  // Snapshots of before the column hold the same calendar.
  return row?.calendar ?? 'last Sunday of January';
}
