/** A ranking: entries in the order of their figures. */

import type { Unit } from '@/units/format-value';
import type { CellValue } from '@/units/table';
import type { ColorName } from '../../colors';
import type { Figure, Named, Ranges } from '../figure';
import type { DetailColumn } from '../table';

export interface RankEntry extends Figure, Named {
  /** Its place, or places where ranges overlap; absent or null where ranks would mislead. */
  readonly rank?: RankInterval | null;
  readonly href: string | null;
  /** What the figure speaks of: an ISO day or the label of a period. */
  readonly date?: string | null;
  /** null where only others counted it; such entries stand last, and only among interval bars. */
  readonly value: number | null;
  /** What others counted, in the model's order of `counts`; null: they have no figure of it. */
  readonly counts?: readonly (CountedFigure | null)[];
  readonly color: ColorName;
  /** `lighter` for what is announced or being built. */
  readonly tone: 'full' | 'lighter';
  /** A heading above the first entry of the group, where dots are drawn. */
  readonly group?: string;
  /** The visitor's own figure: drawn wherever it ranks. */
  readonly isOwn?: boolean;
  /** Further columns of the table, in the model's order of `columns`. */
  readonly details: readonly CellValue[];
}

/** A figure of the same thing by another count, in the same unit. */
export interface CountedFigure extends Figure {
  readonly value: number;
  /** The day or period of which it speaks: its ISO date or label. */
  readonly asOf: string;
}

/** Another way to count what a ranking counts. Counts are set side by side, never added. */
export interface OtherCount {
  /** In snake_case, and for good: files name its columns by it. */
  readonly id: string;
  readonly label: string;
  /** Who counted what, in a sentence. */
  readonly meaning: string;
  /** `inside` is a darker bar in the bar: a part of the total. */
  readonly mark: 'inside' | 'square' | 'diamond' | 'triangle';
}

/**
 * A ranking: bars on a linear axis, dots on a log axis. Entries in rank order. As interval
 * bars, totals with their ranges and with what others counted.
 */
export interface RankModel extends Ranges {
  readonly shape: 'ranking' | 'interval-bars';
  /** Absent or empty: nobody else counted. Only interval bars show them. */
  readonly counts?: readonly OtherCount[];
  /** `dots` for figures of different things, which bars would invite to compare; all are drawn. */
  readonly marks?: 'dots';
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  /** Of percentages that are no shares; absent: an axis of % runs from 0 to 100. */
  readonly axis?: 'from-zero';
  readonly valueLabel: string;
  readonly entryLabel: string;
  readonly columns: readonly DetailColumn[];
  readonly entries: readonly RankEntry[];
  /** What colors stand for; those of the entries drawn are said above them. */
  readonly legend?: readonly { readonly name: string; readonly color: ColorName }[];
  readonly notes: readonly string[];
}

/** Where ranges overlap nobody knows who is ahead: the best and the worst place there may be. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
}

/** "3" or "2–4". */
export function formatRank({ best, worst }: RankInterval): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}

/** As many entries as there is room for: the first, and a visitor's own wherever they rank. */
export function selectRows<Entry extends RankEntry>(
  entries: readonly Entry[],
  most: number,
): readonly Entry[] {
  const own = entries.filter(({ isOwn }) => isOwn).slice(0, most - 1);
  const others = entries.filter(({ isOwn }) => !isOwn).slice(0, most - own.length);
  const kept = new Set([...own, ...others]);
  return entries.filter((entry) => kept.has(entry));
}
