/**
 * What a published estimate of serving leaves unsaid, from what it says: the formulas
 * of the model read backwards, at the middle of every range.
 */
import { toMidpoint } from '@/estimates/model';
import { countBusyAccelerators, countQueriesPerDay } from '@/estimates/serving';
import { type Given, single, toThreeDigits } from './preset';
import type { PublishedEstimate } from './preset-sources';

type GivenByName = Readonly<Record<string, Given>>;

/** The middle of an assumption's range. */
export function middle(given: GivenByName, name: string): number {
  return toMidpoint(given[name]!.range);
}

/** Accelerators that are busy on average, were none ever idle. */
export function countBusy(given: GivenByName): number {
  return countBusyAccelerators({
    queries_per_day: middle(given, 'queries_per_day'),
    seconds_per_response: middle(given, 'seconds_per_response'),
    accelerators_per_response: middle(given, 'accelerators_per_response'),
  });
}

/** The utilization at which the published number of servers comes out. */
export function solveUtilisation(estimate: PublishedEstimate, given: GivenByName): Given {
  const servers = estimate.figures.get('servers')!;
  const accelerators = servers.value * middle(given, 'accelerators_per_server');
  return {
    range: single(toThreeDigits((countBusy(given) / accelerators) * 100)),
    origin: {
      kind: 'derived',
      text: 'Hidden in the estimate and solved for: with it the published number of servers comes out. It stands for idle time, peak and spare servers together.',
      source: servers.source,
    },
  };
}

/** The queries a day that so many servers answer when they are as busy as that. */
export function solveQueries(servers: number, given: GivenByName, utilization: Given): number {
  const accelerators = servers * middle(given, 'accelerators_per_server');
  const queries = countQueriesPerDay(accelerators * (toMidpoint(utilization.range) / 100), {
    seconds_per_response: middle(given, 'seconds_per_response'),
    accelerators_per_response: middle(given, 'accelerators_per_response'),
  });
  return toThreeDigits(queries);
}
