import { expect, test } from 'vitest';
import { testEffects } from './effects-for-tests';
import {
  estimateTraining,
  type TrainingResults,
  type TrainingValues,
  toUtilizationPercent,
  trainingModel,
} from './training';

const byHand: TrainingValues = {
  accelerators: 100,
  accelerator_hours: 48_000,
  // 10^21 × 0.9 operations at 500 TFLOPS, half reached: 1,000 hours.
  compute_zflop: 0.9,
  peak_tflops: 500,
  utilisation_percent: 50,
  rent_usd_per_accelerator_hour: 2.5,
  price_usd_per_accelerator: 35_040,
  years_of_use: 4,
  time_in_use_percent: 50,
  power_w_per_accelerator: 500,
  power_overhead: 2,
  electricity_usd_per_kwh: 0.1,
};

test('computes given hours at a rent as by hand', () => {
  const results = estimateTraining(byHand, { work: 'hours', pay: 'rent' });
  expect(results).toEqual({
    accelerator_hours: 48_000,
    days: 20,
    energy_mwh: 48,
    usd_per_accelerator_hour: 2.5,
    cost_usd: 120_000,
  });
});

test('finds the utilization that operations and hours tell of', () => {
  expect(toUtilizationPercent({ ...byHand, accelerator_hours: 1000 })).toBeCloseTo(50, 9);
});

test('computes the hours from the operations as by hand', () => {
  const { accelerator_hours, days } = estimateTraining(byHand, { work: 'compute', pay: 'rent' });
  expect(accelerator_hours).toBeCloseTo(1000, 9);
  expect(days).toBeCloseTo(1000 / 2400, 9);
});

test('computes the hour of a bought accelerator as by hand', () => {
  // 35,040 dollars over 17,520 working hours are 2; a kilowatt adds ten cents.
  const results = estimateTraining(byHand, { work: 'hours', pay: 'buy' });
  expect(results.usd_per_accelerator_hour).toBeCloseTo(2.1, 12);
  expect(results.cost_usd).toBeCloseTo(100_800, 6);
});

const work = { accelerator_hours: 'up', days: 'up', energy_mwh: 'up', cost_usd: 'up' } as const;
const speed = {
  accelerator_hours: 'down',
  days: 'down',
  energy_mwh: 'down',
  cost_usd: 'down',
} as const;
const price = { usd_per_accelerator_hour: 'up', cost_usd: 'up' } as const;
const spreading = { usd_per_accelerator_hour: 'down', cost_usd: 'down' } as const;

testEffects<keyof TrainingValues, keyof TrainingResults>(
  trainingModel,
  {
    accelerators: { days: 'down' },
    accelerator_hours: work,
    compute_zflop: work,
    peak_tflops: speed,
    utilisation_percent: speed,
    rent_usd_per_accelerator_hour: price,
    price_usd_per_accelerator: price,
    years_of_use: spreading,
    time_in_use_percent: spreading,
    power_w_per_accelerator: { energy_mwh: 'up', ...price },
    power_overhead: { energy_mwh: 'up', ...price },
    electricity_usd_per_kwh: price,
  },
  byHand,
);
