/**
 * What a published number of servers hides: how many queries a day it answers, by
 * how busy the servers are and how much the busiest moment exceeds the average.
 */
import { type AssumptionRanges, toMidpoint } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import { countBusyAccelerators, countQueriesPerDay } from '@/estimates/serving';
import { exactly, type Given, type PublishedEstimate, toThreeDigits } from './preset';

const UTILIZATIONS_PERCENT = [100, 75, 50, 25];
const PEAKS = [1, 1.5, 2, 3];

export interface HiddenAssumptions {
  readonly servers: number;
  /** Percent. */
  readonly utilizations: readonly number[];
  readonly rows: readonly {
    readonly peak: number;
    /** One for each utilization; `fits` where it lies within the queries assumed. */
    readonly cells: readonly { readonly text: string; readonly fits: boolean }[];
  }[];
}

/** `ranges` are those of the serving model; middles count. */
export function listHiddenAssumptions(
  servers: number,
  ranges: AssumptionRanges,
): HiddenAssumptions {
  const at = (name: string) => toMidpoint(ranges[name]!);
  const perDayWhenNeverIdle = countQueriesPerDay(servers * at('accelerators_per_server'), {
    seconds_per_response: at('seconds_per_response'),
    accelerators_per_response: at('accelerators_per_response'),
  });
  const { low, high } = ranges.queries_per_day!;
  return {
    servers,
    utilizations: UTILIZATIONS_PERCENT,
    rows: PEAKS.map((peak) => ({
      peak,
      cells: UTILIZATIONS_PERCENT.map((percent) => {
        const queries = toThreeDigits((perDayWhenNeverIdle * (percent / 100)) / peak);
        // A tenth of leeway: the table's steps are coarse.
        const fits = queries >= low * 0.9 && queries <= high * 1.1;
        return { text: formatRange(exactly(queries)), fits };
      }),
    })),
  };
}

/**
 * What a published estimate of serving leaves unsaid, from what it says: the formulas
 * of the model read backwards, at the middle of every range.
 */

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
export function solveUtilization(estimate: PublishedEstimate, given: GivenByName): Given {
  const servers = estimate.figures.get('servers')!;
  const accelerators = servers.value * middle(given, 'accelerators_per_server');
  return {
    range: exactly(toThreeDigits((countBusy(given) / accelerators) * 100)),
    origin: {
      kind: 'derived',
      text: 'Hidden in the estimate and solved for: with it the published number of servers comes out. It covers idle time, peak and spare servers together.',
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
