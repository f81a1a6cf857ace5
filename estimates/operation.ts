/**
 * What running accelerators asks in every calculator: the same assumptions and the
 * same arithmetic, whether they serve or train.
 */
import type { Assumption } from './model';

export const HOURS_PER_YEAR = 8_760;

/** The forks of the formulas at which an assumption begins to count. */
export const bought = { way: 'pay', is: 'buy' } as const;
const rented = { way: 'pay', is: 'rent' } as const;

export interface PowerValues {
  readonly power_w_per_accelerator: number;
  /** Power of servers, network and cooling over that of the accelerators. */
  readonly power_overhead: number;
}

/** Kilowatts of one accelerator with everything that runs for it. */
export function toKilowatts({ power_w_per_accelerator, power_overhead }: PowerValues): number {
  return (power_w_per_accelerator * power_overhead) / 1000;
}

export const operation = {
  rent_usd_per_accelerator_hour: {
    label: 'Rent',
    unit: 'US dollars per chip-hour',
    meaning: 'Per accelerator, not per server; power is in the price.',
    min: 0,
    max: 1000,
    only: rented,
  },
  years_of_use: {
    label: 'Years of use',
    unit: 'years',
    meaning: 'Over how many years the price is spread, in equal parts.',
    min: 0.1,
    max: 30,
    only: bought,
  },
  power_w_per_accelerator: {
    label: 'Power per accelerator',
    unit: 'watts',
    meaning: 'Thermal design power of the chip; in use it draws less on average.',
    min: 0,
    max: 1e5,
  },
  power_overhead: {
    label: 'Total facility power ÷ chip power',
    unit: 'times',
    meaning: 'Processors, memory, network, fans and cooling on top of the accelerators.',
    min: 1,
    max: 10,
  },
  electricity_usd_per_kwh: {
    label: 'Electricity',
    unit: 'US dollars per kWh',
    meaning: 'What a kilowatt-hour costs the operator.',
    min: 0,
    max: 10,
    only: bought,
  },
} as const satisfies Readonly<Record<string, Assumption>>;
