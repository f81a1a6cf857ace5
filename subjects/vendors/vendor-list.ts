/** All vendors side by side: how much the datasets know of each. */
import type { Orm } from '@/db/orm';
import { listVendors, type VendorRow } from '@/db/queries/vendors';
import { isDescribed } from '../chips/chip-measures';
import { type ChipRow, listChips } from '../chips/queries';
import { listPaperCounts, listPaperEditions, type PaperRow } from '../papers/queries';
import { listVendorsByMarkets } from '../share/queries';

export interface ListedVendor {
  readonly vendor: VendorRow;
  /** Chips with a data sheet. */
  readonly chips: number;
  /** The chip launched last; null where no launch is known. */
  readonly newest: ChipRow | null;
  /** Definitions by which somebody gives a share of it. */
  readonly markets: number;
  /**
   * Its papers in the last whole year, or those of the only company that belongs to it
   * and is counted; null where neither is.
   */
  readonly papers: PaperRow | null;
  /** The company that was counted in its place. */
  readonly papersOf: VendorRow | null;
}

interface VendorList {
  /** Those with most chips first, then by name. */
  readonly companies: readonly ListedVendor[];
  readonly groups: readonly ListedVendor[];
  /** The last year that is no projection; null where nothing is counted. */
  readonly year: string | null;
}

export async function getVendorList(orm: Orm): Promise<VendorList> {
  const [vendors, chips, markets, [edition]] = await Promise.all([
    listVendors(orm),
    listChips(orm),
    listVendorsByMarkets(orm),
    listPaperEditions(orm),
  ]);
  const counts = edition ? await listPaperCounts(orm, edition.edition) : [];
  const totals = counts.filter(
    ({ kind, period, series, vendor, chip }) =>
      kind === 'measured' && period.length === 4 && (series === vendor || chip !== null),
  );
  const year = totals.at(-1)?.period ?? null;
  const listed = vendors.map((vendor): ListedVendor => {
    const own = chips.filter((chip) => chip.vendor === vendor.vendor);
    const dated = own.filter(({ launch_date, level }) => launch_date && level === 'model');
    const [child] = vendors.filter(({ parent }) => parent === vendor.vendor);
    const papers = findTotal(totals, vendor.vendor, year);
    const ofChild = child && !papers ? findTotal(totals, child.vendor, year) : null;
    return {
      vendor,
      chips: own.filter(isDescribed).length,
      newest: dated.toSorted((a, b) => b.launch_date!.localeCompare(a.launch_date!))[0] ?? null,
      markets: markets.find((one) => one.vendor === vendor.vendor)?.markets ?? 0,
      papers: papers ?? ofChild,
      papersOf: (ofChild && child) || null,
    };
  });
  const sorted = listed.toSorted(
    (a, b) => b.chips - a.chips || a.vendor.name.localeCompare(b.vendor.name),
  );
  return {
    companies: sorted.filter(({ vendor }) => vendor.level === 'company'),
    groups: sorted.filter(({ vendor }) => vendor.level === 'group'),
    year,
  };
}

/** The vendor's total, or its only chip where the index counts but one. */
function findTotal(rows: readonly PaperRow[], vendor: string, year: string | null) {
  const own = rows.filter((row) => row.vendor === vendor && row.period === year);
  return own.find(({ series }) => series === vendor) ?? (own.length === 1 ? own[0]! : null);
}
