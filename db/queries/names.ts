/** Slugs → names for people: vendors, chips, sources. */
import { asc, desc, inArray } from 'drizzle-orm';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { sources } from '@/data/sources/contract';
import { vendorColors } from '@/data/vendors/colors';
import { vendors } from '@/data/vendors/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

export type SourceRow = RowOf<typeof sources>;
export type VendorColor = RowOf<typeof vendors>['color'];

const vendorColorNames = Object.keys(vendorColors) as VendorColor[];

const vendorTable = toTable(vendors);
const chipTable = toTable(chips);
const sourceTable = toTable(sources);

/** What a vendor is called and its color in pictures. */
export interface VendorLook {
  readonly label: string;
  readonly color: VendorColor;
}

/** Name and color of any vendor, by its slug; of a slug that is none, the slug itself in gray. */
export async function getVendorLooks(orm: Orm): Promise<(vendor: string) => VendorLook> {
  const rows = await orm
    .select({ slug: vendorTable.vendor, label: vendorTable.name, color: vendorTable.color })
    .from(vendorTable)
    .orderBy(asc(vendorTable.vendor));
  const looks = new Map(
    rows.map(({ slug, label, color }) => [
      slug,
      // Snapshots of before the column: the colors were named after the vendors they were for.
      { label, color: color ?? vendorColorNames.find((name) => name === slug) ?? 'other' },
    ]),
  );
  return (vendor) => looks.get(vendor) ?? { label: vendor, color: 'other' };
}

/** Every chip's name by its slug. */
export async function getChipNames(orm: Orm): Promise<Map<string, string>> {
  const rows = await orm
    .select({ slug: chipTable.chip, name: chipTable.name })
    .from(chipTable)
    .orderBy(asc(chipTable.chip));
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}

/** The sources of these slugs, newest first, undated ones last; unknown slugs are left out. */
export async function listSources(orm: Orm, slugs: readonly string[]): Promise<SourceRow[]> {
  return orm
    .select()
    .from(sourceTable)
    .where(inArray(sourceTable.source, [...slugs]))
    .orderBy(desc(sourceTable.published_on), asc(sourceTable.publisher), asc(sourceTable.source));
}
