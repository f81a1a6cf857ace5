/**
 * What accelerators cost that do the work of a data center of CPUs: from its price to servers of
 * both kinds, capital and power. Servers with accelerators are whole.
 */
import type { EstimateModel } from './model';

interface ReplacementValues {
  readonly cpu_capital_usd: number;
  readonly cpu_server_price_usd: number;
  readonly cpu_server_power_w: number;
  /** How many of them one server with accelerators stands for. */
  readonly cpu_servers_replaced: number;
  readonly server_price_usd: number;
  readonly server_power_w: number;
}

function estimateReplacement(values: ReplacementValues) {
  const cpu_servers = values.cpu_capital_usd / values.cpu_server_price_usd;
  // A hair above a whole number is rounding, not another server.
  const servers = Math.ceil(cpu_servers / values.cpu_servers_replaced - 1e-9);
  const capital_usd = servers * values.server_price_usd;
  return {
    cpu_servers,
    servers,
    capital_usd,
    cost_ratio: values.cpu_capital_usd / capital_usd,
    cpu_power_mw: (cpu_servers * values.cpu_server_power_w) / 1e6,
    power_mw: (servers * values.server_power_w) / 1e6,
  };
}

const price = { unit: 'US dollars', min: 1, max: 1e9 } as const;
const power = { unit: 'watts', min: 0, max: 1e6 } as const;

export const replacementModel: EstimateModel = {
  slug: 'replacement',
  ways: {},
  assumptions: {
    cpu_capital_usd: {
      label: 'Price of the CPU data center',
      meaning: 'What its servers cost together.',
      ...{ ...price, max: 1e13 },
    },
    cpu_server_price_usd: {
      label: 'Price of a CPU server',
      meaning: 'One server with two processors, memory and network.',
      ...price,
    },
    cpu_servers_replaced: {
      label: 'CPU servers replaced by one',
      unit: 'servers',
      meaning:
        'How many of them do the work of one server with accelerators. It depends on the work: of what accelerators cannot speed up, none.',
      min: 0.01,
      max: 1e6,
    },
    server_price_usd: {
      label: 'Price of a server with accelerators',
      meaning: 'The whole server, with processors, memory and network inside.',
      ...price,
    },
    cpu_server_power_w: {
      label: 'Power of a CPU server',
      meaning: 'What one draws in use, without cooling.',
      ...power,
    },
    server_power_w: {
      label: 'Power of a server with accelerators',
      meaning: 'What one draws at most, without cooling.',
      ...power,
    },
  },
  results: {
    cpu_servers: {
      label: 'CPU servers',
      unit: 'servers',
      formula: 'price of the CPU data center ÷ price of a CPU server',
    },
    servers: {
      label: 'Servers with accelerators',
      unit: 'servers',
      formula: 'CPU servers ÷ CPU servers replaced by one, rounded up',
    },
    capital_usd: {
      label: 'Capital cost',
      unit: 'USD',
      formula: 'servers with accelerators × price of one',
    },
    cost_ratio: {
      label: 'CPU cost over it',
      unit: 'times',
      formula: 'price of the CPU data center ÷ capital cost',
    },
    cpu_power_mw: {
      label: 'Power of CPU servers',
      unit: 'MW',
      formula: 'CPU servers × power of one (W) ÷ 1,000,000',
    },
    power_mw: {
      label: 'Power of servers with accelerators',
      unit: 'MW',
      formula: 'servers with accelerators × power of one (W) ÷ 1,000,000',
    },
  },
  headline: 'capital_usd',
  estimate: (values) => estimateReplacement(values as unknown as ReplacementValues),
};
