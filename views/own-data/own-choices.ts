/** What a visitor may decide of their file, and what was found where they did not. */
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import type { ColumnChoices } from './own-columns';
import type { DecimalMark } from './own-numbers';
import type { Separator } from './own-table';
import type { TextChoices } from './own-text';

export const AS_IS = 'as-is';
export const OF_CHART = 'chart';
export const SUM = '=sum';

/** What a visitor decided; whatever is absent is found in the file. */
export interface OwnChoices extends TextChoices, ColumnChoices {
  readonly separator?: Separator;
  readonly decimal?: DecimalMark;
  readonly dayOrder?: 'day-first' | 'month-first';
  /** The month in which fiscal years end; 'chart' for the chart's own. */
  readonly yearEnd?: string;
  readonly scale?: string;
  /** What to do with foreign money: draw it `as-is`, or a rate in the chart's for one of theirs. */
  readonly rate?: string;
  /** Of a further column: the value that is meant, or the sum over all. */
  readonly further?: string;
  /** Figures far from ours in size are meant so. */
  readonly size?: 'as-is';
  readonly names?: readonly string[];
}

/** How decimals are marked, and whether that has to be asked. */
export interface FoundMark {
  readonly decimal: DecimalMark;
  readonly isOpen: boolean;
  /** A cell in which it makes a difference; null: it makes none. */
  readonly example: string | null;
}

/** Whose fiscal years there are. */
export interface FoundFiscal {
  readonly isFiscal: boolean;
  readonly calendar: FiscalCalendar | null;
  readonly isOfChart: boolean;
  readonly chartCalendar: FiscalCalendar | null;
}

/** A column without which rows of one series and period are not told apart. */
export interface FurtherColumn {
  readonly name: string;
  readonly values: readonly string[];
  /** The cell of each line. */
  readonly cells: ReadonlyMap<number, string>;
}
