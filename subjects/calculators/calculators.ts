/**
 * The calculators that are published: what each answers, what it starts from and
 * whose figures these are. The formulas are those of `estimates/`.
 */

import { LRUCache } from 'lru-cache';
import { calculatorAssumptions } from '@/data/calculator-assumptions/contract';
import { chips } from '@/data/chips/contract';
import type { Contract } from '@/data/contract';
import { costScenarios } from '@/data/cost-scenarios/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { systems } from '@/data/systems/contract';
import type { Tracker } from '@/db/connection';
import type { Orm } from '@/db/orm';
import type { EstimateModel } from '@/estimates/model';
import { type CalculatorSlug, estimateModels } from '@/estimates/models';
import { keep } from '@/views/chart-view';
import type { Preset } from './preset';
import { listReplacementPresets } from './replacement-presets';
import { listServingPresets } from './serving-presets';
import { listTrainingPresets } from './training-presets';

export interface Calculator {
  readonly slug: CalculatorSlug;
  readonly name: string;
  readonly question: string;
  /** From what to what, in a line. */
  readonly outline: string;
  readonly lead: string;
  /** The datasets behind the presets. */
  readonly datasets: readonly Contract[];
  readonly model: EstimateModel;
  /** In the order of display. */
  readonly buildPresets: (orm: Orm) => Promise<Preset[]>;
}

const DATASETS = [costScenarios, calculatorAssumptions, systems, rentalPrices, chips];

/** In the order of display. */
export const calculators: readonly Calculator[] = [
  {
    slug: 'inference',
    name: 'Serving a model',
    question: 'What does it cost to serve a model?',
    outline: 'Queries a day → servers, capital, yearly cost, cost per query.',
    lead: 'From queries a day to servers, capital and the cost of a query. The estimates of 2023 named servers and dollars but not how busy the servers are; here that can be seen and changed.',
    datasets: DATASETS,
    model: estimateModels.inference,
    buildPresets: listServingPresets,
  },
  {
    slug: 'training',
    name: 'Training a model',
    question: 'What does it cost to train a model?',
    outline: 'Chip-hours, or operations → days, energy, cost.',
    lead: 'From chip-hours to days, energy and cost, rented or bought. Published trainings are recomputed and compared with what their makers or Epoch AI said they cost.',
    datasets: DATASETS,
    model: estimateModels.training,
    buildPresets: listTrainingPresets,
  },
  {
    slug: 'replacement',
    name: 'Replacing CPUs',
    question: 'What does a GPU data center cost that replaces one of CPUs?',
    outline: 'Price of a CPU data center → servers, capital and power with accelerators.',
    lead: 'From the price of a data center of CPUs to that of one with accelerators. The claim of 2023 named both prices, not how many servers one replaces; here that can be seen and changed.',
    datasets: DATASETS,
    model: estimateModels.replacement,
    buildPresets: listReplacementPresets,
  },
];

/** Null where no calculator has the name. */
export function getCalculator(slug: string): Calculator | null {
  return calculators.find((one) => one.slug === slug) ?? null;
}

const presets = new LRUCache<string, Promise<Preset[]>>({ max: 8 });

/** A calculator's presets; asked once per snapshot. */
export function listPresets(
  { snapshot, orm }: Tracker,
  { slug, buildPresets }: Calculator,
): Promise<Preset[]> {
  return keep(presets, `${snapshot.id} ${slug}`, () => buildPresets(orm));
}
