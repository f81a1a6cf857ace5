/**
 * What an estimate is made of: assumptions with units, formulas, results. Every
 * assumption is a range; a single figure is a range without width. Pure and small,
 * because the page on the server and the form in the browser run the same code.
 */
import type { Unit } from '@/units/format-value';

/** Any value between both ends, each as likely as the other. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface Assumption {
  readonly label: string;
  /** As it stands next to the field. */
  readonly unit: string;
  /** What it means and where its trap is, in a sentence. */
  readonly meaning: string;
  readonly min: number;
  readonly max: number;
  /** The methods that use it; all where absent. */
  readonly only?: { readonly way: string; readonly is: string };
}

/** A fork in the formulas: rented or bought, hours given or computed. */
interface Way {
  readonly label: string;
  readonly options: Readonly<Record<string, string>>;
  /** The option taken where none is chosen. */
  readonly preferred: string;
}

interface Result {
  readonly label: string;
  readonly unit: Unit;
  /** The formula, written for people, with units. */
  readonly formula: string;
}

export type Values = Readonly<Record<string, number>>;
export type Ways = Readonly<Record<string, string>>;
export type AssumptionRanges = Readonly<Record<string, Range>>;

export interface EstimateModel {
  readonly slug: string;
  readonly ways: Readonly<Record<string, Way>>;
  readonly assumptions: Readonly<Record<string, Assumption>>;
  /** In the order of computation; the last word of the model is `headline`. */
  readonly results: Readonly<Record<string, Result>>;
  readonly headline: string;
  /** Pure; every assumption in use must be there, in its unit. */
  readonly estimate: (values: Values, ways: Ways) => Record<string, number>;
}

/** The names of the assumptions that these methods use, in order. */
export function listUsed(model: EstimateModel, ways: Ways): string[] {
  return Object.entries(model.assumptions)
    .filter(([, { only }]) => !only || ways[only.way] === only.is)
    .map(([name]) => name);
}

/** The number halfway between the ends. */
export const toMidpoint = ({ low, high }: Range): number => (low + high) / 2;
export const isSingle = ({ low, high }: Range): boolean => low === high;

/** Every range at its middle. */
export function toMidpoints(ranges: AssumptionRanges): Record<string, number> {
  return Object.fromEntries(
    Object.entries(ranges).map(([name, range]) => [name, toMidpoint(range)]),
  );
}
