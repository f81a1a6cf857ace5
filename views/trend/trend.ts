/** Which part of a picture over time is wanted, and how. */
import type { By, Calendar, Scale, Stack, TrendView } from '@/address/trends';
import type { TimeRange } from '@/units/time-range';

/** What is wanted, whole: every member has a value that the chart allows. */
export interface Trend {
  readonly align: Calendar;
  readonly by: By;
  readonly view: TrendView;
  readonly stack: Stack;
  readonly scale: Scale;
  /** Whether events stand on the time axis. */
  readonly hasEvents: boolean;
  /** Ids in the model's order; null: all. */
  readonly series: readonly string[] | null;
  readonly time: TimeRange;
  /** Said where the wanted time holds no figure of this chart. */
  readonly emptyTime: string | null;
}
