import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listUsed } from './model';
import { estimateServing, type ServingResults, type ServingValues, servingModel } from './serving';

// 864,000 queries a day are 10 a second; 2 s × 4 accelerators keep 80 busy; half
// used and a peak of 3 make 480, a quarter more 600, in eights 75 servers.
const byHand: ServingValues = {
  queries_per_day: 864_000,
  accelerators_per_response: 4,
  seconds_per_response: 2,
  utilisation_percent: 50,
  peak_factor: 3,
  redundancy_percent: 25,
  accelerators_per_server: 8,
  server_price_usd: 200_000,
  years_of_use: 4,
  power_w_per_accelerator: 500,
  power_overhead: 2,
  electricity_usd_per_kwh: 0.1,
  rent_usd_per_accelerator_hour: 2,
};

test('reckons bought servers as by hand', () => {
  const results = estimateServing(byHand, { pay: 'buy' });
  expect(results).toMatchObject({ servers: 75, accelerators: 600, capital_usd: 15_000_000 });
  expect(results.power_mw).toBeCloseTo(0.6, 12);
  // A quarter of the capital, and 600 kW × 8,760 h at ten cents.
  expect(results.yearly_usd).toBeCloseTo(3_750_000 + 525_600, 4);
  expect(results.cost_usd_per_query).toBeCloseTo(4_275_600 / 315_360_000, 12);
});

test('reckons rented servers as by hand: no capital, every hour paid', () => {
  const results = estimateServing(byHand, { pay: 'rent' });
  expect(results).toMatchObject({ servers: 75, capital_usd: 0, yearly_usd: 600 * 8760 * 2 });
});

test('buys whole servers', () => {
  const tiny = { ...byHand, queries_per_day: 1 };
  expect(estimateServing(tiny, { pay: 'buy' })).toMatchObject({ servers: 1, accelerators: 8 });
});

const up: Partial<Record<keyof ServingValues, readonly (keyof ServingResults)[]>> = {
  queries_per_day: ['servers', 'accelerators', 'capital_usd', 'power_mw', 'yearly_usd'],
  accelerators_per_response: ['servers', 'capital_usd', 'yearly_usd', 'cost_usd_per_query'],
  seconds_per_response: ['servers', 'capital_usd', 'yearly_usd', 'cost_usd_per_query'],
  peak_factor: ['servers', 'capital_usd', 'yearly_usd', 'cost_usd_per_query'],
  redundancy_percent: ['servers', 'capital_usd', 'yearly_usd', 'cost_usd_per_query'],
  server_price_usd: ['capital_usd', 'yearly_usd', 'cost_usd_per_query'],
  power_w_per_accelerator: ['power_mw', 'yearly_usd'],
  power_overhead: ['power_mw', 'yearly_usd'],
  electricity_usd_per_kwh: ['yearly_usd'],
  rent_usd_per_accelerator_hour: ['yearly_usd'],
};
const down: typeof up = {
  utilisation_percent: ['servers', 'accelerators', 'capital_usd', 'yearly_usd'],
  years_of_use: ['yearly_usd', 'cost_usd_per_query'],
  accelerators_per_server: ['servers'],
};

const anyValues = fc.record(
  Object.fromEntries(
    Object.entries(servingModel.assumptions).map(([name, { min, max }]) => [
      name,
      fc.double({ min: Math.max(min, 0.01), max: Math.min(max, 1e6), noNaN: true }),
    ]),
  ),
) as unknown as fc.Arbitrary<ServingValues>;

test.each([
  ...Object.entries(up).map(([name, results]) => [name, 'never lowers', results, 1] as const),
  ...Object.entries(down).map(([name, results]) => [name, 'never raises', results, -1] as const),
])('more %s %s %s', (name, _, results, sign) => {
  fc.assert(
    fc.property(
      anyValues,
      fc.double({ min: 1, max: 10, noNaN: true }),
      fc.constantFrom('buy', 'rent'),
      (values, factor, pay) => {
        const more = { ...values, [name]: values[name as keyof ServingValues] * factor };
        const [before, after] = [values, more].map((one) => estimateServing(one, { pay }));
        for (const result of results) {
          const change = sign * (after![result] - before![result]);
          expect(change).toBeGreaterThanOrEqual(-1e-9 * Math.abs(before![result]));
        }
      },
    ),
  );
});

test('uses price and years only where servers are bought, rent only where they are rented', () => {
  const [buy, rent] = ['buy', 'rent'].map((pay) => listUsed(servingModel, { pay }));
  expect(buy).toContain('server_price_usd');
  expect(buy).not.toContain('rent_usd_per_accelerator_hour');
  expect(rent).toContain('rent_usd_per_accelerator_hour');
  expect(rent).not.toContain('years_of_use');
});
