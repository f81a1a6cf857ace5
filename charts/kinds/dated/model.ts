/** Single things by date. */

import type { Unit } from '@/units/format-value';
import type { Period } from '@/units/period';
import type { CellValue } from '@/units/table';
import type { ColorName } from '../../colors';
import type { Named, Origin } from '../figure';
import type { DetailColumn } from '../table';

/** One dated thing: a chip at its launch, a price on its day, an event. */
export interface DatedEntry extends Origin {
  readonly id: string;
  readonly label: string;
  readonly href: string | null;
  /** The day, or the month or year where the source names no day. */
  readonly date: Period;
  /** null only in lanes, which have no value axis. */
  readonly value: number | null;
  /** What stands beside its dot, empty: nothing; absent: the label. */
  readonly name?: string;
  /** Further columns of the table, in the model's order of `columns`. */
  readonly details: readonly CellValue[];
  /** Where the further columns lead, in the same order; absent or null: nowhere. */
  readonly detailHrefs?: readonly (string | null)[];
}

export interface LinePoint {
  readonly date: Period;
  readonly value: number | null;
  /** The leg that leads to a projection is dashed. */
  readonly isProjected?: boolean;
  /** What stands at the leg that leads here, "×2.5"; absent: nothing. */
  readonly words?: string;
}

export interface DatedGroup extends Named {
  /** The page of what the group is, for tables. */
  readonly href?: string | null;
  readonly color: ColorName;
  /** In order of time. Those named first get their label first where room is short. */
  readonly entries: readonly DatedEntry[];
  /** A line beside the dots, such as a median of this group alone; it breaks at null. */
  readonly line?: readonly LinePoint[];
  /** The group's rows in the table of their dataset, with filters; absent: they stand in none. */
  readonly rows?: { readonly href: string };
}

/** Single things by date: dots on a value axis (`scatter`), or one lane for each group (`lanes`). */
export interface DatedModel {
  readonly shape: 'scatter' | 'lanes';
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  readonly valueLabel: string;
  readonly entryLabel: string;
  readonly groupLabel: string;
  /** What its entries are where they are counted, "prices"; absent: figures. */
  readonly counted?: string;
  readonly columns: readonly DetailColumn[];
  /** As many entries are drawn one by one, more of them in bands; absent: what a picture can hold at all. */
  readonly mostDots?: number;
  /** In lanes: whether the dots of a half year stand above one another, to be counted. */
  readonly isGathered?: boolean;
  /** Whether dots carry their names, as far as there is room. */
  readonly named: boolean;
  /** Whether the title names whose figures these are, so that a picture of one alone need not. */
  readonly isTitled?: boolean;
  readonly groups: readonly DatedGroup[];
  readonly notes: readonly string[];
}

/** Every entry of a dated model with its group, oldest first; equal dates in the order of groups. */
export function listDatedEntries(
  model: DatedModel,
): { readonly entry: DatedEntry; readonly group: DatedGroup }[] {
  return model.groups
    .flatMap((group) => group.entries.map((entry) => ({ entry, group })))
    .sort((a, b) => a.entry.date.start.localeCompare(b.entry.date.start));
}

/** The model with what its axis has a place for: a log axis has none for zero. */
export function toDrawable(model: DatedModel): DatedModel {
  const isDrawable = ({ value }: { value: number | null }) =>
    value !== null && (model.scale === 'linear' || value > 0);
  return {
    ...model,
    groups: model.groups.map((group) => ({
      ...group,
      entries: group.entries.filter(isDrawable),
      line: group.line?.map((point) => (isDrawable(point) ? point : { ...point, value: null })),
    })),
  };
}
