/** Slugs → names for people: vendors, chips, sources, and the rows of any list. */
import { asc, inArray } from 'drizzle-orm';
import { chips } from '@/data/chips/contract';
import type { Columns, Contract, RowOf } from '@/data/contract';
import { sources } from '@/data/sources/contract';
import { vendorColors } from '@/data/vendors/colors';
import { vendors } from '@/data/vendors/contract';
import { findRows } from '../find-rows';
import type { Orm } from '../orm';
import { downward, toTable, upward } from '../to-table';

export type SourceRow = RowOf<typeof sources>;
export type VendorColor = RowOf<typeof vendors>['color'];

const vendorColorNames = Object.keys(vendorColors) as VendorColor[];

const sourceTable = toTable(sources);

/** What a vendor is called and its color in pictures. */
export interface VendorLook {
  readonly label: string;
  /** What it is called where room is short; absent: by its label. */
  readonly short?: string;
  readonly color: VendorColor;
}

/** Name and color of any vendor, by its slug; of a slug that is none, the slug itself in gray. */
export async function getVendorLooks(orm: Orm): Promise<(vendor: string) => VendorLook> {
  const rows = await findRows(orm, vendors, {}, ['vendor']);
  const looks = new Map(
    rows.map(({ vendor, name: label, short_name, color }) => [
      vendor,
      // Snapshots of before the column: the colors were named after the vendors they were for.
      {
        label,
        ...(short_name ? { short: short_name } : {}),
        color: color ?? vendorColorNames.find((name) => name === vendor) ?? 'other',
      },
    ]),
  );
  return (vendor) => looks.get(vendor) ?? { label: vendor, color: 'other' };
}

/** Every chip's name by its slug. */
export async function getChipNames(orm: Orm): Promise<Map<string, string>> {
  const rows = await findRows(orm, chips, {}, ['chip']);
  return new Map(rows.map(({ chip, name }) => [chip, name]));
}

/** The sources of these slugs, newest first, undated ones last; unknown slugs are left out. */
export async function listSources(orm: Orm, slugs: readonly string[]): Promise<SourceRow[]> {
  return orm
    .select()
    .from(sourceTable)
    .where(inArray(sourceTable.source, [...slugs]))
    .orderBy(
      downward(sourceTable.published_on),
      upward(sourceTable.publisher),
      upward(sourceTable.source),
    );
}

// The columns in which our lists keep a row's name for people.
const NAME_COLUMNS = ['name', 'title'];

/**
 * Key → name for these keys of a list, by key. Empty for a dataset whose rows have
 * no names; keys without a row are left out.
 */
export async function getRowNames(
  orm: Orm,
  contract: Contract,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const column = NAME_COLUMNS.find((name) => Object.hasOwn(contract.columns, name));
  const key = contract.key[0];
  if (column === undefined || key === undefined || keys.length === 0) return new Map();
  const table = toTable<Columns>(contract);
  const rows = await orm
    .select({ key: table[key]!, name: table[column]! })
    .from(table)
    .where(inArray(table[key]!, [...new Set(keys)]))
    .orderBy(asc(table[key]!));
  return new Map(rows.map(({ key, name }) => [String(key), String(name)]));
}
