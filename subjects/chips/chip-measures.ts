/** What is measured of a chip, which chips have a figure at all, and what its codes are called. */

import type { ColorName } from '@/charts/colors';
import { chips } from '@/data/chips/contract';
import { toLabels } from '@/data/contract';
import type { FigureKind } from '@/units/figure-kind';
import type { Unit } from '@/units/format-value';
import { type Period, parsePeriod } from '@/units/period';
import type { ChipRow } from './queries';

export interface ChipMeasure {
  readonly label: string;
  readonly unit: Unit;
  readonly read: (chip: ChipRow) => number | null;
}

export const measures = {
  fp16: {
    label: 'FP16',
    unit: 'TFLOPS',
    read: ({ fp16_dense_tflops }) => fp16_dense_tflops,
  },
  bf16: { label: 'BF16', unit: 'TFLOPS', read: ({ bf16_dense_tflops }) => bf16_dense_tflops },
  fp8: { label: 'FP8', unit: 'TFLOPS', read: ({ fp8_dense_tflops }) => fp8_dense_tflops },
  int8: { label: 'INT8', unit: 'TOPS', read: ({ int8_dense_tops }) => int8_dense_tops },
  fp32: { label: 'FP32', unit: 'TFLOPS', read: ({ fp32_tflops }) => fp32_tflops },
  memory: { label: 'Memory', unit: 'GB', read: ({ memory_gb }) => memory_gb },
  bandwidth: {
    label: 'Memory bandwidth',
    unit: 'GB/s',
    read: ({ memory_bandwidth_gb_per_s }) => memory_bandwidth_gb_per_s,
  },
  power: { label: 'Power', unit: 'W', read: ({ power_w }) => power_w },
} satisfies Record<string, ChipMeasure>;

/** Measure → its label, for choices. */
export function nameMeasures(some: Readonly<Record<string, ChipMeasure>>): Record<string, string> {
  return Object.fromEntries(Object.entries(some).map(([name, { label }]) => [name, label]));
}

const specifications = [
  ...Object.values(measures).map(({ read }) => read),
  ({ launch_price_usd }: ChipRow) => launch_price_usd,
];

/** The chips that the catalog shows: those with a figure of their own. */
export function isDescribed(chip: ChipRow): boolean {
  const isOne = chip.level === 'model' || chip.level === 'variant';
  return isOne && specifications.some((read) => read(chip) !== null);
}

/** 16-bit matrix rate: FP16, or BF16 where a chip has no other. */
export function read16Bit({ fp16_dense_tflops, bf16_dense_tflops }: ChipRow): number | null {
  return fp16_dense_tflops ?? bf16_dense_tflops;
}

/** Chips with a launch and the figure asked for, in the order given. */
export function listMeasured(
  chips: readonly ChipRow[],
  read: ChipMeasure['read'],
): { chip: ChipRow; value: number; date: Period }[] {
  return chips.flatMap((chip) => {
    const value = read(chip);
    const date = chip.launch_date === null ? null : parsePeriod(chip.launch_date);
    return value === null || date === null ? [] : [{ chip, value, date }];
  });
}

export const chipKinds = toLabels(chips.columns.kind);

type PriceKind = NonNullable<ChipRow['price_kind']>;

export const priceKinds = toLabels(chips.columns.price_kind);

/** How the figure of a price came about; a share of a server is computed. */
export const priceFigureKinds = {
  msrp: 'measured',
  street: 'measured',
  analyst: 'estimate',
  'cost-estimate': 'estimate',
  'system-share': 'derived',
} satisfies Record<PriceKind, FigureKind>;

export const priceKindColors = {
  msrp: 'category-1',
  street: 'category-2',
  analyst: 'category-3',
  'cost-estimate': 'category-4',
  'system-share': 'category-6',
} satisfies Record<PriceKind, ColorName>;

export const exportStates = toLabels(chips.columns.export_controlled_to_china);
