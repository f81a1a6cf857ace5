import { expect, test } from 'vitest';
import { replacementModel } from './replacement';

const values = {
  cpu_capital_usd: 1e9,
  cpu_server_price_usd: 10_000,
  cpu_server_power_w: 600,
  cpu_servers_replaced: 200,
  server_price_usd: 199_000,
  server_power_w: 6_500,
};

test('a data center of CPUs and what replaces it, by hand', () => {
  expect(replacementModel.estimate(values, {})).toEqual({
    cpu_servers: 100_000,
    servers: 500,
    capital_usd: 99_500_000,
    cost_ratio: 1e9 / 99_500_000,
    cpu_power_mw: 60,
    power_mw: 3.25,
  });
});

test('servers with accelerators are whole', () => {
  const { servers } = replacementModel.estimate({ ...values, cpu_servers_replaced: 201 }, {});
  expect(servers).toBe(498);
});
