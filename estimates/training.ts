/**
 * What training a model costs: from accelerator-hours, given or computed from the
 * arithmetic, to days, energy and cost, rented or bought.
 */
import type { EstimateModel, Ways } from './model';
import { bought, HOURS_PER_YEAR, operation, type PowerValues, toKilowatts } from './operation';

export interface TrainingValues extends PowerValues {
  readonly accelerators: number;
  readonly accelerator_hours: number;
  /** 10^21 operations. */
  readonly compute_zflop: number;
  /** 10^12 dense operations a second, of one accelerator. */
  readonly peak_tflops: number;
  /** Percent of the peak that the training reaches. */
  readonly utilisation_percent: number;
  readonly rent_usd_per_accelerator_hour: number;
  /** With the accelerator's share of server and network. */
  readonly price_usd_per_accelerator: number;
  readonly years_of_use: number;
  /** Percent of those years in which the accelerator works. */
  readonly time_in_use_percent: number;
  readonly electricity_usd_per_kwh: number;
}

export interface TrainingResults {
  readonly accelerator_hours: number;
  readonly days: number;
  readonly energy_mwh: number;
  readonly usd_per_accelerator_hour: number;
  readonly cost_usd: number;
}

const SECONDS_PER_HOUR = 3_600;
const HOURS_PER_DAY = 24;

/** Percent of the peak that a training of known operations and hours reached. */
export function toUtilizationPercent({
  compute_zflop,
  accelerator_hours,
  peak_tflops,
}: Pick<TrainingValues, 'compute_zflop' | 'accelerator_hours' | 'peak_tflops'>): number {
  const reached = (compute_zflop * 1e21) / (accelerator_hours * SECONDS_PER_HOUR);
  return (reached / (peak_tflops * 1e12)) * 100;
}

/** Results for `work` (`hours` or `compute`) and `pay` (`rent` or `buy`). */
export function estimateTraining(values: TrainingValues, { work, pay }: Ways): TrainingResults {
  const accelerator_hours =
    work === 'compute'
      ? (values.compute_zflop * 1e21) /
        (values.peak_tflops * 1e12 * (values.utilisation_percent / 100)) /
        SECONDS_PER_HOUR
      : values.accelerator_hours;
  const kilowatts = toKilowatts(values);
  const usd_per_accelerator_hour =
    pay === 'buy'
      ? values.price_usd_per_accelerator /
          (values.years_of_use * HOURS_PER_YEAR * (values.time_in_use_percent / 100)) +
        kilowatts * values.electricity_usd_per_kwh
      : values.rent_usd_per_accelerator_hour;
  return {
    accelerator_hours,
    days: accelerator_hours / values.accelerators / HOURS_PER_DAY,
    energy_mwh: (accelerator_hours * kilowatts) / 1000,
    usd_per_accelerator_hour,
    cost_usd: accelerator_hours * usd_per_accelerator_hour,
  };
}

const computed = { way: 'work', is: 'compute' } as const;

export const trainingModel: EstimateModel = {
  slug: 'training',
  ways: {
    work: {
      label: 'Chip-hours are',
      options: { hours: 'given', compute: 'computed from operations' },
      preferred: 'hours',
    },
    pay: {
      label: 'Accelerators are',
      options: { rent: 'rented by the hour', buy: 'bought' },
      preferred: 'rent',
    },
  },
  assumptions: {
    accelerators: {
      label: 'Accelerators',
      unit: 'accelerators',
      meaning: 'Working at the same time. They set the days, not the cost.',
      min: 1,
      max: 1e8,
    },
    accelerator_hours: {
      label: 'Chip-hours',
      unit: 'hours',
      meaning: 'Accelerators times hours, not hours on the clock.',
      min: 1,
      max: 1e12,
      only: { way: 'work', is: 'hours' },
    },
    compute_zflop: {
      label: 'Operations',
      unit: 'ZFLOP (10²¹)',
      meaning: 'Arithmetic of the whole training. GPT-3 took 314 ZFLOP, 3.14 × 10²³ operations.',
      min: 1e-6,
      max: 1e12,
      only: computed,
    },
    peak_tflops: {
      label: 'Peak rate of an accelerator',
      unit: 'TFLOPS, dense',
      meaning:
        'In the number format of the training. Vendors often print the sparse rate, twice as high.',
      min: 0.01,
      max: 1e6,
      only: computed,
    },
    utilisation_percent: {
      label: 'Utilization of the peak',
      unit: '%',
      meaning: 'What the training reaches of the peak rate, pauses and restarts included.',
      min: 0.1,
      max: 100,
      only: computed,
    },
    price_usd_per_accelerator: {
      label: 'Price per accelerator',
      unit: 'US dollars',
      meaning: 'With its share of the server: the price of a server divided by its accelerators.',
      min: 0,
      max: 1e8,
      only: bought,
    },
    time_in_use_percent: {
      label: 'Time in use',
      unit: '%',
      meaning: 'Share of the years of use in which the accelerator works for somebody.',
      min: 1,
      max: 100,
      only: bought,
    },
    ...operation,
  },
  results: {
    accelerator_hours: {
      label: 'Chip-hours',
      unit: 'hours',
      formula:
        'given, or: operations (ZFLOP) × 10²¹ ÷ (peak rate (TFLOPS) × 10¹² × utilization of the peak) ÷ 3,600 s',
    },
    days: {
      label: 'Days',
      unit: 'days',
      formula: 'chip-hours ÷ chips ÷ 24 h',
    },
    energy_mwh: {
      label: 'Energy',
      unit: 'MWh',
      formula: 'chip-hours × power per chip (W) × total facility power ÷ chip power ÷ 1,000,000',
    },
    usd_per_accelerator_hour: {
      label: 'Price of a chip-hour',
      unit: 'USD per hour',
      formula:
        'rented: the rent; bought: price per accelerator ÷ (years of use × 8,760 h × time in use) + power (kW) × electricity (US dollars per kWh)',
    },
    cost_usd: {
      label: 'Cost',
      unit: 'USD',
      formula: 'chip-hours × price of a chip-hour',
    },
  },
  headline: 'cost_usd',
  estimate: (values, ways) => ({ ...estimateTraining(values as unknown as TrainingValues, ways) }),
};
