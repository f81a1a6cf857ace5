/**
 * What a published number of servers hides: how many queries a day it answers, by
 * how busy the servers are and how much the busiest moment exceeds the average.
 */
import { type Ranges, toMidpoint } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import { countQueriesPerDay } from '@/estimates/serving';
import { single, toThreeDigits } from './preset';

const UTILISATIONS_PERCENT = [100, 75, 50, 25];
const PEAKS = [1, 1.5, 2, 3];

export interface HiddenAssumptions {
  readonly servers: number;
  /** Percent. */
  readonly utilisations: readonly number[];
  readonly rows: readonly {
    readonly peak: number;
    /** One for each utilization; `fits` where it lies within the queries assumed. */
    readonly cells: readonly { readonly text: string; readonly fits: boolean }[];
  }[];
}

/** `ranges` are those of the serving model; middles count. */
export function listHiddenAssumptions(servers: number, ranges: Ranges): HiddenAssumptions {
  const at = (name: string) => toMidpoint(ranges[name]!);
  const perDayWhenNeverIdle = countQueriesPerDay(servers * at('accelerators_per_server'), {
    seconds_per_response: at('seconds_per_response'),
    accelerators_per_response: at('accelerators_per_response'),
  });
  const { low, high } = ranges.queries_per_day!;
  return {
    servers,
    utilisations: UTILISATIONS_PERCENT,
    rows: PEAKS.map((peak) => ({
      peak,
      cells: UTILISATIONS_PERCENT.map((percent) => {
        const queries = toThreeDigits((perDayWhenNeverIdle * (percent / 100)) / peak);
        // A tenth of leeway: the table's steps are coarse.
        const fits = queries >= low * 0.9 && queries <= high * 1.1;
        return { text: formatRange(single(queries)), fits };
      }),
    })),
  };
}
