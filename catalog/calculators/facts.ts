/** What presets are made from: the figures of published estimates, rents, prices, chips. */
import type { Orm } from '@/db/connection';
import { type ChipRow, listVariants } from '@/db/queries/chips';
import {
  type CostScenarioRow,
  listCalculatorAssumptions,
  listCostScenarios,
  listPricedSystems,
  listRents,
  type PricedSystem,
} from '@/db/queries/estimates';
import type { CalculatorSlug } from '@/estimates/models';
import { type Given, type Origin, single } from './preset';

/** One published estimate, its figures by parameter. */
export interface PublishedEstimate {
  readonly scenario: string;
  readonly name: string;
  readonly kind: CostScenarioRow['kind'];
  readonly chip: string | null;
  readonly figures: ReadonlyMap<string, CostScenarioRow>;
}

/** Every published estimate by its slug. */
export async function getPublishedEstimates(orm: Orm): Promise<Map<string, PublishedEstimate>> {
  const estimates = new Map<
    string,
    PublishedEstimate & { figures: Map<string, CostScenarioRow> }
  >();
  for (const row of await listCostScenarios(orm)) {
    const { scenario, name, kind, chip } = row;
    const known = estimates.get(scenario) ?? { scenario, name, kind, chip, figures: new Map() };
    known.figures.set(row.parameter, row);
    estimates.set(scenario, known);
  }
  return estimates;
}

/** A figure as an assumption: a single value with its source. Null where it is not given. */
export function toGiven(row: CostScenarioRow | undefined, what = ''): Given | null {
  if (!row) return null;
  return { range: single(row.value), origin: toOrigin(row, what) };
}

export function toOrigin(
  { basis, standing, source, note, name }: CostScenarioRow,
  what = '',
): Origin {
  // A derived figure is introduced as one; its note shows the arithmetic.
  const remark = note ? ` ${note.replace(/^Derived /, '')}.` : '';
  const doubt = standing === 'reported' ? ', found only in the article' : '';
  return {
    kind: basis === 'derived' ? 'derived' : 'source',
    text: `${what}${name}${doubt}.${remark}`,
    source,
  };
}

/** Our own assumptions for one calculator. */
export async function getJudgements(
  orm: Orm,
  calculator: CalculatorSlug,
): Promise<Record<string, Given>> {
  const rows = await listCalculatorAssumptions(orm, calculator);
  return Object.fromEntries(
    rows.map(({ assumption, low, high, reason, source }) => [
      assumption,
      { range: { low, high }, origin: { kind: 'judgement', text: reason, source } },
    ]),
  );
}

/** The specifications of a chip, or of its first variant that has the figure asked for. */
export async function getSpecs<K extends keyof ChipRow>(
  orm: Orm,
  chip: string,
  ...needed: K[]
): Promise<ChipRow | null> {
  const variants = await listVariants(orm, chip);
  return variants.find((one) => needed.every((column) => one[column] !== null)) ?? null;
}

/** Power of a chip; null where it is not known. */
export async function getPower(orm: Orm, chip: string): Promise<Given | null> {
  const specs = await getSpecs(orm, chip, 'power_w');
  if (!specs?.power_w) return null;
  return {
    range: single(specs.power_w),
    origin: { kind: 'source', text: `Design power of ${specs.name}.`, source: specs.source },
  };
}

/**
 * The middle four fifths of all rents known for a chip and its variants, over all
 * providers, terms and years; null where there are none.
 */
export async function getRentRange(orm: Orm, chip: string): Promise<Given | null> {
  const rents = await listRents(orm, chip);
  if (rents.length === 0) return null;
  const at = (share: number) => rents[Math.round(share * (rents.length - 1))]!.price_usd_per_hour;
  const years = rents.map(({ date }) => date.slice(0, 4)).sort();
  const [first, last] = [years[0]!, years.at(-1)!];
  return {
    range: { low: at(0.1), high: at(0.9) },
    origin: {
      kind: 'derived',
      text: `No rent is published with it. This is what four fifths of the ${rents.length} offers known for the chip asked, ${first === last ? first : `${first} to ${last}`}, all terms together.`,
      source: null,
    },
  };
}

/** From the cheapest to the dearest system with the chip, per accelerator; null without any. */
export async function getPricePerAccelerator(orm: Orm, chip: string): Promise<Given | null> {
  const variants = new Set((await listVariants(orm, chip)).map((one) => one.chip));
  const systems = (await listPricedSystems(orm)).filter((one) => variants.has(one.chip));
  const [first] = systems;
  if (!first) return null;
  const prices = systems.map(toSharePrice);
  return {
    range: { low: Math.min(...prices), high: Math.max(...prices) },
    origin: {
      kind: 'derived',
      text: `Price of a server divided by its accelerators: ${systems.map(({ name }) => name).join(', ')}.`,
      source: first.source,
    },
  };
}

export function toSharePrice({ price_usd, chips_per_system }: PricedSystem): number {
  return Math.round(price_usd / chips_per_system);
}
