/** What accelerators cost to rent, and what codes of prices are called. */
import { and, eq, getTableColumns, inArray, max, ne, sql } from 'drizzle-orm';
import { chips } from '@/data/chips/contract';
import { type RowOf, toLabels } from '@/data/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { systems } from '@/data/systems/contract';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import { toTable, upward } from '@/db/to-table';

export type RentalPriceRow = RowOf<typeof rentalPrices>;

const table = toTable(rentalPrices);
const chipTable = toTable(chips);

/** The prices of one chip or of all, of one term or of all, oldest first, then by provider. */
export async function listRentalPrices(
  orm: Orm,
  { chip, term }: { chip?: string; term?: string } = {},
): Promise<RentalPriceRow[]> {
  return orm
    .select(getTableColumns(table))
    .from(table)
    .where(
      and(
        chip === undefined ? undefined : eq(table.chip, chip),
        term === undefined ? undefined : sql`${table.term} = ${term}`,
      ),
    )
    .orderBy(upward(table.date), upward(table.provider), upward(table.chip), upward(table.term));
}

/** Everybody whose prices are known, by name. */
export async function listProviders(orm: Orm): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ provider: table.provider })
    .from(table)
    .orderBy(upward(table.provider));
  return rows.map(({ provider }) => provider);
}

/** Prices of these chips, of one term or of all, that were read where they were asked, of the newest day alone. */
export const listNewestRents = (
  orm: Orm,
  chips: readonly string[],
  term?: RentalPriceRow['term'],
): Promise<readonly RentalPriceRow[]> =>
  readNewestRents(orm, { slug: [term, ...chips].join(' '), chips, term });

interface AskedRents {
  readonly slug: string;
  readonly chips: readonly string[];
  readonly term: RentalPriceRow['term'] | undefined;
}

const readNewestRents = oncePerSnapshot(async (orm, { chips, term }: AskedRents) => {
  const isRead = and(
    term === undefined ? undefined : eq(table.term, term),
    inArray(table.chip, [...chips]),
    eq(table.standing, 'verified'),
    ne(table.provider_kind, 'assumption'),
  );
  const newest = orm
    .select({ date: max(table.date) })
    .from(table)
    .where(isRead);
  return orm
    .select(getTableColumns(table))
    .from(table)
    .where(and(isRead, eq(table.date, newest)))
    .orderBy(upward(table.chip), upward(table.term), upward(table.provider));
});

export interface RentedChip {
  readonly chip: string;
  readonly name: string;
  readonly prices: number;
}

/** Chips with rental prices, those with most prices first. */
export const listRentedChips = (orm: Orm): Promise<readonly RentedChip[]> =>
  readRentedChips(orm, rentalPrices);

const readRentedChips = oncePerSnapshot(
  async (orm): Promise<readonly RentedChip[]> =>
    orm
      .select({ chip: table.chip, name: chipTable.name, prices: sql<number>`count(*)` })
      .from(table)
      .innerJoin(chipTable, eq(table.chip, chipTable.chip))
      .groupBy(table.chip, chipTable.name)
      .orderBy(sql`count(*) DESC`, upward(table.chip)),
);

/** The terms under which a chip has prices, those with most prices first. */
export async function listRentalTerms(
  orm: Orm,
  chip: string,
): Promise<{ term: RentalPriceRow['term']; prices: number }[]> {
  return orm
    .select({ term: table.term, prices: sql<number>`count(*)` })
    .from(table)
    .where(eq(table.chip, chip))
    .groupBy(table.term)
    .orderBy(sql`count(*) DESC`, upward(table.term));
}

export const systemPriceKinds = toLabels(systems.columns.price_kind);

export const providerKinds = toLabels(rentalPrices.columns.provider_kind);

export const terms = toLabels(rentalPrices.columns.term);
