/**
 * Counts → a common unit: as the source states it, or by the specifications of the
 * chips. A factor says whose specification it is; a row that has neither is left out
 * rather than guessed.
 */

import type { Unit } from '@/units/format-value';
import { type ChipTree, COUNTED_TOGETHER } from '../chips/chip-tree';
import type { ChipRow } from '../chips/queries';
import type { HoldingRow } from './queries';

export interface CommonUnit {
  readonly label: string;
  readonly unit: Unit;
  /** What one accelerator contributes, in words, for the reader. */
  readonly formula: string;
  /** The specification in the order of preference; empty: accelerators as they are. */
  readonly specs: readonly Spec[];
  /** Specification → contribution of one accelerator, in `unit`. */
  readonly toUnit: (spec: number, reference: (name: Spec) => number) => number;
  /** The chip by which others are measured. */
  readonly reference: string | null;
  /**
   * The columns in which sources state it themselves: `h100e` with `h100e_low` and
   * `h100e_high`. Nothing is converted then.
   */
  readonly stated?: 'h100e';
}

type Spec =
  | 'bf16_dense_tflops'
  | 'fp16_dense_tflops'
  | 'fp8_dense_tflops'
  | 'int8_dense_tops'
  | 'memory_gb'
  | 'power_w'
  | 'launch_price_usd';

const SIXTEEN_BIT = ['bf16_dense_tflops', 'fp16_dense_tflops'] as const;

export const commonUnits = {
  count: {
    label: 'Accelerators',
    unit: 'accelerators',
    formula: 'each accelerator counts 1, old or new',
    specs: [],
    toUnit: () => 1,
    reference: null,
  },
  'h100e-stated': {
    label: 'H100-equivalents, as the source states',
    unit: 'H100-equivalents',
    formula: 'H100-equivalents as the source states them; nothing is converted here',
    specs: [],
    toUnit: () => 1,
    reference: null,
    stated: 'h100e',
  },
  'h100e-16bit': {
    label: 'H100-equivalents, 16-bit',
    unit: 'H100-equivalents',
    formula: 'dense BF16 rate (FP16 where BF16 is unknown) ÷ BF16 rate of an H100 SXM5',
    specs: SIXTEEN_BIT,
    toUnit: (spec, reference) => spec / reference('bf16_dense_tflops'),
    reference: 'h100-sxm',
  },
  'h100e-8bit': {
    label: 'H100-equivalents, 8-bit',
    unit: 'H100-equivalents',
    formula: 'dense FP8 rate (INT8 where FP8 is unknown) ÷ FP8 rate of an H100 SXM5',
    specs: ['fp8_dense_tflops', 'int8_dense_tops'],
    toUnit: (spec, reference) => spec / reference('fp8_dense_tflops'),
    reference: 'h100-sxm',
  },
  flops: {
    label: 'Peak FLOP/s, 16-bit',
    unit: 'PFLOP/s',
    formula: 'dense BF16 rate (FP16 where BF16 is unknown); a peak, never reached in use',
    specs: SIXTEEN_BIT,
    toUnit: (spec) => spec / 1000,
    reference: null,
  },
  memory: {
    label: 'Memory',
    unit: 'TB',
    formula: 'memory on the package',
    specs: ['memory_gb'],
    toUnit: (spec) => spec / 1000,
    reference: null,
  },
  power: {
    label: 'Power of the chips',
    unit: 'MW',
    formula: 'thermal design power of the chips alone, without servers and cooling',
    specs: ['power_w'],
    toUnit: (spec) => spec / 1e6,
    reference: null,
  },
  'list-value': {
    label: 'Value at launch prices',
    unit: 'USD millions',
    formula: 'price near launch, of any kind that is known; not what a buyer paid',
    specs: ['launch_price_usd'],
    toUnit: (spec) => spec / 1e6,
    reference: null,
  },
} satisfies Record<string, CommonUnit>;

export type UnitName = keyof typeof commonUnits;

export function isUnitName(name: string): name is UnitName {
  return Object.hasOwn(commonUnits, name);
}

export interface Factor {
  /** The chip as the holdings name it. */
  readonly chip: ChipRow;
  /** What one accelerator contributes, in the unit asked for. */
  readonly value: number;
  /** The chip whose specification is used; the same one, or the variant assumed. */
  readonly described: ChipRow;
  readonly spec: Spec | null;
  /** The lowest and highest factor among the variants, where they differ. */
  readonly range: readonly [number, number] | null;
}

