/** Chips, and the systems that hold them. */
import { eq, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { systems } from '@/data/systems/contract';
import { vendors } from '@/data/vendors/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { downward, toTable, upward } from '@/db/to-table';

export type ChipRow = RowOf<typeof chips>;
type SystemRow = RowOf<typeof systems>;

const table = toTable(chips);
const systemTable = toTable(systems);
const vendorTable = toTable(vendors);

/** Every chip by vendor and slug. */
export async function listChips(orm: Orm): Promise<ChipRow[]> {
  return findRows(orm, chips, {}, ['vendor', 'chip']);
}

/** One chip by its slug; null when there is none. */
export async function getChip(orm: Orm, slug: string): Promise<ChipRow | null> {
  const [found] = await findRows(orm, chips, { chip: slug }, ['chip']);
  return found ?? null;
}

/** A chip and its variants, the chip itself first, variants by slug. */
export async function listVariants(orm: Orm, chip: string): Promise<ChipRow[]> {
  const rows = await orm
    .select()
    .from(table)
    .where(or(eq(table.chip, chip), eq(table.parent, chip)))
    .orderBy(upward(table.chip));
  return [...rows.filter((row) => row.chip === chip), ...rows.filter((row) => row.chip !== chip)];
}

export type NamedSystem = SystemRow & {
  readonly chip_name: string;
  readonly vendor_name: string;
};

/** Systems, newest first; of these chips alone where they are given. */
export async function listSystems(
  orm: Orm,
  chipSlugs: readonly string[] | null = null,
): Promise<NamedSystem[]> {
  const chip = alias(table, 'chip_of_system');
  const rows = await orm
    .select({ system: systemTable, chip_name: chip.name, vendor_name: vendorTable.name })
    .from(systemTable)
    .innerJoin(chip, eq(systemTable.chip, chip.chip))
    .innerJoin(vendorTable, eq(systemTable.vendor, vendorTable.vendor))
    .where(chipSlugs ? inArray(systemTable.chip, [...chipSlugs]) : sql`true`)
    .orderBy(downward(systemTable.launch_date), upward(systemTable.system));
  return rows.map(({ system, ...names }) => ({ ...(system as SystemRow), ...names }));
}
