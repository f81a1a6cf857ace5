/** What the calculators start from: published estimates, prices, rents, our own assumptions. */
import { and, eq, inArray, or } from 'drizzle-orm';
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

export interface Rent {
  readonly chip: string;
  readonly provider: string;
  readonly term: string;
  readonly price_usd_per_hour: number;
  readonly date: string;
}

/**
 * What providers asked for a chip and its variants, on demand or committed,
 * cheapest first: no indices, no prices of the day, no assumptions.
 */
export async function listRents(orm: Orm, chip: string): Promise<Rent[]> {
  return orm
    .select({
      chip: rentTable.chip,
      provider: rentTable.provider,
      term: rentTable.term,
      price_usd_per_hour: rentTable.price_usd_per_hour,
      date: rentTable.date,
    })
    .from(rentTable)
    .where(
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
      ),
    )
    .orderBy(
      upward(rentTable.price_usd_per_hour),
      upward(rentTable.date),
      upward(rentTable.provider),
      upward(rentTable.chip),
      upward(rentTable.term),
    );
}
