/** When the fiscal years of vendors end, for checks. */
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import type { CheckedTables } from '../contract';

/** A vendor's calendar; null where vendors.csv names none. */
export function getFiscalCalendar(tables: CheckedTables, vendor: string): FiscalCalendar | null {
  const [row] = tables.all<{ fiscal_year_end: FiscalCalendar | null }>(
    'SELECT fiscal_year_end FROM vendors WHERE vendor = ?',
    vendor,
  );
  return row?.fiscal_year_end ?? null;
}
