/** When the fiscal years of vendors end, for checks. */
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import type { CheckedTables } from '../contract';

/** A vendor's calendar; null where its row names none, undefined without a whole row of it. */
export function getFiscalCalendar(
  tables: CheckedTables,
  vendor: string,
): FiscalCalendar | null | undefined {
  const [row] = tables.all<{ fiscal_year_end: FiscalCalendar | null }>(
    'SELECT fiscal_year_end FROM vendors WHERE vendor = ?',
    vendor,
  );
  return row?.fiscal_year_end;
}

/** What to say of a fiscal label of a vendor without a calendar. */
export function toMissingCalendar(vendor: string): { says: string; advice: string } {
  return {
    says: `vendors.csv does not say when the fiscal year of "${vendor}" ends`,
    advice: 'Fill its fiscal_year_end there.',
  };
}
