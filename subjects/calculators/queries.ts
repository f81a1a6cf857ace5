/** What the calculators start from: published estimates, prices, rents, our own assumptions. */
import { and, eq, gte, inArray, lt, max, or, sql } from 'drizzle-orm';
import { calculatorAssumptions } from '@/data/calculator-assumptions/contract';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { costScenarios } from '@/data/cost-scenarios/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { systems } from '@/data/systems/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { toTable, upward } from '@/db/to-table';

export type CostScenarioRow = RowOf<typeof costScenarios>;
type CalculatorAssumptionRow = RowOf<typeof calculatorAssumptions>;
export type PricedSystem = RowOf<typeof systems> & { readonly price_usd: number };

const rentTable = toTable(rentalPrices);
const chipTable = toTable(chips);

/** Every published estimate, figure by figure, by scenario and parameter. */
export async function listCostScenarios(orm: Orm): Promise<CostScenarioRow[]> {
  return findRows(orm, costScenarios, {}, ['scenario', 'parameter']);
}

/** Our own assumptions for one calculator, by name. */
export async function listCalculatorAssumptions(
  orm: Orm,
  calculator: CalculatorAssumptionRow['calculator'],
): Promise<CalculatorAssumptionRow[]> {
  return findRows(orm, calculatorAssumptions, { calculator }, ['assumption']);
}

/** Systems with a price, by slug. */
export async function listPricedSystems(orm: Orm): Promise<PricedSystem[]> {
  const rows = await findRows(orm, systems, {}, ['system']);
  return rows.filter((row): row is PricedSystem => row.price_usd !== null);
}

/** What providers asked for a chip and its variants, on demand or committed: no indices, no assumptions. */
const isOffer = (orm: Orm, chip: string) =>
  and(
    inArray(
      rentTable.chip,
      orm
        .select({ chip: chipTable.chip })
        .from(chipTable)
        .where(or(eq(chipTable.chip, chip), eq(chipTable.parent, chip))),
    ),
    inArray(rentTable.term, ['on-demand', 'one-year', 'three-year']),
    inArray(rentTable.provider_kind, ['hyperscaler', 'gpu-cloud', 'marketplace']),
  );

/** The year of the newest of these prices; null: there is none. */
export async function findNewestYear(orm: Orm, chip: string): Promise<number | null> {
  const [newest] = await orm
    .select({ date: max(rentTable.date) })
    .from(rentTable)
    .where(isOffer(orm, chip));
  return newest?.date ? Number(newest.date.slice(0, 4)) : null;
}

/**
 * The prices asked in a year and the one before it, cheapest first: of each offer the newest price
 * of a quarter, however often it was read.
 */
export async function listRents(orm: Orm, chip: string, year: number): Promise<number[]> {
  const { date, price_usd_per_hour, provider, term } = rentTable;
  const month = sql`substr(${date}, 6, 2)`;
  // A year alone is of no quarter.
  const quarter = sql`CASE WHEN ${month} = '' THEN 0 WHEN ${month} <= '03' THEN 1
    WHEN ${month} <= '06' THEN 2 WHEN ${month} <= '09' THEN 3 ELSE 4 END`;
  const offer = sql`${rentTable.chip}, ${provider}, ${term}, substr(${date}, 1, 4), ${quarter}`;
  const placed = orm
    .select({
      price_usd_per_hour,
      place: sql<number>`rank() OVER (PARTITION BY ${offer} ORDER BY ${date} DESC)`.as('place'),
    })
    .from(rentTable)
    .where(and(isOffer(orm, chip), gte(date, String(year - 1)), lt(date, String(year + 1))))
    .as('placed');
  const rows = await orm
    .select({ price: placed.price_usd_per_hour })
    .from(placed)
    .where(eq(placed.place, 1))
    .orderBy(upward(placed.price_usd_per_hour));
  return rows.map(({ price }) => price);
}
