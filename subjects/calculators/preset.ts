/**
 * A calculator filled in: every assumption with its range and where it comes from (published
 * estimates, rents, prices, chips), and the figures that were published for the same thing.
 */

import { max } from 'd3-array';
import type { Orm } from '@/db/orm';
import type { Range, Ways } from '@/estimates/model';
import type { CalculatorSlug } from '@/estimates/models';
import { type ChipRow, listVariants } from '../chips/queries';
import {
  type CostScenarioRow,
  listCalculatorAssumptions,
  listCostScenarios,
  listPricedSystems,
  listRents,
  type PricedSystem,
} from './queries';

/** Why an assumption has the value it has. */
interface AssumptionOrigin {
  /**
   * `source`: it stands in a document; `derived`: computed from such figures;
   * `judgement`: nobody says, so we assume.
   */
  readonly kind: 'source' | 'derived' | 'judgement';
  /** For people, a clause or a sentence. */
  readonly text: string;
  /** Slug of the source; null for judgments. */
  readonly source: string | null;
}

export interface Given {
  readonly range: Range;
  readonly origin: AssumptionOrigin;
}

/** What somebody published for a result of the model. */
export interface PublishedFigure {
  readonly result: string;
  readonly label: string;
  readonly value: number;
  readonly source: string;
  /** How the estimate is computed that it is compared with; none: as the preset does. */
  readonly ways?: Ways;
  /** US dollars per chip-hour that a published cost comes to. */
  readonly per_hour?: number;
}

export interface Preset {
  readonly slug: string;
  readonly name: string;
  readonly group: string;
  /** What it shows and how it has to be read, a paragraph each. */
  readonly about: readonly string[];
  readonly ways: Ways;
  readonly given: Readonly<Record<string, Given>>;
  readonly published: readonly PublishedFigure[];
}

export const exactly = (value: number): Range => ({ low: value, high: value });

/** Solved figures are rounded to three digits: more would pretend to know. */
export const toThreeDigits = (value: number): number => Number(value.toPrecision(3));

/** What is given, without what nobody gives. */
export function dropMissing(given: Readonly<Record<string, Given | null>>): Record<string, Given> {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, Given] => entry[1] !== null),
  );
}

/** One published estimate, its figures by parameter. */
export interface PublishedEstimate {
  readonly scenario: string;
  readonly name: string;
  readonly kind: CostScenarioRow['kind'];
  /** Of the training or the estimate; null: not known. */
  readonly year: number | null;
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
    const { scenario, name, kind, year, chip } = row;
    const known = estimates.get(scenario) ?? {
      ...{ scenario, name, kind, year, chip },
      figures: new Map(),
    };
    known.figures.set(row.parameter, row);
    estimates.set(scenario, known);
  }
  return estimates;
}

/** A figure as an assumption: a exactly value with its source. Null where it is not given. */
export function toGiven(row: CostScenarioRow | undefined, what = ''): Given | null {
  if (!row) return null;
  return { range: exactly(row.value), origin: toOrigin(row, what) };
}

export function toOrigin(
  { basis, standing, source, note, name }: CostScenarioRow,
  what = '',
): AssumptionOrigin {
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
export async function getAssumptions(
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
    range: exactly(specs.power_w),
    origin: { kind: 'source', text: `Design power of ${specs.name}.`, source: specs.source },
  };
}

/**
 * The middle four fifths of what providers asked for a chip and its variants, on
 * demand or committed, in `year` and the year before, or, without a year, in the
 * newest two. Null where nothing is known of those years.
 */
export async function getRentRange(
  orm: Orm,
  chip: string,
  year: number | null = null,
): Promise<Given | null> {
  const rents = await listRents(orm, chip);
  const last = year ?? max(rents, (rent) => rent.year) ?? 0;
  const then = rents.filter((rent) => rent.year === last || rent.year === last - 1);
  if (then.length === 0) return null;
  const at = (share: number) => then[Math.round(share * (then.length - 1))]!.price_usd_per_hour;
  return {
    range: { low: at(0.1), high: at(0.9) },
    origin: {
      kind: 'derived',
      text: `Four fifths of the ${then.length} prices known for the chip in ${last - 1} and ${last}, on demand and committed for years, one a quarter of each offer, lie in this range.`,
      source: null,
    },
  };
}

/** From the cheapest to the most expensive system with the chip, per accelerator; null without any. */
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

function toSharePrice({ price_usd, chips_per_system }: PricedSystem): number {
  return Math.round(price_usd / chips_per_system);
}
