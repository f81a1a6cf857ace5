/** In which units a visitor's numbers may come, and what makes them the chart's. */
import type { Unit } from '@/units/format-value';

export interface OwnScale {
  readonly label: string;
  /** Times this, they are in the chart's unit. */
  readonly factor: number;
}

const money: readonly OwnScale[] = [
  { label: 'US dollars', factor: 1e-6 },
  { label: 'thousands of US dollars', factor: 1e-3 },
  { label: 'millions of US dollars', factor: 1 },
  { label: 'billions of US dollars', factor: 1e3 },
];

const scales: Partial<Record<Unit, readonly OwnScale[]>> = {
  '%': [
    { label: 'per cent (64.8)', factor: 1 },
    { label: 'fractions of one (0.648)', factor: 100 },
  ],
  'USD millions': money,
  thousands: [
    { label: 'units', factor: 1e-3 },
    { label: 'thousands', factor: 1 },
    { label: 'millions', factor: 1e3 },
  ],
};

/** What the visitor may choose from; the chart's own unit has the factor 1. */
export function listOwnScales(unit: Unit): readonly OwnScale[] {
  return (
    scales[unit] ?? [
      { label: unit, factor: 1 },
      { label: `thousands of ${unit}`, factor: 1e3 },
    ]
  );
}
