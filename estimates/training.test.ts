import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  estimateTraining,
  type TrainingResults,
  type TrainingValues,
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

test('reckons given hours at a rent as by hand', () => {
  const results = estimateTraining(byHand, { work: 'hours', pay: 'rent' });
  expect(results).toEqual({
    accelerator_hours: 48_000,
    days: 20,
    energy_mwh: 48,
    usd_per_accelerator_hour: 2.5,
    cost_usd: 120_000,
  });
});

test('reckons the hours from the operations as by hand', () => {
  const { accelerator_hours, days } = estimateTraining(byHand, { work: 'compute', pay: 'rent' });
  expect(accelerator_hours).toBeCloseTo(1000, 9);
  expect(days).toBeCloseTo(1000 / 2400, 9);
});

test('reckons the hour of a bought accelerator as by hand', () => {
  // 35,040 dollars over 17,520 working hours are 2; a kilowatt adds ten cents.
  const results = estimateTraining(byHand, { work: 'hours', pay: 'buy' });
  expect(results.usd_per_accelerator_hour).toBeCloseTo(2.1, 12);
  expect(results.cost_usd).toBeCloseTo(100_800, 6);
});

const up: Partial<Record<keyof TrainingValues, readonly (keyof TrainingResults)[]>> = {
  accelerator_hours: ['accelerator_hours', 'days', 'energy_mwh', 'cost_usd'],
  compute_zflop: ['accelerator_hours', 'days', 'energy_mwh', 'cost_usd'],
  rent_usd_per_accelerator_hour: ['usd_per_accelerator_hour', 'cost_usd'],
  price_usd_per_accelerator: ['usd_per_accelerator_hour', 'cost_usd'],
  power_w_per_accelerator: ['energy_mwh', 'cost_usd'],
  power_overhead: ['energy_mwh', 'cost_usd'],
  electricity_usd_per_kwh: ['cost_usd'],
};
const down: typeof up = {
  accelerators: ['days'],
  peak_tflops: ['accelerator_hours', 'days', 'energy_mwh', 'cost_usd'],
  utilisation_percent: ['accelerator_hours', 'cost_usd'],
  years_of_use: ['usd_per_accelerator_hour', 'cost_usd'],
  time_in_use_percent: ['usd_per_accelerator_hour', 'cost_usd'],
};

const anyValues = fc.record(
  Object.fromEntries(
    Object.entries(trainingModel.assumptions).map(([name, { min, max }]) => [
      name,
      fc.double({ min: Math.max(min, 0.01), max: Math.min(max, 1e6), noNaN: true }),
    ]),
  ),
) as unknown as fc.Arbitrary<TrainingValues>;

test.each([
  ...Object.entries(up).map(([name, results]) => [name, 'never lowers', results, 1] as const),
  ...Object.entries(down).map(([name, results]) => [name, 'never raises', results, -1] as const),
])('more %s %s %s', (name, _, results, sign) => {
  fc.assert(
    fc.property(
      anyValues,
      fc.double({ min: 1, max: 10, noNaN: true }),
      fc.constantFrom('hours', 'compute'),
      fc.constantFrom('rent', 'buy'),
      (values, factor, work, pay) => {
        const more = { ...values, [name]: values[name as keyof TrainingValues] * factor };
        const [before, after] = [values, more].map((one) => estimateTraining(one, { work, pay }));
        for (const result of results) {
          const change = sign * (after![result] - before![result]);
          expect(change).toBeGreaterThanOrEqual(-1e-9 * Math.abs(before![result]));
        }
      },
    ),
  );
});
