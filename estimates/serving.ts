/**
 * What answering queries costs: from queries a day to servers, capital, yearly
 * cost and cost per query. Servers are whole; everything else is not rounded.
 */
import type { EstimateModel, Ways } from './model';
import { bought, HOURS_PER_YEAR, operation, type PowerValues, toKilowatts } from './operation';

export interface ServingValues extends PowerValues {
  readonly queries_per_day: number;
  readonly accelerators_per_response: number;
  readonly seconds_per_response: number;
  /** Percent of the time in which a server answers. */
  readonly utilisation_percent: number;
  /** Busiest moment over the average. */
  readonly peak_factor: number;
  /** Percent more than the peak needs. */
  readonly redundancy_percent: number;
  readonly accelerators_per_server: number;
  readonly server_price_usd: number;
  readonly years_of_use: number;
  readonly electricity_usd_per_kwh: number;
  readonly rent_usd_per_accelerator_hour: number;
}

export interface ServingResults {
  readonly accelerators: number;
  readonly servers: number;
  readonly capital_usd: number;
  readonly power_mw: number;
  readonly yearly_usd: number;
  readonly cost_usd_per_query: number;
}

const SECONDS_PER_DAY = 86_400;
const DAYS_PER_YEAR = 365;

/**
 * Accelerators that are busy on average, were none ever idle:
 * queries per second × seconds each × accelerators each.
 */
export function countBusyAccelerators(
  values: Pick<
    ServingValues,
    'queries_per_day' | 'seconds_per_response' | 'accelerators_per_response'
  >,
): number {
  const { queries_per_day, seconds_per_response, accelerators_per_response } = values;
  return (queries_per_day / SECONDS_PER_DAY) * seconds_per_response * accelerators_per_response;
}

/** Queries a day that keep so many accelerators busy: the same formula the other way round. */
export function countQueriesPerDay(
  busyAccelerators: number,
  {
    seconds_per_response,
    accelerators_per_response,
  }: Pick<ServingValues, 'seconds_per_response' | 'accelerators_per_response'>,
): number {
  return (busyAccelerators * SECONDS_PER_DAY) / (seconds_per_response * accelerators_per_response);
}

/** Results for `pay`: `buy` wears the servers down over their years, `rent` pays by the hour. */
export function estimateServing(values: ServingValues, { pay }: Ways): ServingResults {
  const needed =
    (countBusyAccelerators(values) * values.peak_factor * (1 + values.redundancy_percent / 100)) /
    (values.utilisation_percent / 100);
  // Whole servers; a hair above a whole number is rounding, not another server.
  const servers = Math.ceil(needed / values.accelerators_per_server - 1e-9);
  const accelerators = servers * values.accelerators_per_server;
  const power_mw = (accelerators * toKilowatts(values)) / 1000;
  const isRented = pay === 'rent';
  const capital_usd = isRented ? 0 : servers * values.server_price_usd;
  const yearly_usd = isRented
    ? accelerators * HOURS_PER_YEAR * values.rent_usd_per_accelerator_hour
    : capital_usd / values.years_of_use +
      power_mw * 1000 * HOURS_PER_YEAR * values.electricity_usd_per_kwh;
  return {
    accelerators,
    servers,
    capital_usd,
    power_mw,
    yearly_usd,
    cost_usd_per_query: yearly_usd / (values.queries_per_day * DAYS_PER_YEAR),
  };
}

export const servingModel: EstimateModel = {
  slug: 'inference',
  ways: {
    pay: {
      label: 'Servers are',
      options: { buy: 'bought', rent: 'rented by the hour' },
      preferred: 'buy',
    },
  },
  assumptions: {
    queries_per_day: {
      label: 'Queries per day',
      unit: 'queries',
      meaning: 'On an average day, all users together.',
      min: 1,
      max: 1e15,
    },
    accelerators_per_response: {
      label: 'Accelerators per response',
      unit: 'accelerators',
      meaning:
        'Busy with one response at a time. Servers that answer several queries at once need a fraction: 8 accelerators with 16 queries at once are 0.5.',
      min: 1e-6,
      max: 1e5,
    },
    seconds_per_response: {
      label: 'Time per response',
      unit: 'seconds',
      meaning: 'How long those accelerators are busy with it.',
      min: 1e-6,
      max: 1e5,
    },
    utilisation_percent: {
      label: 'Utilization',
      unit: '%',
      meaning: 'Share of the time in which a server answers. 100% leaves none idle.',
      min: 0.1,
      max: 100,
    },
    peak_factor: {
      label: 'Peak over average',
      unit: 'times',
      meaning: 'The busiest moment against the average; 1 is the same load day and night.',
      min: 1,
      max: 100,
    },
    redundancy_percent: {
      label: 'Redundancy',
      unit: '%',
      meaning: 'Spare servers beyond the peak, for failures and repairs.',
      min: 0,
      max: 1000,
    },
    accelerators_per_server: {
      label: 'Accelerators per server',
      unit: 'accelerators',
      meaning: '8 in a DGX A100, H100 or B200; 72 in an NVL72 rack.',
      min: 1,
      max: 1e5,
    },
    server_price_usd: {
      label: 'Price of a server',
      unit: 'US dollars',
      meaning: 'The whole server, with processors, memory and network inside.',
      min: 0,
      max: 1e9,
      only: bought,
    },
    ...operation,
  },
  results: {
    servers: {
      label: 'Servers',
      unit: 'servers',
      formula:
        'queries per day ÷ 86,400 s × seconds per response × accelerators per response × peak over average × (1 + redundancy) ÷ utilization ÷ accelerators per server, rounded up',
    },
    accelerators: {
      label: 'Accelerators',
      unit: 'accelerators',
      formula: 'servers × accelerators per server',
    },
    capital_usd: {
      label: 'Capital cost',
      unit: 'USD',
      formula: 'servers × price of a server; nothing where servers are rented',
    },
    power_mw: {
      label: 'Power',
      unit: 'MW',
      formula: 'accelerators × power per chip (W) × total facility power ÷ chip power ÷ 1,000,000',
    },
    yearly_usd: {
      label: 'Cost per year',
      unit: 'USD',
      formula:
        'bought: capital cost ÷ years of use + power (kW) × 8,760 h × electricity (US dollars per kWh); rented: accelerators × 8,760 h × rent',
    },
    cost_usd_per_query: {
      label: 'Cost per query',
      unit: 'USD per query',
      formula: 'cost per year ÷ (queries per day × 365)',
    },
  },
  headline: 'yearly_usd',
  estimate: (values, ways) => ({ ...estimateServing(values as unknown as ServingValues, ways) }),
};
