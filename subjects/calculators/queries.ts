/** What the calculators start from: published estimates, prices, rents, our own assumptions. */
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { calculatorAssumptions } from '@/data/calculator-assumptions/contract';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { costScenarios } from '@/data/cost-scenarios/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { systems } from '@/data/systems/contract';
import { findRows } from '@/db/find-rows';
import { type Orm, oncePerSnapshot } from '@/db/orm';
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

/** A price of a year. */
export interface Rent {
  readonly year: number;
  readonly price_usd_per_hour: number;
}

/**
 * What providers asked for a chip and its variants, on demand or committed, cheapest first: of
 * each offer the newest price of a quarter, however often it was read; no indices, no prices of
 * the day, no assumptions.
 */
export const listRents = (orm: Orm, chip: string): Promise<readonly Rent[]> =>
  readRents(orm, { slug: chip });

const readRents = oncePerSnapshot(async (orm, { slug }: { readonly slug: string }) => {
  const { chip, date, price_usd_per_hour, provider, provider_kind, term } = rentTable;
  const own = orm
    .select({ chip: chipTable.chip })
    .from(chipTable)
    .where(or(eq(chipTable.chip, slug), eq(chipTable.parent, slug)));
  const month = sql`substr(${date}, 6, 2)`;
  // A year alone is of no quarter.
  const quarter = sql`CASE WHEN ${month} = '' THEN 0 WHEN ${month} <= '03' THEN 1
    WHEN ${month} <= '06' THEN 2 WHEN ${month} <= '09' THEN 3 ELSE 4 END`;
  const offer = sql`${chip}, ${provider}, ${term}, substr(${date}, 1, 4), ${quarter}`;
  const placed = orm
    .select({
      date,
      price_usd_per_hour,
      place: sql<number>`rank() OVER (PARTITION BY ${offer} ORDER BY ${date} DESC)`.as('place'),
    })
    .from(rentTable)
    .where(
      and(
        inArray(chip, own),
        inArray(term, ['on-demand', 'one-year', 'three-year']),
        inArray(provider_kind, ['hyperscaler', 'gpu-cloud', 'marketplace']),
      ),
    )
    .as('placed');
  const rows = await orm
    .select({ date: placed.date, price_usd_per_hour: placed.price_usd_per_hour })
    .from(placed)
    .where(eq(placed.place, 1))
    .orderBy(upward(placed.price_usd_per_hour), upward(placed.date));
  return rows.map(({ date: day, ...rest }): Rent => ({ ...rest, year: Number(day.slice(0, 4)) }));
});
