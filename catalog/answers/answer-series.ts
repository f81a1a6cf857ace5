/** What a dataset declares for its figures to be found by the search. */

import type { Columns, Contract, RowOf } from '@/data/contract';
import type { Orm } from '@/db/orm';
import type { FigureKind } from '@/units/figure-kind';
import type { CellValue } from '@/units/table';
import type { Place } from './answer';

/** Names for the cells of a row: of what it refers to, of codes; the cell itself otherwise. */
export type Word = (column: string) => string;

export interface AnswerSeries<C extends Columns = Columns> {
  readonly contract: Contract<C>;
  /** Words of which one has to be asked. */
  readonly topics: string;
  /** Words that go with them and choose nothing. */
  readonly also?: string;
  /** Columns whose rows a name chooses; a row's own name chooses it as well. */
  readonly by: readonly (keyof C & string)[];
  /** What the dataset as a whole is of: to name it chooses all rows. */
  readonly of?: { readonly dataset: string; readonly row: string };
  /** A column that has to be blank unless a name chooses it: the whole and not its parts. */
  readonly whole?: keyof C & string;
  /** A column in whose words the rest of the query is looked for. */
  readonly named?: keyof C & string;
  /** What is enough by itself: a topic, a name of `named`, or two names next to each other. */
  readonly alone?: readonly ('topic' | 'name' | 'pair')[];
  /** A column of codes: words of a code choose it, else these are shown. */
  readonly codes?: { readonly column: keyof C & string; readonly preferred: readonly string[] };
  /** Values that rows must have where the query names nothing. */
  readonly unnamed?: Readonly<Partial<Record<keyof C & string, CellValue>>>;
  /** Values that rows must have. */
  readonly where?: Readonly<Partial<Record<keyof C & string, CellValue>>>;
  /** Of these editions the newest alone counts: the last by name, or as the subject says. */
  readonly edition?: keyof C & string;
  readonly newestEdition?: (orm: Orm) => Promise<string | null>;
  /** How firm all figures are, where no column says it. */
  readonly kind?: FigureKind;
  readonly figure: keyof C & string;
  readonly low?: keyof C & string;
  readonly high?: keyof C & string;
  /** The label of the figure's period, or its day. */
  readonly period: keyof C & string;
  /** What tells series apart, besides what is asked for. */
  readonly series: readonly (keyof C & string)[];
  /** Whether figures of a year are the sum of its quarters. */
  readonly adds?: true;
  /** Which of several series come first: of one period always the largest. */
  readonly first?: (row: RowOf<{ columns: C }>) => number;
  /** `varies` holds the columns of `series` in which the figures shown differ. */
  readonly title: (row: RowOf<{ columns: C }>, word: Word, varies: ReadonlySet<string>) => string;
  /** What tells this figure from others, apart from its period; where absent, the words of what varies. */
  readonly label?: (row: RowOf<{ columns: C }>, word: Word) => string;
  /** What else is said of the figure. */
  readonly detail?: (row: RowOf<{ columns: C }>, word: Word) => string | null;
  /** Where the series stands; `time` is a part of it, empty for all. */
  readonly chart: (row: RowOf<{ columns: C }>, time: Readonly<Record<string, string>>) => Place;
}

export function declare<const C extends Columns>(series: AnswerSeries<C>) {
  // A declaration only ever meets rows of its own dataset.
  return series as unknown as AnswerSeries;
}
