/**
 * Pictures of an estimate: how its draws spread, and which assumption moves it
 * most. They belong to no published chart, because their figures are a visitor's.
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
  /** Widest first. */
  readonly bars: readonly TornadoBar[];
}

export type EstimateChartModel = DistributionModel | TornadoModel;
