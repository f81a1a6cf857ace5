/**
 * What can be asked of any picture over time, whatever it shows: a part of the
 * time, some of the series, another scale, sums, growth. A chart says what makes
 * sense for its figures; parameters, controls, table and words follow.
 */

export type Scale = 'linear' | 'log';
export type Stack = 'none' | 'absolute' | 'percent';
export type By = 'quarter' | 'year' | 'ttm';
export type TrendView = 'levels' | 'growth-year' | 'growth-quarter' | 'index';
export type Calendar = 'fiscal' | 'calendar';

export interface Trends {
  /** Figures of consecutive periods add up: flows such as revenue and units, never shares or stocks. */
  readonly sums?: boolean;
  /** Growth and an index make sense: the figures are quantities and not shares or ratios. */
  readonly growth?: boolean;
  /** On offer, the default first; linear alone where absent. */
  readonly scales?: readonly Scale[];
  /** On offer, the default first. `percent` where the series make up a whole. */
  readonly stacks?: readonly Stack[];
  /** Periods are fiscal and can be set on the calendar. */
  readonly align?: boolean;
}

/** The names that every chart over time knows, in the order of its address. */
export const TREND_PARAMETERS = [
  'align',
  'by',
  'view',
  'stack',
  'scale',
  'events',
  'series',
  'time',
] as const;

/** What a reader marks on any chart, over time or not (`address/marks.ts`); last in its address. */
export const MARK_PARAMETERS = ['focus', 'note'] as const;

/** The parameters whose values are lists: forms repeat the name, addresses join the values. */
export const LIST_PARAMETERS: readonly string[] = ['series', 'focus', 'time'];
