import { expect, test } from 'vitest';
import { testEffects } from './effects-for-tests';
import { listUsed } from './model';
import {
  countBusyAccelerators,
  countQueriesPerDay,
  estimateServing,
  type ServingResults,
  type ServingValues,
  servingModel,
} from './serving';

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

test('computes bought servers as by hand', () => {
  const results = estimateServing(byHand, { pay: 'buy' });
  expect(results).toMatchObject({ servers: 75, accelerators: 600, capital_usd: 15_000_000 });
  expect(results.power_mw).toBeCloseTo(0.6, 12);
  // A quarter of the capital, and 600 kW × 8,760 h at ten cents.
  expect(results.yearly_usd).toBeCloseTo(3_750_000 + 525_600, 4);
  expect(results.cost_usd_per_query).toBeCloseTo(4_275_600 / 315_360_000, 12);
});

test('computes rented servers as by hand: no capital, every hour paid', () => {
  const results = estimateServing(byHand, { pay: 'rent' });
  expect(results).toMatchObject({ servers: 75, capital_usd: 0, yearly_usd: 600 * 8760 * 2 });
});

test('finds the queries that keep the accelerators busy', () => {
  expect(countQueriesPerDay(80, byHand)).toBe(864_000);
  expect(countBusyAccelerators({ ...byHand, queries_per_day: countQueriesPerDay(3, byHand) })).toBe(
    3,
  );
});

test('buys whole servers', () => {
  const tiny = { ...byHand, queries_per_day: 1 };
  expect(estimateServing(tiny, { pay: 'buy' })).toMatchObject({ servers: 1, accelerators: 8 });
});

const load = {
  servers: 'up',
  accelerators: 'up',
  capital_usd: 'up',
  power_mw: 'up',
  yearly_usd: 'up',
  cost_usd_per_query: 'up',
} as const;
const cost = { yearly_usd: 'up', cost_usd_per_query: 'up' } as const;

testEffects<keyof ServingValues, keyof ServingResults>(
  servingModel,
  {
    // More queries share the last server, until the next one is needed.
    queries_per_day: { ...load, cost_usd_per_query: 'either' },
    accelerators_per_response: load,
    seconds_per_response: load,
    peak_factor: load,
    redundancy_percent: load,
    utilisation_percent: {
      servers: 'down',
      accelerators: 'down',
      capital_usd: 'down',
      power_mw: 'down',
      yearly_usd: 'down',
      cost_usd_per_query: 'down',
    },
    // Fewer servers of the same price, but the last one leaves more idle.
    accelerators_per_server: {
      servers: 'down',
      accelerators: 'either',
      capital_usd: 'down',
      power_mw: 'either',
      yearly_usd: 'either',
      cost_usd_per_query: 'either',
    },
    server_price_usd: { capital_usd: 'up', ...cost },
    years_of_use: { yearly_usd: 'down', cost_usd_per_query: 'down' },
    power_w_per_accelerator: { power_mw: 'up', ...cost },
    power_overhead: { power_mw: 'up', ...cost },
    electricity_usd_per_kwh: cost,
    rent_usd_per_accelerator_hour: cost,
  },
  byHand,
);

test('uses price and years only where servers are bought, rent only where they are rented', () => {
  const [buy, rent] = ['buy', 'rent'].map((pay) => listUsed(servingModel, { pay }));
  expect(buy).toContain('server_price_usd');
  expect(buy).not.toContain('rent_usd_per_accelerator_hour');
  expect(rent).toContain('rent_usd_per_accelerator_hour');
  expect(rent).not.toContain('years_of_use');
});
