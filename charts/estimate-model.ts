/**
 * Pictures of an estimate: how its draws spread, which assumption moves it most,
 * and the same result in other scenarios. They belong to no published chart,
 * because their figures are a visitor's.
 */
import type { Unit } from '@/units/format-value';

export interface DistributionModel {
  readonly shape: 'distribution';
  readonly unit: Unit;
  /** Ascending; at least two different values. */
  readonly draws: ArrayLike<number>;
  /** Marked and labelled, ascending. */
  readonly marks: readonly { readonly label: string; readonly value: number }[];
}

export interface TornadoBar {
  readonly id: string;
  readonly label: string;
  /** The result at either end of the assumption, and how these ends read. */
  readonly at_from: number;
  readonly at_to: number;
  readonly from_text: string;
  readonly to_text: string;
  /** `lighter` where the assumption has no range of its own. */
  readonly tone: 'full' | 'lighter';
}

export interface TornadoModel {
  readonly shape: 'tornado';
  readonly unit: Unit;
  /** The result with everything at its middle. */
  readonly middle: number;
  /** Widest first; at least one. */
  readonly bars: readonly TornadoBar[];
}

export interface ComparedScenario {
  readonly id: string;
  readonly label: string;
  /** Where the scenario stands by itself. */
  readonly href: string;
  readonly middle: number;
  /** Nine of ten draws lie between them; both are the middle where nothing has a range. */
  readonly low: number;
  readonly high: number;
}

export interface ComparisonModel {
  readonly shape: 'comparison';
  readonly unit: Unit;
  /** The visitor's own first, which stands out. */
  readonly scenarios: readonly ComparedScenario[];
}

export type EstimateChartModel = DistributionModel | TornadoModel | ComparisonModel;

export function isEstimate<M extends { readonly shape: string }>(
  model: M | EstimateChartModel,
): model is EstimateChartModel {
  return SHAPES.has(model.shape);
}

const SHAPES: ReadonlySet<string> = new Set<EstimateChartModel['shape']>([
  'distribution',
  'tornado',
  'comparison',
]);
