/** Who designs the chips. */
import type { RowOf } from '@/data/contract';
import { vendors } from '@/data/vendors/contract';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { findRows } from '../find-rows';
import type { Orm } from '../orm';

export type VendorRow = RowOf<typeof vendors>;

/** Every vendor by slug, groups of vendors included. */
export async function listVendors(orm: Orm): Promise<VendorRow[]> {
  return findRows(orm, vendors, {}, ['vendor']);
}

/** One vendor by its slug; null when there is none. */
export async function getVendor(orm: Orm, slug: string): Promise<VendorRow | null> {
  const [found] = await findRows(orm, vendors, { vendor: slug }, ['vendor']);
  return found ?? null;
}

/** Nvidia's fiscal calendar, which also a fiscal period of no company is read by. */
export async function getNvidiaCalendar(orm: Orm): Promise<FiscalCalendar> {
  // Snapshots of before the column hold the same calendar.
  return (await getVendor(orm, 'nvidia'))?.fiscal_year_end ?? 'last Sunday of January';
}
