/** A ranking: entries in the order of their figures. */

import type { Unit } from '@/units/format-value';
import type { CellValue } from '@/units/table';
import type { ColorName } from '../../colors';
import type { Figure, Ranges } from '../figure';
import type { DetailColumn } from '../table';

export interface RankEntry extends Figure {
  readonly id: string;
  /** Its place, or places where ranges overlap; absent or null where ranks would mislead. */
  readonly rank?: RankInterval | null;
  readonly label: string;
  readonly href: string | null;
  /** What the figure speaks of: an ISO day or the label of a period. */
  readonly date?: string | null;
  readonly value: number;
  readonly color: ColorName;
  /** `lighter` for what is announced or being built. */
  readonly tone: 'full' | 'lighter';
  /** A heading above the first entry of the group, where dots are drawn. */
  readonly group?: string;
  /** The same figure in a newer vintage, which stands pale beside it; null: it has none. */
  readonly ghost?: number | null;
  /** Further columns of the table, in the model's order of `columns`. */
  readonly details: readonly CellValue[];
}

/** A ranking: bars on a linear axis, dots on a log axis. Entries in rank order. */
export interface RankModel extends Ranges {
  readonly shape: 'ranking';
  /** `dots` for figures of different things, which bars would invite to compare; all are drawn. */
  readonly marks?: 'dots';
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
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