/**
 * Where sources name a model but specifications stand on its variants: the one
 * that data centers bought most, the form with the fastest links (SXM).
 */
const ASSUMED: Readonly<Record<string, string>> = {
  a100: 'a100-80gb',
  a800: 'a800-sxm',
  h100: 'h100-sxm',
  h200: 'h200-sxm',
  h800: 'h800-sxm',
  p100: 'p100-sxm2',
  v100: 'v100-32gb',
};

/** The unit of performance in which some sources count; it is no chip. */
export const H100_EQUIVALENT = 'h100-equivalent';

/** What is measured of a row, of holdings or of their history. */
type Counted = Pick<
  HoldingRow,
  | 'chip'
  | 'accelerators'
  | 'accelerators_low'
  | 'accelerators_high'
  | 'h100e'
  | 'h100e_low'
  | 'h100e_high'
>;

/** A row in a common unit. */
export interface Measured {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** How it was converted; null where the source states the unit itself. */
  readonly factor: Factor | null;
}

/** Null where the row cannot be told in the unit. */
export type Measure = (row: Counted) => Measured | null;

/** Rows in a unit; the ends of their ranges likewise. */
export function buildMeasure(name: UnitName, tree: ChipTree): Measure {
  const { stated }: CommonUnit = commonUnits[name];
  if (stated) {
    return (row) => {
      // Of a chip that is itself the unit, the number is what is stated.
      if (row.chip === H100_EQUIVALENT) return toMeasured(row, null);
      const value = row[stated];
      const [low, high] = [row[`${stated}_low`], row[`${stated}_high`]];
      return value === null ? null : { value, low, high, factor: null };
    };
  }
  const convert = buildConverter(name, tree);
  return (row) => {
    const factor = convert(row.chip);
    return factor && toMeasured(row, factor);
  };
}

function toMeasured(row: Counted, factor: Factor | null): Measured {
  const times = (count: number | null) => (count === null ? null : count * (factor?.value ?? 1));
  return {
    value: row.accelerators * (factor?.value ?? 1),
    low: times(row.accelerators_low),
    high: times(row.accelerators_high),
    factor,
  };
}

/** Chip → factor, or null where the data lacks the specification. Answers are kept. */
export function buildConverter(name: UnitName, tree: ChipTree): (chip: string) => Factor | null {
  const unit: CommonUnit = commonUnits[name];
  const known = new Map<string, Factor | null>();
  return (chip) => {
    let factor = known.get(chip);
    if (factor === undefined) {
      factor = findFactor(chip, name, unit, tree);
      known.set(chip, factor);
    }
    return factor;
  };
}

function findFactor(slug: string, name: UnitName, unit: CommonUnit, tree: ChipTree): Factor | null {
  const chip = tree.get(slug);
  if (!chip) return null;
  const plain = { chip, described: chip, spec: null, value: 1, range: null };
  if (name === 'count') return plain;
  // Sources that count in H100-equivalents compare 16-bit rates.
  if (slug === H100_EQUIVALENT) return name === 'h100e-16bit' ? plain : null;
  const reference = (spec: Spec): number => {
    const value = unit.reference === null ? null : tree.get(unit.reference)?.[spec];
    if (value == null) throw new Error(`The chip "${unit.reference}" lacks "${spec}".`);
    return value;
  };
  const convert = (described: ChipRow | undefined) => {
    const spec = described && unit.specs.find((one) => described[one] !== null);
    return spec === undefined
      ? null
      : { described: described!, spec, value: unit.toUnit(described![spec]!, reference) };
  };
  const find = (one: string) => convert(tree.get(one)) ?? convert(tree.get(ASSUMED[one] ?? ''));
  // Chips counted together have a factor only where all of them share it.
  const together = COUNTED_TOGETHER[slug];
  if (together) {
    const all = together.map(find);
    const [first] = all;
    const agree = first && all.every((one) => one && isNear(one.value, first.value));
    return agree ? { chip, ...first, range: null } : null;
  }
  const found = find(slug);
  if (!found) return null;
  const values = tree.listVariants(slug).flatMap((one) => convert(one)?.value ?? []);
  const range = [Math.min(...values), Math.max(...values)] as const;
  const differs = found.described !== chip && !isNear(...range);
  return { chip, ...found, range: differs ? range : null };
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 0.01 * Math.abs(b);
