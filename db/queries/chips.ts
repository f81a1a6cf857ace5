/** Chips, the tree they form, and the systems that hold them. */
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { systems } from '@/data/systems/contract';
import { vendors } from '@/data/vendors/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

export type ChipRow = RowOf<typeof chips>;
export type SystemRow = RowOf<typeof systems>;

const table = toTable(chips);
const systemTable = toTable(systems);
const vendorTable = toTable(vendors);

/** Every chip by vendor and slug. */
export async function listChips(orm: Orm): Promise<ChipRow[]> {
  return orm.select().from(table).orderBy(asc(table.vendor), asc(table.chip));
}

/** One chip by its slug; null when there is none. */
export async function getChip(orm: Orm, slug: string): Promise<ChipRow | null> {
  const [found] = await orm.select().from(table).where(eq(table.chip, slug));
  return found ?? null;
}

export interface ChipFamily {
  /** The wider rows that hold the chip, nearest first. */
  readonly ancestors: readonly ChipRow[];
  /** The rows below the chip at any depth, by launch, undated ones last. */
  readonly descendants: readonly ChipRow[];
  /** Buckets of the same architecture that count the chip together with others. */
  readonly buckets: readonly ChipRow[];
  readonly predecessor: ChipRow | null;
  readonly successors: readonly ChipRow[];
}

/** Where a chip stands among the others. */
export async function getChipFamily(orm: Orm, chip: ChipRow): Promise<ChipFamily> {
  const all = await listChips(orm);
  const bySlug = new Map(all.map((row) => [row.chip, row]));
  const ancestors: ChipRow[] = [];
  for (let at = chip.parent; at !== null; at = ancestors.at(-1)?.parent ?? null) {
    const found = bySlug.get(at);
    if (!found) break;
    ancestors.push(found);
  }
  const below = new Set([chip.chip]);
  let size = 0;
  while (size < below.size) {
    size = below.size;
    for (const row of all) if (row.parent !== null && below.has(row.parent)) below.add(row.chip);
  }
  const inOrder = (rows: readonly ChipRow[]) =>
    rows.toSorted((a, b) => (a.launch_date ?? '9').localeCompare(b.launch_date ?? '9'));
  const descendants = inOrder(all.filter((row) => row.chip !== chip.chip && below.has(row.chip)));
  const own = [chip.chip, ...descendants.map((row) => row.chip)];
  return {
    ancestors,
    descendants,
    // A bucket's slug lists its chips: h100-h200.
    buckets: all.filter(
      (row) =>
        row.level === 'bucket' &&
        row.chip !== chip.chip &&
        row.vendor === chip.vendor &&
        chip.level === 'model' &&
        row.chip.split('-').includes(chip.chip),
    ),
    predecessor: (chip.predecessor !== null && bySlug.get(chip.predecessor)) || null,
    successors: inOrder(
      all.filter((row) => row.predecessor !== null && own.includes(row.predecessor)),
    ).filter((row) => !below.has(row.chip)),
  };
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
    .orderBy(desc(systemTable.launch_date), asc(systemTable.system));
  return rows.map(({ system, ...names }) => ({ ...(system as SystemRow), ...names }));
}
